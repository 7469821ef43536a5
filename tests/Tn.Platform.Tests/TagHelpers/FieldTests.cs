using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Tn.Platform.Web.TagHelpers;

namespace Tn.Platform.Tests.TagHelpers;

public sealed class FieldTests
{
    private readonly APage page = new();

    [Fact]
    public void A_field_ties_its_label_its_hint_and_its_error_to_its_input()
    {
        page.Wrong("Input.Siret", "Clé fausse.");

        var html = APage.Draw(new FieldTagHelper { For = page.Field("Input.Siret", ""), Label = "SIRET", Hint = "14 chiffres.", View = page.View });

        Assert.Contains("<label class=\"tn-field__label\" for=\"Input_Siret\">SIRET</label>", html, StringComparison.Ordinal);
        Assert.Contains("aria-describedby=\"Input_Siret-aide Input_Siret-erreur\"", html, StringComparison.Ordinal);
        Assert.Contains("id=\"Input_Siret-aide\"", html, StringComparison.Ordinal);
        Assert.Contains("id=\"Input_Siret-erreur\"", html, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_keeps_what_was_typed_rather_than_the_models_value()
    {
        page.Typed("Input.Siret", "732 829");

        var html = APage.Draw(new FieldTagHelper { For = page.Field("Input.Siret", "autre"), Label = "SIRET", View = page.View });

        Assert.Contains("value=\"732 829\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_date_is_written_as_browsers_read_it()
    {
        var html = APage.Draw(new FieldTagHelper { For = page.Field("Input.Day", new DateOnly(2027, 1, 4)), Label = "Jour", View = page.View });

        Assert.Contains("type=\"date\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"2027-01-04\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_is_never_sent_back()
    {
        page.Typed("Input.Password", "secret-typed");

        var html = APage.Draw(new FieldTagHelper { For = page.Field("Input.Password", "secret-kept"), Label = "Mot de passe", Type = "password", View = page.View });

        Assert.DoesNotContain("secret", html, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_typed_cannot_leave_its_attribute_or_its_text_area()
    {
        const string hostile = "\"></textarea><script>alert(1)</script>";
        page.Typed("Input.Text", hostile);

        var input = APage.Draw(new FieldTagHelper { For = page.Field("Input.Text", ""), Label = "Texte", View = page.View });
        var area = APage.Draw(new FieldTagHelper { For = page.Field("Input.Text", ""), Label = "Texte", Rows = 3, View = page.View });

        Assert.DoesNotContain("<script", input + area, StringComparison.Ordinal);
    }

    [Fact]
    public void Attributes_the_field_does_not_know_go_to_the_input()
    {
        var html = APage.Draw(
            new FieldTagHelper { For = page.Field("Q", ""), Label = "Code", View = page.View },
            new TagHelperAttribute("maxlength", "14"));

        Assert.Matches("<input[^>]* maxlength=\"14\"", html);
        Assert.StartsWith("<div class=\"tn-field\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_shows_what_was_chosen()
    {
        page.Typed("Input.Department", "45");
        SelectListItem[] items = [new("Ain", "01"), new("Loiret", "45")];

        var html = APage.Draw(new SelectTagHelper { For = page.Field("Input.Department", "01"), Label = "Département", Items = items, View = page.View });

        Assert.Contains("<option selected=\"selected\" value=\"45\">Loiret</option>", html, StringComparison.Ordinal);
        Assert.Contains("<option value=\"01\">Ain</option>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_choices_can_be_checked_and_the_first_answers_for_the_field()
    {
        SelectListItem[] items = [new("Gestion", "gestion"), new("Données", "donnees"), new("Présence", "presence")];
        IReadOnlyList<string> chosen = ["gestion", "presence"];

        var html = APage.Draw(new ChoicesTagHelper { For = page.Field("Input.Axes", chosen), Legend = "Thèmes", Items = items, Multiple = true, View = page.View });

        Assert.Equal(2, html.Split("checked=\"checked\"").Length - 1);
        Assert.Contains("id=\"Input_Axes\"", html, StringComparison.Ordinal);
        Assert.Contains("for=\"Input_Axes_2\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_summary_names_each_field_as_the_page_does_and_leads_to_it()
    {
        page.Wrong("Input.Email", "Remplissez ce champ.").Wrong("", "La session a expiré.");

        // On a page the summary stands before the fields, and is written after them.
        var summary = APage.Run(new ErrorsTagHelper(APage.Texts) { View = page.View });
        APage.Run(new FieldTagHelper { For = page.Field("Input.Email", ""), Label = "Adresse électronique", View = page.View });
        var html = APage.Written(summary);

        Assert.Contains("2 points sont à corriger", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#Input_Email\">Adresse électronique : Remplissez ce champ.</a>", html, StringComparison.Ordinal);
        Assert.Contains("<span>La session a expiré.</span>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void There_is_no_summary_when_all_is_right() =>
        Assert.Empty(APage.Draw(new ErrorsTagHelper(APage.Texts) { View = page.View }));
}
