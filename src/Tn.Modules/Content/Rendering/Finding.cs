using Tn.Platform.Web;

namespace Tn.Content.Rendering;

/// <summary>How bad a finding is.</summary>
internal enum Severity
{
    /// <summary>Erreur : refused as a whole.</summary>
    Error,

    /// <summary>Avertissement : the committee will see it.</summary>
    Warning,

    /// <summary>Remarque.</summary>
    Note,
}

/// <summary>Something to correct, and where.</summary>
/// <param name="File">In the package, or the document's address.</param>
/// <param name="Line">From 1; 0 when it is about the whole file.</param>
/// <param name="Message">In French, with the way out.</param>
/// <param name="Code">Stable, for machines: <c>dead-link</c>; empty for what only people read.</param>
internal sealed record Finding(string File, int Line, Severity Severity, string Message, string Code = "")
{
    /// <summary>"fichier.md:12: erreur : …", as compilers write it.</summary>
    public override string ToString() => $"{File}{(Line > 0 ? $":{Line}" : string.Empty)}: {SeverityName} : {Message}";

    public string SeverityName => Severity switch
    {
        Severity.Error => Texts.Key("erreur"),
        Severity.Warning => Texts.Key("avertissement"),
        _ => Texts.Key("remarque"),
    };
}

/// <summary>Collects the findings of one file.</summary>
internal sealed class Findings(string file)
{
    private readonly List<Finding> all = [];

    public string File { get; } = file;

    public IReadOnlyList<Finding> All => all;

    public bool HasError => all.Exists(finding => finding.Severity == Severity.Error);

    public void Error(int line, string message, string code = "") => all.Add(new Finding(File, line, Severity.Error, message, code));

    public void Warn(int line, string message, string code = "") => all.Add(new Finding(File, line, Severity.Warning, message, code));

    public void Note(int line, string message, string code = "") => all.Add(new Finding(File, line, Severity.Note, message, code));

    public void Add(IEnumerable<Finding> others) => all.AddRange(others);
}
