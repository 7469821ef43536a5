using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Tn.Certification.Certificates;
using Tn.Certification.Exam;
using Tn.Platform.Data;
using Tn.Platform.Web;

namespace Tn.Certification.Programme;

/// <summary>A stage of the path with how many files stand in it.</summary>
internal sealed record StageCount(string Stage, int Files);

/// <summary>A line of a table of certificates in force.</summary>
internal sealed record ForceCount(string Name, int Certificates);

/// <summary>The public state of progress, as of an instant. No name, and nothing about fewer than five people's results.</summary>
/// <param name="Sittings">Graded in the last twelve months.</param>
/// <param name="PassPercent">Null below <see cref="SmallestSample"/> sittings.</param>
internal sealed record Figures(
    DateTimeOffset At,
    IReadOnlyList<StageCount> Stages,
    int Files,
    int InForce,
    IReadOnlyList<ForceCount> ByAxis,
    IReadOnlyList<ForceCount> ByDepartment,
    int Sittings,
    int? PassPercent)
{
    /// <summary>Below this many results a rate would tell of persons.</summary>
    public const int SmallestSample = 5;
}

/// <summary>Counts what is published of the programme; kept ten minutes.</summary>
internal sealed class ProgrammeFigures(TnDbContext db, IConsultantPath path, CertificateQueries certificates, IMemoryCache cache, TimeProvider clock)
{
    private static readonly (string Stage, PathState[] States)[] Stages =
    [
        (Texts.Key("Recensement en cours"), [PathState.CensusInProgress]),
        (Texts.Key("Recevabilité"), [PathState.UnderAdmissibility, PathState.PiecesRequested]),
        (Texts.Key("Charte à signer"), [PathState.CharterToSign, PathState.ResignatureDue, PathState.ResignatureOverdue]),
        (Texts.Key("Autoformation"), [PathState.InTraining]),
        (Texts.Key("Épreuve de connaissances"), [PathState.ExamOpen, PathState.ExamRetake]),
        (Texts.Key("Étude de cas"), [PathState.CaseStudy]),
        (Texts.Key("Jury"), [PathState.AwaitingJury, PathState.Deferred]),
        (Texts.Key("Certifiés"), [PathState.Certified, PathState.Probationary]),
        (Texts.Key("Renouvellement"), [PathState.RenewalOpen, PathState.RenewalAwaitingJury]),
        (Texts.Key("Suspendus, retirés ou échus"), [PathState.Suspended, PathState.Withdrawn, PathState.Lapsed]),
        (Texts.Key("Non recevables, clos ou refusés"), [PathState.NotAdmissible, PathState.Closed, PathState.Rejected]),
    ];

    /// <summary>The figures, at most ten minutes old.</summary>
    public async Task<Figures> ReadAsync(CancellationToken cancellationToken) =>
        (await cache.GetOrCreateAsync("certification.figures", entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(10);
            return CountAsync(cancellationToken);
        }))!;

    /// <summary>The figures as of now.</summary>
    public async Task<Figures> CountAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var byState = await path.CountsAsync(cancellationToken);
        var today = French.Day(now);
        var inForce = (await certificates.InTermAsync(today, cancellationToken))
            .Where(view => view.StandingOn(today) is CertificateStanding.Valid or CertificateStanding.ValidOnProbation)
            .Select(view => view.Certificate)
            .DistinctBy(certificate => certificate.Holder)
            .ToList();
        var (sittings, passed) = await SittingsAsync(now, cancellationToken);
        return new Figures(
            now,
            [.. Stages.Select(stage => new StageCount(stage.Stage, stage.States.Sum(state => byState.GetValueOrDefault(state))))],
            byState.Values.Sum(),
            inForce.Count,
            [.. Axes.All.Select(axis => new ForceCount(axis.Name, inForce.Count(certificate => certificate.Axes.Contains(axis.Key))))],
            ByDepartment(inForce),
            sittings,
            sittings >= Figures.SmallestSample ? passed * 100 / sittings : null);
    }

    private async Task<(int All, int Passed)> SittingsAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now.AddYears(-1);
        var graded = db.Set<Sitting>().AsNoTracking().Where(row => row.Status == SittingStatus.Published && row.StartedAt >= since);
        return (await graded.CountAsync(cancellationToken), await graded.CountAsync(row => row.Passed == true, cancellationToken));
    }

    private static IReadOnlyList<ForceCount> ByDepartment(IEnumerable<Certificate> inForce) =>
        [.. inForce.SelectMany(certificate => certificate.Departments.Distinct(StringComparer.Ordinal))
            .GroupBy(code => code)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new ForceCount(Departments.NameOf(group.Key) is { } name && name != group.Key ? $"{group.Key} {name}" : group.Key, group.Count()))];
}
