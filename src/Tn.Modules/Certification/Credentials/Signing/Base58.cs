using System.Numerics;

namespace Tn.Certification.Credentials.Signing;

/// <summary>Base 58 as Bitcoin writes it, which multibase marks with <c>z</c>.</summary>
internal static class Base58
{
    private const string Alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var number = new BigInteger(bytes, isUnsigned: true, isBigEndian: true);
        var text = new Stack<char>();
        while (number > 0)
        {
            number = BigInteger.DivRem(number, 58, out var digit);
            text.Push(Alphabet[(int)digit]);
        }

        for (var at = 0; at < bytes.Length && bytes[at] == 0; at++)
        {
            text.Push('1');
        }

        return new string([.. text]);
    }

    /// <summary>The bytes, or null when a sign is not of the alphabet or the text is longer than any key or signature.</summary>
    public static byte[]? Decode(string text)
    {
        if (text.Length is 0 or > 200)
        {
            return null;
        }

        var number = BigInteger.Zero;
        foreach (var sign in text)
        {
            var digit = Alphabet.IndexOf(sign, StringComparison.Ordinal);
            if (digit < 0)
            {
                return null;
            }

            number = number * 58 + digit;
        }

        var zeros = text.TakeWhile(sign => sign == '1').Count();
        return [.. new byte[zeros], .. number.IsZero ? [] : number.ToByteArray(isUnsigned: true, isBigEndian: true)];
    }
}
