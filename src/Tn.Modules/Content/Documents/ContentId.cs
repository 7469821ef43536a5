using System.Security.Cryptography;
using System.Text;

namespace Tn.Content.Documents;

/// <summary>Identities of items and versions: 26 lower-case characters, digits and letters without i, l, o, u (content-model.md).</summary>
internal static class ContentId
{
    public const int Length = 26;
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>A new identity, unguessable.</summary>
    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>The identity that a thing of a package always gets, so that installing twice finds it again.</summary>
    /// <param name="package">The package's id.</param>
    /// <param name="path">The thing's path without its order number: moving a lesson does not make another one.</param>
    public static string Of(string package, string path)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{package}\n{path}"));
        return string.Create(Length, hash, static (text, bytes) =>
        {
            for (var at = 0; at < text.Length; at++)
            {
                text[at] = Alphabet[FiveBits(bytes, at * 5)];
            }
        });
    }

    /// <summary>True when a text has the shape of an identity.</summary>
    public static bool IsValid(string? text) => text is { Length: Length } && text.All(Alphabet.Contains);

    private static int FiveBits(byte[] bytes, int bit)
    {
        var pair = (bytes[bit / 8] << 8) | bytes[bit / 8 + 1];
        return (pair >> (11 - bit % 8)) & 31;
    }
}
