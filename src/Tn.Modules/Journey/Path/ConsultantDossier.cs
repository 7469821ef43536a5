using Tn.Journey.Census;
using Tn.Platform.Data;

namespace Tn.Journey.Path;

internal readonly record struct DossierId(Guid Value) : IGuidId<DossierId>
{
    public static DossierId From(Guid value) => new(value);

    public static DossierId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString("D");
}

/// <summary>
/// A consultant's file: where they stand on the path, and a summary of the census for lists.
/// Its state changes only through <see cref="Move"/>; each move is a row of a chained history whose head is kept here,
/// so that neither a changed row nor a missing last row goes unseen.
/// </summary>
internal sealed class ConsultantDossier : IRevisioned
{
    private ConsultantDossier()
    {
    }

    public DossierId Id { get; private set; }

    public PersonId Person { get; private set; }

    /// <summary><c>C-2026-0001</c>: year of opening, then order in that year.</summary>
    public string Number { get; private set; } = string.Empty;

    public string DisplayName { get; private set; } = string.Empty;

    public string EnterpriseName { get; private set; } = string.Empty;

    /// <summary>Only a SIRET whose keys are right is kept here; unique over all files.</summary>
    public string? Siret { get; private set; }

    public string? Commune { get; private set; }

    public List<string> Axes { get; private set; } = [];

    public List<string> Ties { get; private set; } = [];

    public List<string> Departments { get; private set; } = [];

    /// <summary>Keys of what the person agreed to publish.</summary>
    public List<string> Published { get; private set; } = [];

    public PathState State { get; private set; }

    public DateTimeOffset StateSince { get; private set; }

    /// <summary>The last day of the state by the rule in force when it was entered; null when it has no maximum age.</summary>
    public DateOnly? DueOn { get; private set; }

    public PathState? BeforeResignature { get; private set; }

    public PathState? BeforeSanction { get; private set; }

    /// <summary>The file this one was merged into, or null: a merged file moves no more until the merge is undone.</summary>
    public DossierId? MergedInto { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>When the census was last submitted; one request for pieces is allowed since.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>Rows in the history.</summary>
    public int HistoryLength { get; private set; }

    /// <summary>Hash of the last row of the history.</summary>
    public string HistoryHead { get; private set; } = HashChain.Origin;

    public int Revision { get; set; }

    public PathPosition Position => new(State, BeforeResignature, BeforeSanction);

    /// <summary>Opens a file at the start of the path.</summary>
    /// <param name="ordinal">The file's order in the year, from 1.</param>
    public static ConsultantDossier Open(PersonId person, string displayName, int ordinal, DateTimeOffset at) => new()
    {
        Id = DossierId.New(at),
        Person = person,
        Number = $"C-{French.Day(at).Year}-{ordinal:0000}",
        DisplayName = displayName,
        State = PathPosition.Start.State,
        StateSince = at,
        OpenedAt = at,
    };

    /// <summary>
    /// Fires a trigger. Refused with <c>path.not-allowed</c>, and nothing changed, when the machine does not declare the move;
    /// with <c>dossier.merged</c> when the file was merged into another.
    /// </summary>
    /// <param name="dueOnOf">The last day of a state entered today, or null.</param>
    public Outcome<PathHistoryRow> Move(PathTrigger trigger, string reason, ActContext act, Func<PathState, DateOnly?> dueOnOf)
    {
        if (MergedInto is not null)
        {
            return new Refusal("dossier.merged");
        }

        if (PathMachine.Next(Position, trigger) is not { } next)
        {
            return new Refusal("path.not-allowed");
        }

        var row = PathHistoryRow.After(this, trigger, next.State, reason, act);
        State = next.State;
        StateSince = row.At;
        DueOn = dueOnOf(next.State);
        BeforeResignature = next.BeforeResignature;
        BeforeSanction = next.BeforeSanction;
        HistoryLength = row.Ordinal;
        HistoryHead = row.Hash;
        if (trigger == PathTrigger.SubmitCensus)
        {
            SubmittedAt = row.At;
        }

        return row;
    }

    /// <summary>Folds the file into another; null takes it out again.</summary>
    public void MergeInto(DossierId? other) => MergedInto = other;

    /// <summary>Keeps of the census what lists, juries and the directory need.</summary>
    public void Summarise(CensusEntry entry)
    {
        var name = $"{entry.Person?.GivenName} {entry.Person?.FamilyName}".Trim();
        DisplayName = name.Length > 0 ? Text.Cut(name, 200) : DisplayName;
        EnterpriseName = Text.Cut(Text.FirstOf(entry.Enterprise?.TradeName, entry.Enterprise?.Denomination) ?? string.Empty, 300);
        Siret = Census.Siret.Parse(entry.Enterprise?.Siret) is { IsDone: true } siret ? siret.Value.Digits : null;
        Commune = Text.FirstOf(entry.Enterprise?.CommuneName) is { } commune ? Text.Cut(commune, 200) : null;
        Axes = [.. entry.Competences?.PractisedAxes.Select(one => one.Axis) ?? []];
        Ties = [.. entry.Independence?.DeclaredTies.Select(tie => Text.FirstOf(tie.Vendor) ?? string.Empty) ?? []];
        Departments = [.. entry.Territories?.AllDepartments ?? []];
        Published = [.. (entry.Statements?.Published ?? []).Where(CensusLists.Publishable.Has)];
    }
}
