using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tn.Certification.Appeals;
using Tn.Certification.CaseStudies;
using Tn.Certification.Certificates;
using Tn.Certification.Exam;
using Tn.Certification.Jury;
using Tn.Certification.Surveillance;
using Tn.Contracts;
using Tn.Journey.Charter;
using Tn.Journey.Path;
using Tn.Kernel;
using Tn.Platform.Data;
using Tn.Platform.Mail;
using Tn.Reminders.Due;
using Tn.Reminders.Notices;

namespace Tn.Testing.Histories;

/// <summary>All rows of a history as they stand at its end: what its properties are judged on. Read only; nothing of the product's code is asked.</summary>
internal sealed class Ledger
{
    private Ledger()
    {
    }

    public required Calendar Calendar { get; init; }

    public required Journal Journal { get; init; }

    public required Completions Completions { get; init; }

    public required IReadOnlyList<PublishedDocument> Charters { get; init; }

    /// <summary>What each certificate said on the day it was issued.</summary>
    public required IReadOnlyDictionary<CertificateId, string> AsIssued { get; init; }

    public required IReadOnlyList<Life> Lives { get; init; }

    public required IReadOnlyList<JuryCase> Cases { get; init; }

    public required ILookup<JuryCaseId, JuryVote> Votes { get; init; }

    public required ILookup<JuryCaseId, DeclaredRecusal> Recusals { get; init; }

    public required ILookup<CertificateId, CertificateFact> Facts { get; init; }

    public required IReadOnlyList<Appeal> Appeals { get; init; }

    public required IReadOnlyList<YearlyDeclaration> Declarations { get; init; }

    public required IReadOnlyList<Control> Controls { get; init; }

    public required IReadOnlyList<DueReminder> Planned { get; init; }

    /// <summary>Every notice, by its person and key, with its instant.</summary>
    public required IReadOnlyList<(PersonId Person, string Key, DateTimeOffset At)> Notices { get; init; }

    public required IReadOnlyList<string> MailKeys { get; init; }

    public static async Task<Ledger> ReadAsync(HistorySite site, Calendar calendar, Journal journal, IReadOnlyDictionary<CertificateId, string> asIssued) => new()
    {
        Calendar = calendar,
        Journal = journal,
        Completions = site.Completions,
        Charters = site.Charters.Versions,
        AsIssued = asIssued,
        Lives = await LivesAsync(site),
        Cases = await AllAsync<JuryCase>(site),
        Votes = (await AllAsync<JuryVote>(site)).ToLookup(row => row.Case),
        Recusals = (await AllAsync<DeclaredRecusal>(site)).ToLookup(row => row.Case),
        Facts = (await AllAsync<CertificateFact>(site)).OrderBy(row => row.Index).ToLookup(row => row.Certificate),
        Appeals = await AllAsync<Appeal>(site),
        Declarations = await AllAsync<YearlyDeclaration>(site),
        Controls = await AllAsync<Control>(site),
        Planned = await AllAsync<DueReminder>(site),
        Notices = await site.AskAsync<TnDbContext, List<(PersonId, string, DateTimeOffset)>>(async db =>
            [.. (await db.Set<Notice>().Select(row => new { row.Person, row.Key, row.At }).ToListAsync()).Select(row => (row.Person, row.Key, row.At))]),
        MailKeys = await site.AskAsync<TnDbContext, List<string>>(db => db.Set<OutgoingMail>().Select(row => row.Key).ToListAsync()),
    };

    /// <summary>The file of a person as of now, or null.</summary>
    public static Task<ConsultantDossier?> FindDossierAsync(HistorySite site, PersonId person) =>
        site.AskAsync<TnDbContext, ConsultantDossier?>(db => db.Set<ConsultantDossier>().AsNoTracking().SingleOrDefaultAsync(one => one.Person == person));

    /// <summary>Everything a certificate says.</summary>
    public static string Print(Certificate certificate) => JsonSerializer.Serialize(certificate, TnJson.Options);

    private static async Task<IReadOnlyList<Life>> LivesAsync(HistorySite site)
    {
        var paths = (await AllAsync<PathHistoryRow>(site)).OrderBy(row => row.Ordinal).ToLookup(row => row.Dossier);
        var certificates = (await AllAsync<Certificate>(site)).OrderBy(row => row.IssuedAt).ToLookup(row => row.Holder);
        var signatures = (await AllAsync<CharterSignature>(site)).OrderBy(row => row.SignedAt).ToLookup(row => row.Person);
        var works = (await AllAsync<CaseStudy>(site)).ToLookup(row => row.Candidate);
        var sittings = (await SittingsAsync(site)).ToLookup(one => one.Sitting.Candidate);
        return [.. (await AllAsync<ConsultantDossier>(site)).Select(dossier => new Life(
            dossier, [.. paths[dossier.Id]], [.. certificates[dossier.Person]], [.. signatures[dossier.Person]], [.. works[dossier.Person]], [.. sittings[dossier.Person]]))];
    }

    private static async Task<IEnumerable<Sat>> SittingsAsync(HistorySite site)
    {
        var rows = (await AllAsync<SittingHistoryRow>(site)).OrderBy(row => row.Ordinal).ToLookup(row => row.Sitting);
        var axes = (await AllAsync<SittingItem>(site)).ToDictionary(row => (row.Sitting, row.Position), row => row.Axis);
        var right = (await AllAsync<SittingAnswer>(site)).Where(row => row.Response.Choices is [Bank.Right]).Select(row => (row.Sitting, Axis: axes[(row.Sitting, row.Position)])).ToLookup(row => row.Sitting, row => row.Axis);
        var sittings = await AllAsync<Sitting>(site);
        return sittings.OrderBy(row => row.StartedAt).Select(row => new Sat(row, [.. rows[row.Id]], [.. right[row.Id]]));
    }

    private static Task<List<T>> AllAsync<T>(HistorySite site)
        where T : class => site.AskAsync<TnDbContext, List<T>>(db => db.Set<T>().AsNoTracking().ToListAsync());
}

/// <summary>A sitting with its history and the axis of each right answer.</summary>
internal sealed record Sat(Sitting Sitting, IReadOnlyList<SittingHistoryRow> Rows, IReadOnlyList<string> RightAxes)
{
    /// <summary>Where it stood at an instant.</summary>
    public SittingStatus At(DateTimeOffset instant) => Rows.LastOrDefault(row => row.At <= instant)?.To ?? SittingStatus.Open;

    /// <summary>Seven of ten, and half of each axis: counted anew from the answers.</summary>
    public bool IsPassing => RightAxes.Count * 10 >= Sitting.ItemCount * 7
        && Axes.Founding.All(axis => RightAxes.Count(one => one == axis.Key) * 2 >= Sitting.ItemCount / Axes.Founding.Count);
}

/// <summary>A stay in a state of the path.</summary>
/// <param name="Ordinal">Of the row that entered it; 0 for the first.</param>
/// <param name="Left">When it was left; null when it still stands there.</param>
internal sealed record Stay(PathState State, DateTimeOffset Entered, DateTimeOffset? Left, int Ordinal)
{
    public bool Holds(DateTimeOffset instant) => Entered <= instant && (Left is null || instant < Left);
}

/// <summary>All that a consultant went through.</summary>
/// <param name="Path">First to last.</param>
/// <param name="Certificates">By the instant of their issue.</param>
internal sealed record Life(
    ConsultantDossier Dossier,
    IReadOnlyList<PathHistoryRow> Path,
    IReadOnlyList<Certificate> Certificates,
    IReadOnlyList<CharterSignature> Signatures,
    IReadOnlyList<CaseStudy> Works,
    IReadOnlyList<Sat> Sittings)
{
    public PersonId Person => Dossier.Person;

    public IReadOnlyList<Stay> Stays { get; } =
    [
        new(PathState.CensusInProgress, Dossier.OpenedAt, Path.Count == 0 ? null : Path[0].At, 0),
        .. Path.Select((row, at) => new Stay(row.To, row.At, at + 1 < Path.Count ? Path[at + 1].At : null, row.Ordinal)),
    ];

    /// <summary>The moves from a while before an instant on, in one line: what explains a violation.</summary>
    public string Told(DateTimeOffset instant) => string.Join(", ", Path
        .Where(row => row.At > instant.AddDays(-90)).Take(8)
        .Select(row => $"{row.At:yyyy-MM-dd HH:mm} {row.Trigger} to {row.To}"));

    /// <summary>Where she stood at an instant, what happened then included.</summary>
    public PathState StateAt(DateTimeOffset instant) => Stays.Last(stay => stay.Entered <= instant || stay.Ordinal == 0).State;
}
