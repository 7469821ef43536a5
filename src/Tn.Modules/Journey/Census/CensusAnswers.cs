using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tn.Journey.Path;
using Tn.Platform.Data;

namespace Tn.Journey.Census;

/// <summary>The answers of one step, as one JSON document, with where they come from and their freshness.</summary>
internal sealed class CensusAnswers
{
    private const int LongestJson = 64 * 1024;

    private CensusAnswers()
    {
    }

    public DossierId Dossier { get; private init; }

    public CensusStep Step { get; private init; }

    public string Json { get; private set; } = "{}";

    /// <summary>Where each answered value comes from, by field.</summary>
    public Dictionary<string, ValueMark> Marks { get; private set; } = [];

    public DateTimeOffset SavedAt { get; private set; }

    public static CensusAnswers Of(DossierId dossier, CensusStep step) => new() { Dossier = dossier, Step = step };

    /// <summary>Keeps the answers. Refused when they are longer than any honest form.</summary>
    public Outcome Keep(object answers, DateTimeOffset at)
    {
        var json = JsonSerializer.Serialize(answers, answers.GetType(), TnJson.Options);
        if (json.Length > LongestJson)
        {
            return new Refusal("census.too-long");
        }

        Marks = ValueMarks.After(Marks, Json, SavedAt, json, at);
        Json = json;
        SavedAt = at;
        return Outcome.Done;
    }

    /// <summary>Gives the values of some fields another origin; fields without an answer have none.</summary>
    public void Mark(IEnumerable<string> fields, ValueMark mark)
    {
        var answered = ValueMarks.Flatten(Json);
        var marks = new Dictionary<string, ValueMark>(Marks, StringComparer.OrdinalIgnoreCase);
        foreach (var field in fields.Where(answered.ContainsKey))
        {
            marks[field] = mark;
        }

        Marks = marks;
    }

    /// <summary>The answers as typed objects.</summary>
    public object Read() => JsonSerializer.Deserialize(Json, TypeOf(Step), TnJson.Options)!;

    /// <summary>The class that holds a step's answers.</summary>
    public static Type TypeOf(CensusStep step) => step switch
    {
        CensusStep.Person => typeof(PersonStep),
        CensusStep.Enterprise => typeof(EnterpriseStep),
        CensusStep.Guarantees => typeof(GuaranteesStep),
        CensusStep.Independence => typeof(IndependenceStep),
        CensusStep.Competences => typeof(CompetencesStep),
        CensusStep.Territories => typeof(TerritoriesStep),
        CensusStep.References => typeof(ReferencesStep),
        CensusStep.Recognitions => typeof(RecognitionsStep),
        CensusStep.Statements => typeof(StatementsStep),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };
}

/// <summary>A person's census as of now.</summary>
/// <param name="SavedAt">When each saved step was last saved.</param>
internal sealed record CensusFolder(ConsultantDossier? Dossier, CensusEntry Entry, IReadOnlyDictionary<CensusStep, DateTimeOffset> SavedAt)
{
    /// <summary>Where the values of each saved step come from, by field.</summary>
    public IReadOnlyDictionary<CensusStep, IReadOnlyDictionary<string, ValueMark>> Marks { get; init; } = new Dictionary<CensusStep, IReadOnlyDictionary<string, ValueMark>>();

    /// <summary>Where a value comes from, or null when it was not answered.</summary>
    public ValueMark? MarkOf(CensusStep step, string field) => Marks.TryGetValue(step, out var marks) ? marks.GetValueOrDefault(field) : null;
}

/// <summary>Reads censuses.</summary>
internal sealed class CensusReader(TnDbContext db)
{
    /// <summary>The census of a person; an empty one when they never began.</summary>
    public async Task<CensusFolder> OfAsync(PersonId person, CancellationToken cancellationToken)
    {
        var dossier = await db.Set<ConsultantDossier>().AsNoTracking().SingleOrDefaultAsync(one => one.Person == person, cancellationToken);
        return dossier is null
            ? new CensusFolder(null, new CensusEntry(), new Dictionary<CensusStep, DateTimeOffset>())
            : await OfAsync(dossier, cancellationToken);
    }

    /// <summary>The census of a file.</summary>
    public async Task<CensusFolder> OfAsync(ConsultantDossier dossier, CancellationToken cancellationToken)
    {
        var rows = await db.Set<CensusAnswers>().AsNoTracking().Where(row => row.Dossier == dossier.Id).ToListAsync(cancellationToken);
        var entry = rows.Aggregate(new CensusEntry(), (all, row) => all.With(row.Read()));
        return new CensusFolder(dossier, entry, rows.ToDictionary(row => row.Step, row => row.SavedAt))
        {
            Marks = rows.ToDictionary(row => row.Step, IReadOnlyDictionary<string, ValueMark> (row) => new Dictionary<string, ValueMark>(row.Marks, StringComparer.OrdinalIgnoreCase)),
        };
    }
}
