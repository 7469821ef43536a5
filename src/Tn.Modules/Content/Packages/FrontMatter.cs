using Tn.Content.Packages.Files;
using Tn.Content.Rendering;

namespace Tn.Content.Packages;

/// <summary>A Markdown file's front matter and text.</summary>
/// <param name="BodyOffset">Lines before the text in its file.</param>
internal sealed record FrontMatter(YamlFields Fields, string Body, int BodyOffset)
{
    /// <summary>Splits a file at its two <c>---</c> lines; null after an error among the findings.</summary>
    public static FrontMatter? Split(string text, Findings findings)
    {
        var lines = text.Split('\n');
        var end = lines[0].TrimEnd() == "---" ? Array.FindIndex(lines, 1, line => line.TrimEnd() == "---") : -1;
        if (end < 0)
        {
            findings.Error(1, "Le fichier doit commencer par un en-tête entre deux lignes « --- ».");
            return null;
        }

        var yaml = SafeYaml.Read(string.Join('\n', lines[1..end]), findings, 1);
        var start = Array.FindIndex(lines, end + 1, line => !string.IsNullOrWhiteSpace(line));
        return yaml is null ? null : start < 0
            ? new FrontMatter(new YamlFields(yaml, findings), string.Empty, end + 1)
            : new FrontMatter(new YamlFields(yaml, findings), string.Join('\n', lines[start..]).TrimEnd() + "\n", start);
    }
}
