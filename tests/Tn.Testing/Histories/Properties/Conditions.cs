using System.Security.Cryptography;
using System.Text;
using Tn.Certification.CaseStudies;
using Tn.Certification.Certificates;
using Tn.Certification.Exam;
using Tn.Certification.Jury;
using Tn.Contracts;
using Tn.Journey.Path;
using Tn.Kernel;

namespace Tn.Testing.Histories.Properties;

/// <summary>
/// The three conditions of a certificate, each from the rows that prove it, at the instant of issue. "The walk" is what the history
/// holds since the census was last reopened: each walk must have its own charter, training, exam and case study.
/// </summary>
internal static class Conditions
{
    private static readonly string[] Required = ["proteger-une-petite-entreprise", "donnees-et-rgpd-en-petite-entreprise"];
    private static readonly PathTrigger[] Grants = [PathTrigger.Certify, PathTrigger.CertifyOnProbation, PathTrigger.Renew];
    private static readonly PathTrigger[] Steps = [PathTrigger.SubmitCensus, PathTrigger.DeclareAdmissible, PathTrigger.SignCharter, PathTrigger.CompleteTraining, PathTrigger.PassExam, PathTrigger.CompleteCaseStudy];

    /// <summary>
    /// A signature of the version that was in force on the day it was signed, over that version's very text, in this walk or before it.
    /// When the charter's matter changed since, the window of re-signature opens at once.
    /// </summary>
    public static IEnumerable<string> Charter(Ledger ledger) => Each(ledger, (life, certificate) =>
    {
        var signed = life.Signatures.Where(one => one.SignedAt <= certificate.IssuedAt).ToList();
        var faithful = signed.Where(one => InForceAt(ledger, one.SignedAt) is { } version && version.VersionId == one.CharterVersionId
            && Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(version.Markdown))) == one.TextSha256).ToList();
        if (faithful.Count == 0 || faithful.Count != signed.Count)
        {
            return "no faithful signature";
        }

        var material = ledger.Charters.First(version => version.PublishedUtc <= certificate.IssuedAt && version.Fields["change"] == "material");
        var isCurrent = signed.Any(one => ledger.Charters.Single(version => version.VersionId == one.CharterVersionId).PublishedUtc >= material.PublishedUtc);
        return isCurrent || IsAskedFor(ledger, life, certificate) ? null : $"charter {material.VersionId} is in force, not signed, and not asked for: {life.Told(certificate.IssuedAt)}";
    });

    // While the machines are down a sanction may come before their question, which then waits until the file is back in force.
    private static bool IsAskedFor(Ledger ledger, Life life, Certificate certificate)
    {
        var after = life.Path.Where(row => row.At > certificate.IssuedAt || (row.At == certificate.IssuedAt && !Grants.Contains(row.Trigger) && row.From is PathState.Certified or PathState.Probationary)).ToList();
        var works = ledger.Calendar.NextWorks(certificate.IssuedAt);
        var aside = after.TakeWhile(row => after[0].At < works && row.Trigger is (PathTrigger.Suspend or PathTrigger.Withdraw or PathTrigger.Reinstate)).ToList();
        return works is null || aside is [.., { Trigger: not PathTrigger.Reinstate }] || after.ElementAtOrDefault(aside.Count) is { Trigger: PathTrigger.RequireResignature };
    }

    /// <summary>Each required course stands completed in the neighbour's records by then.</summary>
    public static IEnumerable<string> Courses(Ledger ledger) => Each(ledger, (life, certificate) =>
        Required.FirstOrDefault(slug => !ledger.Completions.Of(life.Person).Any(course => course.Slug == slug && course.At <= certificate.IssuedAt)) is { } missing ? $"{missing} is not completed" : null);

    /// <summary>The walk goes through every step in order; a passing sitting stands published, counted anew from its answers; a case study of the walk is marked by two blind markers, or three when two differ.</summary>
    public static IEnumerable<string> Assessment(Ledger ledger) => Each(ledger, (life, certificate) =>
    {
        var walk = Walk(life, certificate);
        var from = walk.Count == 0 ? DateTimeOffset.MaxValue : walk[0].At;
        var at = -1;
        foreach (var step in Steps)
        {
            at = walk.FindIndex(at + 1, row => row.Trigger == step);
            if (at < 0)
            {
                return $"no {step} in its walk";
            }
        }

        var lastReopened = walk.FindLastIndex(row => row.Trigger == PathTrigger.ReopenExam);
        if (walk.FindLastIndex(row => row.Trigger == PathTrigger.PassExam) < lastReopened || walk.FindLastIndex(row => row.Trigger == PathTrigger.CompleteCaseStudy) < lastReopened)
        {
            return "the exam was reopened and not passed again";
        }

        if (!life.Sittings.Any(sat => sat.At(certificate.IssuedAt) == SittingStatus.Published && sat.IsPassing && sat.Sitting.StartedAt >= from))
        {
            return "no published passing sitting";
        }

        return life.Works.Any(work => IsMarked(work, from, certificate.IssuedAt)) ? null : "no marked case study";
    });

    /// <summary>A case decided at that instant for this holder, granted by most of the votes that count: three at least, one of each college.</summary>
    public static IEnumerable<string> Jury(Ledger ledger)
    {
        var cases = ledger.Cases.ToDictionary(one => one.Id.Value);
        return Each(ledger, (life, certificate) =>
        {
            if (!cases.TryGetValue(certificate.DecidedBy, out var one) || one.Candidate != life.Person || one.DecidedAt != certificate.IssuedAt)
            {
                return "no jury case decided then";
            }

            var votes = Judges.Counted(ledger, one);
            if (votes.Count < 3 || Enum.GetValues<College>().Any(college => votes.All(vote => vote.College != college)))
            {
                return $"no quorum: {votes.Count} votes";
            }

            var wanted = certificate.OnProbation ? JuryChoice.CertifyOnProbation : JuryChoice.Certify;
            return votes.CountBy(vote => vote.Choice).Any(other => other.Value > votes.Count(vote => vote.Choice == wanted)) ? "most did not vote for it" : null;
        });
    }

    private static List<PathHistoryRow> Walk(Life life, Certificate certificate)
    {
        var before = life.Path.Where(row => row.At <= certificate.IssuedAt).ToList();
        return before[(before.FindLastIndex(row => row.Trigger == PathTrigger.ReopenCensus) + 1)..];
    }

    private static bool IsMarked(CaseStudy work, DateTimeOffset from, DateTimeOffset until)
    {
        var markings = work.Markings;
        var differ = markings.Count >= 2 && Rubric.Criteria.Any(criterion =>
            Math.Abs(markings[0].Marks.Single(mark => mark.Criterion == criterion).Level - markings[1].Marks.Single(mark => mark.Criterion == criterion).Level) >= 2);
        return work.State == CaseStudyState.Marked && work.Steps[0].At >= from && work.Steps[^1].At <= until
            && markings.Count == (differ ? 3 : 2) && markings.DistinctBy(marking => marking.Marker).Count() == markings.Count;
    }

    private static PublishedDocument? InForceAt(Ledger ledger, DateTimeOffset at) => ledger.Charters.FirstOrDefault(version => version.PublishedUtc <= at);

    private static IEnumerable<string> Each(Ledger ledger, Func<Life, Certificate, string?> judge) =>
        from life in ledger.Lives
        from certificate in life.Certificates
        let why = judge(life, certificate)
        where why is not null
        select $"{certificate.Number} of {life.Dossier.Number}, {French.Day(certificate.IssuedAt):yyyy-MM-dd}: {why}";
}
