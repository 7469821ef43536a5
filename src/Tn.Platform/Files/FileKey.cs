using System.Diagnostics.CodeAnalysis;

namespace Tn.Platform.Files;

/// <summary>What names stored bytes: their SHA-256, 64 lower-case hexadecimal digits. The same bytes always have the same key.</summary>
public readonly record struct FileKey
{
    private readonly string? digits;

    private FileKey(string digits) => this.digits = digits;

    /// <summary>The 64 digits.</summary>
    /// <exception cref="InvalidOperationException">The key was never given a value.</exception>
    public string Value => digits ?? throw new InvalidOperationException("A file key without a value.");

    /// <summary>The key of a SHA-256 hash (32 bytes).</summary>
    public static FileKey Of(ReadOnlySpan<byte> sha256)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(sha256.Length, 32);
        return new FileKey(Convert.ToHexStringLower(sha256));
    }

    /// <summary>Reads a key as a row keeps it.</summary>
    /// <exception cref="FormatException">Not 64 lower-case hexadecimal digits: such a text must never become a path.</exception>
    public static FileKey Parse(string text) => TryParse(text, out var key) ? key : throw new FormatException("Not a file key.");

    /// <summary>Reads a key; false when the text is not one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out FileKey key)
    {
        var isKey = text is { Length: 64 } && text.All(char.IsAsciiHexDigitLower);
        key = isKey ? new FileKey(text!) : default;
        return isKey;
    }

    public override string ToString() => Value;
}

/// <summary>Bytes that were stored.</summary>
/// <param name="Length">In bytes.</param>
public readonly record struct StoredFile(FileKey Key, long Length);
