using System.Security.Cryptography;
using System.Text;

namespace Tn.Kernel;

/// <summary>Links the rows of an append-only history: each row's hash covers its content and the hash before it.</summary>
public static class HashChain
{
    /// <summary>The hash before the first row.</summary>
    public const string Origin = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>SHA-256, lower-case hex, over the previous hash and the fields, each with its length so that none can slide into the next.</summary>
    public static string Link(string previous, params ReadOnlySpan<string?> fields)
    {
        var text = new StringBuilder(previous);
        foreach (var field in fields)
        {
            text.Append('\n').Append(field?.Length ?? -1).Append(':').Append(field);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
