namespace Tn.Web.Tests.BadInput;

/// <summary>What nobody types in good faith.</summary>
internal static class HostileInput
{
    /// <summary>A text that most fields refuse, and that each gives back.</summary>
    public const string Typed = "%3Cscript%3Ealert(1)%3C%2Fscript%3E";

    /// <summary>Already encoded for an address or a form, so that broken bytes can be said too.</summary>
    public static readonly IReadOnlyList<string> Encoded =
    [
        string.Empty,
        "-1",
        "0",
        "2147483647",
        "999999999",
        "99999999999999999999",
        "1e400",
        "%00",
        "avant%00apr%C3%A8s",
        "%FF%FE%C0%AF",
        "%ED%A0%80",
        "%F0%9F%A6%84%E2%80%AE%CC%88",
        Typed,
        "javascript%3Aalert(1)",
        "%22%20OR%201%3D1--%20AND%20(a%3Ab~%5E9",
        "..%2F..%2Fetc%2Fpasswd",
        "00000000-0000-0000-0000-000000000000",
        "%7B0%7D%20%25s%20%24%7Bx%7D",
        "0001-01-01",
        "9999-12-31",
        "2026-02-30",
    ];

    /// <summary>A field of a hundred thousand bytes.</summary>
    public static readonly string Long = string.Concat(Enumerable.Repeat("%C3%A9", 50_000));

    /// <summary>English that a framework says when nobody translated it.</summary>
    public static readonly IReadOnlyList<string> English = ["The field", "The value", "is required", "is not valid", "is invalid", "must be", "Exception", " at System."];
}
