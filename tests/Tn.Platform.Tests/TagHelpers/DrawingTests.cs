using Tn.Platform.Web;
using Tn.Platform.Web.TagHelpers;

namespace Tn.Platform.Tests.TagHelpers;

public sealed class DrawingTests
{
    [Fact]
    public void The_thread_says_where_one_stands_in_words()
    {
        ThreadStep[] steps =
        [
            new("Charte", ThreadKnot.Done, Url: "/charte"),
            new("Autoformation", ThreadKnot.Here, "Il reste une formation."),
            new("Épreuve", ThreadKnot.Blocked),
            new("Jury", ThreadKnot.Next),
        ];

        var html = APage.Draw(new ThreadTagHelper(APage.Texts) { Label = "Votre parcours", Steps = steps });

        Assert.Contains("<a href=\"/charte\">Charte</a><span class=\"tn-visually-hidden\"> (fait)</span>", html, StringComparison.Ordinal);
        Assert.Contains("aria-current=\"step\"", html, StringComparison.Ordinal);
        Assert.Contains("vous êtes ici", html, StringComparison.Ordinal);
        Assert.Contains("(pas encore possible)", html, StringComparison.Ordinal);
        Assert.Contains("(à venir)", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_says_its_figures_and_never_passes_its_end()
    {
        var html = APage.Draw(new ProgressTagHelper(APage.Texts) { Label = "Leçons lues", Value = 9, Max = 8 });

        Assert.Contains("9 sur 8", html, StringComparison.Ordinal);
        Assert.Contains("max=\"8\" value=\"8\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_without_anything_to_do_is_an_empty_bar() =>
        Assert.Contains("max=\"1\" value=\"0\"", APage.Draw(new ProgressTagHelper(APage.Texts) { Label = "Leçons lues", Value = 0, Max = 0 }), StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    public void One_page_of_results_needs_no_pager(int total) =>
        Assert.Empty(APage.Draw(new PagerTagHelper(APage.Texts) { Page = 1, Size = 20, Total = total, View = new APage().View }));

    [Fact]
    public void The_pager_keeps_the_question_and_marks_the_present_page()
    {
        var page = new APage().At("/annuaire", "?q=caf%C3%A9&p=2&departement=45");

        var html = APage.Draw(new PagerTagHelper(APage.Texts) { Page = 2, Size = 20, Total = 61, View = page.View });

        Assert.Contains("href=\"/annuaire?q=caf%C3%A9&amp;departement=45&amp;p=3\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/annuaire?q=caf%C3%A9&amp;departement=45\"", html, StringComparison.Ordinal);
        Assert.Single(html.Split("aria-current=\"page\"").Skip(1));
    }

    [Fact]
    public void The_pager_leaves_out_what_is_far()
    {
        var page = new APage().At("/annuaire", "");

        var html = APage.Draw(new PagerTagHelper(APage.Texts) { Page = 6, Size = 10, Total = 120, View = page.View });

        Assert.Equal(2, html.Split("tn-pager__gap").Length - 1);
        Assert.DoesNotContain("Page 4<", html, StringComparison.Ordinal);
        Assert.Contains(">12</a>", html, StringComparison.Ordinal);
    }
}
