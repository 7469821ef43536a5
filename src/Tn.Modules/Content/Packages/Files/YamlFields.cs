using System.Globalization;
using Tn.Content.Rendering;

namespace Tn.Content.Packages.Files;

/// <summary>Reads named values with their type, and says what is missing or wrong, with its line.</summary>
internal sealed class YamlFields(YamlMapping mapping, Findings findings)
{
    private readonly Dictionary<string, YamlValue> values = mapping.Entries.ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
    private readonly HashSet<string> read = new(StringComparer.Ordinal);

    public int LineOf(string name) => values.TryGetValue(name, out var value) ? value.Line : mapping.Line;

    public bool Has(string name) => values.ContainsKey(name);

    /// <summary>A text, or null when absent.</summary>
    public string? Text(string name, int maximum = 300)
    {
        if (!Find(name, out var value))
        {
            return null;
        }

        if (value is not YamlText text)
        {
            findings.Error(value.Line, $"« {name} » doit être un texte sur une ligne.");
            return null;
        }

        if (text.Text.Length > maximum)
        {
            findings.Error(value.Line, $"« {name} » dépasse {maximum} caractères.");
        }

        return text.Text.Trim() is { Length: > 0 } words ? words.ReplaceLineEndings(" ") : null;
    }

    /// <summary>A text that must be there.</summary>
    public string Required(string name, int maximum = 300)
    {
        var text = Text(name, maximum);
        if (text is null)
        {
            findings.Error(LineOf(name), $"« {name} » manque.");
        }

        return text ?? string.Empty;
    }

    /// <summary>One of some words.</summary>
    public string OneOf(string name, params string[] allowed)
    {
        var text = Required(name);
        if (text.Length > 0 && !allowed.Contains(text))
        {
            findings.Error(LineOf(name), $"« {name} » vaut « {text} » ; il peut valoir : {string.Join(", ", allowed)}.");
        }

        return text;
    }

    /// <summary>A whole number between two bounds.</summary>
    public int Whole(string name, int low, int high, int whenAbsent)
    {
        var text = Text(name);
        if (text is null)
        {
            return whenAbsent;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= low && number <= high)
        {
            return number;
        }

        findings.Error(LineOf(name), $"« {name} » vaut « {text} » ; il faut un nombre entier de {low} à {high}.");
        return whenAbsent;
    }

    /// <summary>A day written 2027-11-30.</summary>
    public DateOnly? Day(string name)
    {
        var text = Text(name);
        if (text is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        findings.Error(LineOf(name), $"« {name} » vaut « {text} » ; écrivez une date comme 2027-11-30.");
        return null;
    }

    /// <summary>A list of texts; empty when absent.</summary>
    public IReadOnlyList<string> Lines(string name)
    {
        if (!Find(name, out var value))
        {
            return [];
        }

        if (value is YamlList list && list.Items.All(item => item is YamlText))
        {
            return [.. list.Items.Cast<YamlText>().Select(item => item.Text.ReplaceLineEndings(" ").Trim())];
        }

        findings.Error(value.Line, $"« {name} » doit être une liste de textes (« - … »). Mettez entre guillemets un texte qui contient « : ».");
        return [];
    }

    /// <summary>A list of mappings; empty when absent.</summary>
    public IReadOnlyList<YamlFields> Groups(string name)
    {
        if (!Find(name, out var value))
        {
            return [];
        }

        if (value is YamlList list && list.Items.All(item => item is YamlMapping))
        {
            return [.. list.Items.Cast<YamlMapping>().Select(item => new YamlFields(item, findings))];
        }

        findings.Error(value.Line, $"« {name} » doit être une liste d’éléments, chacun avec ses noms et valeurs.");
        return [];
    }

    /// <summary>A mapping; null when absent.</summary>
    public YamlFields? Group(string name)
    {
        if (!Find(name, out var value))
        {
            return null;
        }

        if (value is YamlMapping inner)
        {
            return new YamlFields(inner, findings);
        }

        findings.Error(value.Line, $"« {name} » doit contenir des lignes « nom: valeur ».");
        return null;
    }

    /// <summary>What was not read yet, each value as lines of text: the fields of a kind this module does not interpret.</summary>
    public SortedDictionary<string, string> Rest()
    {
        var rest = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values.Where(entry => !read.Contains(entry.Key)))
        {
            rest[name] = Flat(value);
        }

        return rest;
    }

    /// <summary>Warns of names nobody reads: usually a spelling mistake.</summary>
    public void WarnOfRest()
    {
        foreach (var (name, value) in values.Where(entry => !read.Contains(entry.Key)))
        {
            findings.Warn(value.Line, $"« {name} » n’est pas connu ici : vérifiez l’orthographe.");
        }
    }

    private bool Find(string name, out YamlValue value)
    {
        read.Add(name);
        return values.TryGetValue(name, out value!);
    }

    private static string Flat(YamlValue value) => value switch
    {
        YamlText text => text.Text.ReplaceLineEndings(" ").Trim(),
        YamlList list => string.Join('\n', list.Items.Select(Flat)),
        YamlMapping inner => string.Join(" | ", inner.Entries.Select(entry => Flat(entry.Value))),
        _ => string.Empty,
    };
}
