using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tn.Platform.Web.TagHelpers;

/// <summary>
/// A label, its hint, its error and its input, tied together for those who hear the page. Attributes it does not know go to the input.
/// The browser's own "required" bubble is not used: the server answers with a sentence, and assistive tools hear aria-required.
/// </summary>
[HtmlTargetElement("tn-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper : TagHelper
{
    [HtmlAttributeName("for")]
    public required ModelExpression For { get; set; }

    public required string Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>Of the control, where a page draws the same field several times; made of its name otherwise.</summary>
    public string? Id { get; set; }

    /// <summary>Of the input; found from the model for dates, times and files.</summary>
    public string? Type { get; set; }

    /// <summary>Adds « (facultatif) » to the label.</summary>
    public bool Optional { get; set; }

    /// <summary>Makes it a text area of so many rows.</summary>
    public int? Rows { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = new FormField(For, View, Label, Id);
        var control = Rows is { } rows ? TextArea(field, rows) : Input(field);
        control.With("id", field.Id)
            .With("name", field.Name)
            .With("aria-describedby", field.DescribedBy(Hint))
            .With("aria-invalid", field.Error is null ? null : "true")
            .With("aria-required", field.IsRequired && !Optional ? "true" : null);
        FieldFrame.MoveAttributes(output, control);
        FieldFrame.Write(output, field, Label, Hint, Optional, control);
    }

    private TagBuilder Input(FormField field)
    {
        var type = Type ?? TypeOf(field.Type);
        var input = Tag.Of("input", type == "file" ? "tn-input tn-input--file" : "tn-input").With("type", type);
        input.TagRenderMode = TagRenderMode.SelfClosing;
        // A password is never sent back, and a file cannot be.
        return type is "password" or "file" ? input : input.With("value", ValueFor(type, field.Value));
    }

    // A line feed directly after <textarea> is eaten by browsers: one more keeps the text as typed.
    private static TagBuilder TextArea(FormField field, int rows) =>
        Tag.Of("textarea", "tn-input").With("rows", rows.ToString(System.Globalization.CultureInfo.InvariantCulture)).Text("\n" + field.Value);

    // A date input shows nothing when given a date with a time.
    private static string? ValueFor(string type, string? value) =>
        type == "date" && value is { Length: > 10 } && value[10] == 'T' ? value[..10] : value;

    private static string TypeOf(Type type) =>
        type == typeof(DateOnly) ? "date"
        : type == typeof(DateTime) ? "datetime-local"
        : type == typeof(TimeOnly) ? "time"
        : typeof(IFormFile).IsAssignableFrom(type) ? "file"
        : "text";
}
