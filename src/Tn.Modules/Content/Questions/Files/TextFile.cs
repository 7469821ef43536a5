using System.Text;
using Tn.Content.Rendering;

namespace Tn.Content.Questions.Files;

/// <summary>A text file's words, whatever the programme that saved it.</summary>
internal static class TextFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>UTF-8 with or without its mark, UTF-16 with its mark, else windows-1252; line ends normalised.</summary>
    /// <returns>The text and the encoding's name; null after an error among the findings.</returns>
    public static (string Text, string Encoding)? Decode(byte[] bytes, Findings findings)
    {
        var (text, name) = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Utf8(bytes[3..]), "utf-8-bom"),
            [0xFF, 0xFE, ..] => (Encoding.Unicode.GetString(bytes[2..]), "utf-16"),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode.GetString(bytes[2..]), "utf-16"),
            _ => (Utf8(bytes), "utf-8"),
        };
        if (text is null)
        {
            (text, name) = (Windows.GetString(bytes), "windows-1252");
            findings.Note(1, "Le fichier est lu en Windows-1252. Vérifiez les accents ; enregistrez-le plutôt en UTF-8.");
        }

        if (text.Contains('\0'))
        {
            findings.Error(text[..text.IndexOf('\0')].Count(letter => letter == '\n') + 1, "Le fichier contient un caractère nul : ce n’est pas du texte.");
            return null;
        }

        return (text.ReplaceLineEndings("\n"), name);
    }

    private static string? Utf8(byte[] bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
