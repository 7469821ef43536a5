using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tn.Platform.Web.TagHelpers;

/// <summary>What stands around every control: label above, hint, error, then the control.</summary>
internal static class FieldFrame
{
    /// <summary>Gives the control what the page wrote on the tag and the tag helper did not take.</summary>
    public static void MoveAttributes(TagHelperOutput output, TagBuilder control)
    {
        foreach (var attribute in output.Attributes)
        {
            var value = attribute.ValueStyle == HtmlAttributeValueStyle.Minimized ? "" : Convert.ToString(attribute.Value, System.Globalization.CultureInfo.InvariantCulture);
            control.MergeAttribute(attribute.Name, value, replaceExisting: attribute.Name != "class");
        }

        output.Attributes.Clear();
    }

    public static void Write(TagHelperOutput output, FormField field, string label, string? hint, bool optional, TagBuilder control)
    {
        Open(output, field, "div");
        output.Content
            .AppendHtml(field.Words(Tag.Of("label", "tn-field__label").With("for", field.Id), label, optional))
            .AppendHtml(field.Hint(hint))
            .AppendHtml(field.ErrorLine())
            .AppendHtml(control);
    }

    /// <summary>Turns the tag into the wrapper of a field.</summary>
    public static void Open(TagHelperOutput output, FormField field, string element)
    {
        output.TagName = element;
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", field.Error is null ? "tn-field" : "tn-field tn-field--wrong");
    }
}
