using System.Text.RegularExpressions;
using Tn.Content.Rendering;

namespace Tn.Content.Questions.Files;

/// <summary>The formats of question files that are read.</summary>
internal enum QuestionFormat
{
    Gift,
    MoodleXml,
    Aiken,
    Csv,
}

/// <summary>Reads a file of questions in any known format into items, with what was refused and what was lost.</summary>
internal sealed partial class QuestionFiles(GiftParser gift, QuestionBuilder builder)
{
    /// <summary>Real banks are a few hundred kilobytes; Moodle's exports carry their images.</summary>
    public const int MaximumBytes = 5 * 1024 * 1024;
    public const int MaximumQuestions = 10_000;

    /// <summary>The formats by the names that <c>--format</c> takes.</summary>
    public static readonly IReadOnlyDictionary<string, QuestionFormat> Formats = new Dictionary<string, QuestionFormat>(StringComparer.Ordinal)
    {
        ["gift"] = QuestionFormat.Gift,
        ["moodle-xml"] = QuestionFormat.MoodleXml,
        ["aiken"] = QuestionFormat.Aiken,
        ["csv"] = QuestionFormat.Csv,
    };

    /// <param name="file">As named in findings.</param>
    /// <param name="format">Null to find it from the content.</param>
    public QuestionFile Read(byte[] bytes, string file, QuestionFormat? format = null)
    {
        var findings = new Findings(file);
        var losses = new Findings(file);
        if (bytes.Length > MaximumBytes)
        {
            findings.Error(0, $"Le fichier dépasse {MaximumBytes / 1024 / 1024} Mo.");
            return new QuestionFile(format, null, [], [], findings.All, losses.All);
        }

        var (found, encoding, items) = Items(bytes, format, findings, losses);
        if (items.Count > MaximumQuestions)
        {
            findings.Error(0, $"Le fichier contient plus de {MaximumQuestions} questions. Découpez-le.");
            items = [];
        }

        var named = ItemIds.Give(items, losses);
        var asked = Ask(named, findings, losses);
        return new QuestionFile(found, encoding, named, asked, findings.All, losses.All);
    }

    private (QuestionFormat? Format, string? Encoding, IReadOnlyList<QuestionItem> Items) Items(byte[] bytes, QuestionFormat? format, Findings findings, Findings losses)
    {
        // XML says its own encoding.
        if (format == QuestionFormat.MoodleXml || (format is null && LooksXml(bytes)))
        {
            return (QuestionFormat.MoodleXml, null, MoodleXmlReader.Read(bytes, findings, losses));
        }

        if (TextFile.Decode(bytes, findings) is not { } decoded)
        {
            return (format, null, []);
        }

        var known = format ?? Detect(decoded.Text);
        return (known, decoded.Encoding, known switch
        {
            QuestionFormat.Aiken => AikenReader.Read(decoded.Text, findings),
            QuestionFormat.Csv => CsvReader.Read(decoded.Text, findings),
            _ => gift.Read(decoded.Text, findings),
        });
    }

    private List<GiftQuestion> Ask(IReadOnlyList<QuestionItem> items, Findings findings, Findings losses)
    {
        var asked = new List<GiftQuestion>();
        foreach (var item in items)
        {
            if (QuestionBuilder.Unasked(item) is { } reason)
            {
                losses.Warn(item.Line, reason);
            }
            else if (builder.Build(item, findings, losses) is { } question)
            {
                asked.Add(question);
            }
        }

        return asked;
    }

    private static bool LooksXml(byte[] bytes)
    {
        var start = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        var first = Array.FindIndex(bytes, start, letter => letter is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'));
        return first >= 0 && bytes.AsSpan(first) is [(byte)'<', (byte)'?' or (byte)'q' or (byte)'!', ..];
    }

    private static QuestionFormat Detect(string text) =>
        AikenAnswer().IsMatch(text) && !text.Contains('{') ? QuestionFormat.Aiken
        : CsvReader.Looks(text) ? QuestionFormat.Csv
        : QuestionFormat.Gift;

    [GeneratedRegex(@"^ANSWER:\s*[A-Z]\s*$", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AikenAnswer();
}

/// <summary>What a file of questions holds.</summary>
/// <param name="Format">Null when nothing could be read.</param>
/// <param name="Items">All that was read.</param>
/// <param name="Asked">Those that the exam engine can ask.</param>
/// <param name="Findings">Refusals and remarks about reading.</param>
/// <param name="Losses">What the engine, or this programme, leaves out.</param>
internal sealed record QuestionFile(
    QuestionFormat? Format,
    string? Encoding,
    IReadOnlyList<QuestionItem> Items,
    IReadOnlyList<GiftQuestion> Asked,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<Finding> Losses)
{
    public bool IsValid => Format is not null && Findings.All(finding => finding.Severity != Severity.Error);

    /// <summary>Only what the engine can ask, to be written into a bank.</summary>
    public IEnumerable<QuestionItem> Askable
    {
        get
        {
            var ids = Asked.Select(question => question.Question.Id).ToHashSet(StringComparer.Ordinal);
            return Items.Where(item => ids.Contains(item.Id));
        }
    }
}
