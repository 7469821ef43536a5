using Microsoft.AspNetCore.Html;

namespace Tn.Platform.Web.TagHelpers;

/// <summary>The kinds of notices and states: a colour is never alone, each has an icon and a word.</summary>
internal static class Kind
{
    /// <summary>The kind as the style sheet names it; what is unknown is neutral, never an error on a page.</summary>
    public static string Known(string? kind) => kind is "info" or "success" or "warning" or "danger" ? kind : "neutral";

    public static IHtmlContent IconOf(string kind) => kind switch
    {
        "success" => Icon.Check,
        "warning" => Icon.Warning,
        "danger" => Icon.Danger,
        "info" => Icon.Info,
        _ => Icon.Neutral,
    };

    /// <summary>Said before a notice to those who do not see its colour.</summary>
    public static string WordOf(string kind) => kind switch
    {
        "success" => Texts.Key("C’est fait : "),
        "warning" => Texts.Key("Attention : "),
        "danger" => Texts.Key("Important : "),
        _ => Texts.Key("Information : "),
    };
}
