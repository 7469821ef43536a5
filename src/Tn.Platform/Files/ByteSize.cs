using System.Globalization;

namespace Tn.Platform.Files;

/// <summary>Sizes as each language writes them.</summary>
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

    /// <summary>"840 bytes", "12 kB", "1.4 MB".</summary>
    public static string English(long bytes) => bytes switch
    {
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes}\u00a0byte{(bytes == 1 ? string.Empty : "s")}"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000.0:0.#}\u00a0kB"),
        < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:0.#}\u00a0MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000_000.0:0.#}\u00a0GB"),
    };
}
