using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Tn.Certification.Certificates;
using Tn.Certification.Exam;
using Tn.Certification.Lives;
using Tn.Contracts;

namespace Tn.Testing.Histories.Properties;

/// <summary>Computes every hash of every history anew, by a method of its own, and compares rows, heads and lengths.</summary>
internal static class Chains
{
    private static readonly string Origin = new('0', 64);

    public static IEnumerable<string> Broken(Ledger ledger) =>
    [
        .. ledger.Lives.SelectMany(Path),
        .. ledger.Lives.SelectMany(life => life.Sittings).SelectMany(Sitting),
        .. ledger.Lives.SelectMany(life => life.Certificates).SelectMany(certificate => Facts(certificate, [.. ledger.Facts[certificate.Id]])),
        .. ledger.Lives.SelectMany(life => life.Works).SelectMany(one => Steps($"case study {one.Id}", one.Steps, one.State.ToString())),
        .. ledger.Appeals.SelectMany(one => Steps($"appeal {one.Id}", one.Steps, one.State.ToString())),
        .. ledger.Declarations.SelectMany(one => Steps($"declaration {one.Id.Value}", one.Steps, one.State.ToString())),
        .. ledger.Controls.SelectMany(one => Steps($"control {one.Id}", one.Steps, one.State.ToString())),
    ];

    private static IEnumerable<string> Path(Life life)
    {
        var (head, state, length) = (Origin, PathState.CensusInProgress, 0);
        foreach (var row in life.Path)
        {
            head = Link(head, row.Dossier.ToString(), Whole(row.Ordinal), Instant(row.At), row.Actor?.ToString(), row.ActorName, row.From.ToString(), row.To.ToString(), row.Trigger.ToString(), row.Reason);
            if (row.Ordinal != ++length || row.Hash != head || row.From != state)
            {
                yield return $"{life.Dossier.Number}, row {row.Ordinal}";
            }

            state = row.To;
        }

        if (life.Dossier.HistoryLength != length || life.Dossier.HistoryHead != head || life.Dossier.State != state)
        {
            yield return $"{life.Dossier.Number} stands in {life.Dossier.State} after {life.Dossier.HistoryLength} moves, its history in {state} after {length}";
        }
    }

    private static IEnumerable<string> Sitting(Sat sat)
    {
        var (head, state, length) = (Origin, SittingStatus.Open, 0);
        foreach (var row in sat.Rows)
        {
            head = Link(head, row.Sitting.ToString(), Whole(row.Ordinal), Instant(row.At), row.Actor?.ToString(), row.ActorName, row.From.ToString(), row.To.ToString(), row.Trigger.ToString(), row.Reason);
            if (row.Ordinal != ++length || row.Hash != head || row.From != state)
            {
                yield return $"sitting {row.Sitting}, row {row.Ordinal}";
            }

            state = row.To;
        }

        if (sat.Sitting.HistoryLength != length || sat.Sitting.HistoryHead != head || sat.Sitting.Status != state)
        {
            yield return $"sitting {sat.Sitting.Id} and its history end apart";
        }
    }

    private static IEnumerable<string> Facts(Certificate certificate, List<CertificateFact> facts)
    {
        var (head, length) = (Origin, 0);
        foreach (var fact in facts)
        {
            var after = Link(head, fact.Certificate.ToString(), Whole(fact.Index), fact.Kind.ToString(), Instant(fact.At), fact.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), fact.Article, fact.Reason, fact.DecidedBy);
            if (fact.Index != length++ || fact.PreviousHash != head || fact.Hash != after)
            {
                yield return $"{certificate.Number}, fact {fact.Index}";
            }

            head = after;
        }

        if (facts is not [{ Kind: FactKind.Issued }, ..])
        {
            yield return $"{certificate.Number} was never issued";
        }
    }

    private static IEnumerable<string> Steps(string what, IReadOnlyList<LifeStep> steps, string state)
    {
        var (head, before, ordinal) = (Origin, string.Empty, 0);
        foreach (var step in steps)
        {
            head = Link(head, Whole(step.Ordinal), Instant(step.At), step.Actor?.ToString(), step.ActorName, step.From, step.To, step.Trigger, step.Reason);
            if (step.Ordinal != ++ordinal || step.Hash != head || step.From != before)
            {
                yield return $"{what}, step {step.Ordinal}";
            }

            before = step.To;
        }

        if (before != state)
        {
            yield return $"{what} stands in {state}, its steps end in {before}";
        }
    }

    private static string Link(string previous, params string?[] fields)
    {
        var text = fields.Aggregate(previous, (all, field) => $"{all}\n{(field is null ? "-1" : Whole(field.Length))}:{field}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture);
}
