using Tn.Content.Rendering;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Tn.Content.Packages.Files;

/// <summary>A YAML value with its line.</summary>
internal abstract record YamlValue(int Line);

internal sealed record YamlText(string Text, int Line) : YamlValue(Line);

internal sealed record YamlList(IReadOnlyList<YamlValue> Items, int Line) : YamlValue(Line);

internal sealed record YamlMapping(IReadOnlyList<KeyValuePair<string, YamlValue>> Entries, int Line) : YamlValue(Line);

/// <summary>
/// Reads the plain part of YAML: texts, lists, mappings. Anchors, aliases and tags are refused (an alias bomb is a few lines
/// that walk for ever), and so are a second document, depth and size.
/// </summary>
internal static class SafeYaml
{
    private const int MaximumLength = 64 * 1024;
    private const int MaximumDepth = 6;

    /// <summary>The mapping, or null after an error among the findings.</summary>
    /// <param name="lineOffset">Lines before the text in its file.</param>
    public static YamlMapping? Read(string text, Findings findings, int lineOffset = 0)
    {
        if (text.Length > MaximumLength)
        {
            findings.Error(lineOffset + 1, $"Le YAML dépasse {MaximumLength / 1024} ko.");
            return null;
        }

        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
            {
                return new YamlMapping([], lineOffset + 1);
            }

            parser.Consume<DocumentStart>();
            var root = ReadValue(parser, 0, lineOffset);
            parser.Consume<DocumentEnd>();
            if (!parser.Accept<StreamEnd>(out _))
            {
                findings.Error(lineOffset + (int)parser.Current!.Start.Line, "Le YAML contient plusieurs documents. Gardez-en un.");
                return null;
            }

            if (root is YamlMapping mapping)
            {
                return mapping;
            }

            findings.Error(lineOffset + root.Line, "Le YAML doit être une suite de lignes « nom: valeur ».");
        }
        catch (YamlRefused refused)
        {
            findings.Error(refused.Line, refused.Message);
        }
        catch (YamlException wrong)
        {
            findings.Error(lineOffset + (int)wrong.Start.Line, $"Le YAML est mal écrit : {wrong.Message}");
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or ArgumentException or FormatException)
        {
            // Some invalid documents make the parser throw these instead of its own exception.
            findings.Error(lineOffset + 1, "Le YAML est mal écrit.");
        }

        return null;
    }

    private static YamlValue ReadValue(Parser parser, int depth, int lineOffset)
    {
        var line = lineOffset + (int)parser.Current!.Start.Line;
        if (depth > MaximumDepth)
        {
            throw new YamlRefused(line, "Le YAML est imbriqué trop profondément.");
        }

        if (parser.Current is AnchorAlias || parser.Current is NodeEvent { Anchor.IsEmpty: false })
        {
            throw new YamlRefused(line, "Les ancres et les alias YAML (« & » et « * ») sont refusés. Répétez la valeur, ou mettez-la entre guillemets.");
        }

        if (parser.Current is NodeEvent { Tag.IsEmpty: false })
        {
            throw new YamlRefused(line, "Les étiquettes YAML (« ! ») sont refusées. Mettez la valeur entre guillemets.");
        }

        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return new YamlText(scalar.Value, line);
        }

        return parser.TryConsume<SequenceStart>(out _) ? ReadList(parser, depth, line, lineOffset) : ReadMapping(parser, depth, line, lineOffset);
    }

    private static YamlList ReadList(Parser parser, int depth, int line, int lineOffset)
    {
        var items = new List<YamlValue>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadValue(parser, depth + 1, lineOffset));
        }

        return new YamlList(items, line);
    }

    private static YamlMapping ReadMapping(Parser parser, int depth, int line, int lineOffset)
    {
        parser.Consume<MappingStart>();
        var entries = new List<KeyValuePair<string, YamlValue>>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadValue(parser, depth + 1, lineOffset) as YamlText ?? throw new YamlRefused(line, "Un nom YAML doit être un simple texte.");
            if (!names.Add(key.Text))
            {
                throw new YamlRefused(key.Line, $"« {key.Text} » est écrit deux fois.");
            }

            entries.Add(new(key.Text, ReadValue(parser, depth + 1, lineOffset)));
        }

        return new YamlMapping(entries, line);
    }

    private sealed class YamlRefused(int line, string message) : Exception(message)
    {
        public int Line { get; } = line;
    }
}
