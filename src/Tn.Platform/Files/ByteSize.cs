namespace Tn.Platform.Files;

/// <summary>Sizes as French writes them.</summary>
public static class ByteSize
{
    /// <summary>« 840 octets », « 12 ko », « 1,4 Mo » (powers of 1,000, non-breaking space).</summary>
    public static string French(long bytes) => bytes switch
    {
        < 1_000 => string.Create(Kernel.French.Culture, $"{bytes}\u00a0octet{(bytes > 1 ? "s" : string.Empty)}"),
        < 1_000_000 => string.Create(Kernel.French.Culture, $"{bytes / 1_000.0:0.#}\u00a0ko"),
        < 1_000_000_000 => string.Create(Kernel.French.Culture, $"{bytes / 1_000_000.0:0.#}\u00a0Mo"),
        _ => string.Create(Kernel.French.Culture, $"{bytes / 1_000_000_000.0:0.#}\u00a0Go"),
    };
}
