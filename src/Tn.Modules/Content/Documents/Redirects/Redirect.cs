namespace Tn.Content.Documents.Redirects;

/// <summary>An address that was, and where its content is now. Targets are never redirected themselves: chains are collapsed as they form.</summary>
internal sealed class Redirect
{
    /// <summary>The longest address kept.</summary>
    public const int AddressLength = 300;

    private Redirect()
    {
    }

    /// <summary>Site-relative, lower case, with its first slash and without a last one.</summary>
    public string From { get; private init; } = string.Empty;

    /// <summary>Site-relative, of the same shape.</summary>
    public string To { get; private set; } = string.Empty;

    /// <summary>The document that moved, or null when somebody wrote it by hand.</summary>
    public string? ItemId { get; private init; }

    public string ByName { get; private init; } = string.Empty;

    public DateTimeOffset CreatedUtc { get; private init; }

    /// <param name="from">As <see cref="RedirectAddress"/> writes it.</param>
    /// <param name="to">As <see cref="RedirectAddress"/> writes it; another one.</param>
    public static Redirect Between(string from, string to, string? itemId, ActContext act) => new()
    {
        From = from,
        To = to,
        ItemId = itemId,
        ByName = act.ActorName,
        CreatedUtc = act.At,
    };

    /// <summary>Its target moved on.</summary>
    public void Lead(string to) => To = to;
}
