using Microsoft.AspNetCore.Mvc.Rendering;

namespace Tn.Platform.Web.TagHelpers;

/// <summary>The labels of the fields a page has drawn, so that the summary of errors can name each field as the page does.</summary>
internal static class FieldLabels
{
    private static readonly object Key = new();

    /// <summary>Keeps the label of a field of this page.</summary>
    public static void Remember(ViewContext view, string name, string label) => Of(view)[name] = label;

    /// <summary>The label, or null when the page shows no such field.</summary>
    public static string? Find(ViewContext view, string name) => Of(view).GetValueOrDefault(name);

    private static Dictionary<string, string> Of(ViewContext view)
    {
        if (view.HttpContext.Items[Key] is not Dictionary<string, string> labels)
        {
            view.HttpContext.Items[Key] = labels = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        }

        return labels;
    }
}
