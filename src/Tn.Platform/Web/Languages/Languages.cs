using System.Globalization;
using Tn.Kernel;

namespace Tn.Platform.Web;

/// <summary>The languages of the interface: French, and English for who asks. What the programme writes (mails, minutes, histories) is French.</summary>
public static class Languages
{
    /// <summary>Where the reader's choice is kept.</summary>
    public const string Cookie = "tn-langue";

    /// <summary>British English: days before months, as the dates of the programme are read.</summary>
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>French first.</summary>
    public static readonly IReadOnlyList<CultureInfo> All = [French.Culture, English];

    /// <summary>True when this request is answered in English.</summary>
    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    /// <summary>The <c>lang</c> of the page around its contents.</summary>
    public static string Current => IsEnglish ? "en" : "fr";

    /// <summary>The <c>lang</c> of a content inside the page: null, so no attribute at all, where it is the page's own.</summary>
    /// <param name="content">The language it is written in; French unless it says otherwise.</param>
    public static string? Of(string? content = "fr") => (content ?? "fr") == Current ? null : content ?? "fr";
}
