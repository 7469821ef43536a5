using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Tn.Platform.Web.TagHelpers;

/// <summary>Shorthand over <see cref="TagBuilder"/>: everything that is text is encoded.</summary>
internal static class Tag
{
    public static TagBuilder Of(string name, string? cssClass = null)
    {
        var tag = new TagBuilder(name);
        if (cssClass is not null)
        {
            tag.Attributes["class"] = cssClass;
        }

        return tag;
    }

    /// <summary>Sets an attribute, unless the value is null.</summary>
    public static TagBuilder With(this TagBuilder tag, string attribute, string? value)
    {
        if (value is not null)
        {
            tag.Attributes[attribute] = value;
        }

        return tag;
    }

    public static TagBuilder Text(this TagBuilder tag, string? text)
    {
        tag.InnerHtml.Append(text ?? "");
        return tag;
    }

    public static TagBuilder Add(this TagBuilder tag, IHtmlContent? child)
    {
        if (child is not null)
        {
            tag.InnerHtml.AppendHtml(child);
        }

        return tag;
    }

    /// <summary>Words for those who hear the page.</summary>
    public static TagBuilder Heard(string text) => Of("span", "tn-visually-hidden").Text(text);
}
