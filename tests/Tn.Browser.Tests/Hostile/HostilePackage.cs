using System.Text;
using System.Text.Json;
using Tn.Testing;

namespace Tn.Browser.Tests.Hostile;

/// <summary>A package whose every text is an attack: one payload a lesson, and in it wherever a text can stand.</summary>
internal static class HostilePackage
{
    public const string Course = "hostile";

    /// <summary>Payloads in one charter, page or material.</summary>
    public const int PerSheet = 12;

    private static readonly string[] Levels = ["facile", "moyen", "difficile"];

    // What an unclosed payload opened is closed again, so that the next one stands in the open.
    private const string Close = "\n\n-->\n\n</style></textarea></title></xmp></noscript></svg></math>\n\n";

    /// <summary>Writes the package.</summary>
    /// <param name="edition">1 or 2: the second changes every text, so that there is something to compare.</param>
    public static async Task WriteAsync(string folder, int edition)
    {
        // A file with a NUL is refused as a whole, as the package's own tests see.
        var payloads = HostileCorpus.Payloads.Select(payload => payload.Replace("\0", string.Empty, StringComparison.Ordinal)).ToList();
        await WriteAsync(folder, "package.yml", $"id: essai.hostile\nversion: {edition}.0.0\ntitle: Hostile\nlanguage: fr\nlicence: Licence Ouverte 2.0\nauthors: [\"<img src=x onerror=alert(1)>\"]\naxis: donnees\nengine: 1.0.0\n");
        await WriteAsync(folder, $"{Course}/course.yml", $"title: {Quoted("<img src=x onerror=alert(1)> Hostile")}\nsummary: {Quoted("<script>alert(1)</script> {{constructor.constructor('alert(1)')()}}")}\nobjectives:\n  - {Quoted("<svg onload=alert(1)>")}\naudience: tous\nlevel: pratique\nminutes: 20\naxis: donnees\nprerequisites: []\nreviewBy: 2027-11-30\n");
        for (var number = 0; number < payloads.Count; number++)
        {
            await WriteAsync(folder, $"{Course}/{number / 100 + 10:00}-l-{number:000}.md", Lesson(payloads[number], number, edition));
        }

        await WriteAsync(folder, "banks/hostile.gift", string.Concat(payloads.Select(Item)));
        foreach (var (chunk, number) in payloads.Chunk(PerSheet).Select((chunk, number) => (chunk, number)))
        {
            var body = string.Join(Close, chunk.Where(payload => !payload.Contains("\n:::", StringComparison.Ordinal))) + $"\n\nÉdition {edition}.\n";
            var title = Quoted(OneLine(chunk[0]) + $" {number}");
            await WriteAsync(folder, $"charters/hostile-{number}.md", $"---\ntitle: {title}\nsummary: {Quoted(OneLine(chunk[^1]))}\nreviewBy: 2027-11-30\naudience: partenaire\nnumber: {Quoted($"{number}-{edition}")}\n{(edition > 1 ? "change: editorial\n" : string.Empty)}---\n\n{body}");
            await WriteAsync(folder, $"pages/hostile-{number}.md", $"---\ntitle: {title}\nsummary: {Quoted(OneLine(chunk[^1]))}\nreviewBy: 2027-11-30\n---\n\n{body}");
            var notes = string.Join(Close, chunk.Where(payload => !payload.Contains(":::", StringComparison.Ordinal)));
            await WriteAsync(folder, $"materials/hostile-{number}.md", $"---\ntitle: {title}\nsummary: {Quoted(OneLine(chunk[^1]))}\nreviewBy: 2027-11-30\naxis: donnees\nkind: atelier\nminutes: 10\nlicence: {Quoted("<b onclick=alert(1)>Libre</b>")}\n---\n\n:::animateur\n{notes}{Close}:::\n\n{body}");
        }
    }

    // Of one edition only: an item is pinned by its words, and the bank shows what stands in it.
    private static string Item(string payload, int number)
    {
        var inGift = InGift(payload);
        return $$"""
            // [id:hb-{{number:000}}] [tag:{{Levels[number % Levels.Length]}}]
            ::hb-{{number:000}}:: [html]Énoncé {{inGift}} ?  {
              ~[html]Un {{inGift}} #[html]Retour {{inGift}}
              =Deux #[markdown]Retour {{inGift}}
              ~Trois #Retour {{inGift}}
            }

            """.Replace("\r", string.Empty, StringComparison.Ordinal) + "\n";
    }

    // A fence inside a question would close the block the question stands in.
    private static string InGift(string payload) => string
        .Concat(payload.ReplaceLineEndings("\n").Replace("\n\n", "\n", StringComparison.Ordinal).Select(letter => "\\~=#{}:".Contains(letter) ? $"\\{letter}" : $"{letter}"))
        .Replace("```", "` ` `", StringComparison.Ordinal).Replace("~~~", "~ ~ ~", StringComparison.Ordinal);

    private static string Lesson(string payload, int number, int edition)
    {
        var inGift = InGift(payload);
        return $"""
            ---
            title: {Quoted(OneLine(payload))}
            minutes: 1
            objectives:
              - {Quoted(OneLine(payload))}
            reviewBy: 2027-11-30
            sources:
              - title: {Quoted(OneLine(payload))}
                publisher: {Quoted(OneLine(payload))}
                year: 2026
                url: https://exemple.fr/
            ---

            ```gift
            ::h-{number:000}:: [html]Énoncé {inGift} ?  {"{"}
              ~[html]Un {inGift} #[html]Retour {inGift}
              =Deux #[markdown]Retour {inGift}
              ~Trois #Retour {inGift}
            {"}"}
            ```

            :::animateur
            Notes.

            {(payload.Contains(":::", StringComparison.Ordinal) ? "x" : payload)}
            :::

            Édition {edition}.

            {payload}
            """.Replace("\r", string.Empty, StringComparison.Ordinal) + "\n";
    }

    // YAML's double quotes are JSON's; titles are of one line.
    private static string Quoted(string text) => JsonSerializer.Serialize(text, Plain);

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string OneLine(string payload)
    {
        var line = new string([.. payload.Where(letter => !char.IsControl(letter) && letter is not ('\u2028' or '\u2029' or '\ufeff'))]).Trim();
        return line.Length == 0 ? "Vide" : line[..Math.Min(line.Length, 180)];
    }

    private static async Task WriteAsync(string folder, string path, string text)
    {
        var full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        await File.WriteAllTextAsync(full, text, new UTF8Encoding(false));
    }
}
