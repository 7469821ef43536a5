using Tn.Certification.Certificates;
using Tn.Kernel;

namespace Tn.Testing.Histories.Properties;

/// <summary>Days on which a certificate holds.</summary>
internal sealed record Days(DateOnly First, DateOnly Last)
{
    public bool Meets(Days other) => First <= other.Last && other.First <= Last;
}

/// <summary>The terms of certificates.</summary>
internal static class Terms
{
    /// <summary>Two certificates of a holder whose terms share a day, a withdrawal ending a term for as long as it is not taken back.</summary>
    public static IEnumerable<string> Overlaps(Ledger ledger) =>
        from life in ledger.Lives
        from one in life.Certificates
        from other in life.Certificates
        where string.CompareOrdinal(one.Number, other.Number) < 0
        from days in Effective(ledger, one)
        where Effective(ledger, other).Any(days.Meets)
        select $"{one.Number} ({one.From:yyyy-MM-dd} to {one.Until:yyyy-MM-dd}) and {other.Number} ({other.From:yyyy-MM-dd} to {other.Until:yyyy-MM-dd}) of {life.Dossier.Number}";

    /// <summary>Three years, or twelve months on probation; a renewal in time begins the day after, a late one on its own day and not before.</summary>
    public static IEnumerable<string> Lengths(Ledger ledger)
    {
        var cases = ledger.Cases.ToDictionary(one => one.Id.Value);
        foreach (var (life, certificate) in ledger.Lives.SelectMany(life => life.Certificates.Select(certificate => (life, certificate))))
        {
            var today = French.Day(certificate.IssuedAt);
            var last = (certificate.OnProbation ? certificate.From.AddMonths(12) : certificate.From.AddYears(3)).AddDays(-1);
            // What an earlier certificate still had before it at that instant, whatever became of it since.
            var running = life.Certificates.Where(earlier => earlier.IssuedAt < certificate.IssuedAt && earlier.Until >= today && !IsWithdrawn(ledger, earlier, certificate.IssuedAt)).Max(earlier => (DateOnly?)earlier.Until);
            var renewed = life.Certificates.FirstOrDefault(earlier => earlier.Id == certificate.Renews);
            if (certificate.Until != last)
            {
                yield return $"{certificate.Number} lasts from {certificate.From:yyyy-MM-dd} to {certificate.Until:yyyy-MM-dd}";
            }

            if (certificate.From != (running?.AddDays(1) ?? today))
            {
                yield return $"{certificate.Number}, issued on {today:yyyy-MM-dd}, begins on {certificate.From:yyyy-MM-dd} after {running:yyyy-MM-dd}";
            }

            if (cases[certificate.DecidedBy].IsRenewal && (renewed is null || renewed.IssuedAt >= certificate.IssuedAt || renewed.Holder != certificate.Holder))
            {
                yield return $"{certificate.Number} renews nothing";
            }
        }
    }

    /// <summary>What a certificate said when it was issued, it says for good.</summary>
    public static IEnumerable<string> Changes(Ledger ledger) =>
        from certificate in ledger.Lives.SelectMany(life => life.Certificates)
        where ledger.AsIssued.GetValueOrDefault(certificate.Id) != Ledger.Print(certificate)
        select $"{certificate.Number} is not what it was when issued";

    /// <summary>The days of a term on which it is not withdrawn.</summary>
    public static IEnumerable<Days> Effective(Ledger ledger, Certificate certificate)
    {
        DateOnly? from = certificate.From;
        foreach (var fact in ledger.Facts[certificate.Id])
        {
            var day = French.Day(fact.At);
            if (fact.Kind == FactKind.Withdrawn && from is { } first)
            {
                if (first < day && first <= certificate.Until)
                {
                    yield return new Days(first, Earlier(day.AddDays(-1), certificate.Until));
                }

                from = null;
            }
            else if (fact.Kind == FactKind.Reinstated)
            {
                from ??= day > certificate.From ? day : certificate.From;
            }
        }

        if (from is { } left && left <= certificate.Until)
        {
            yield return new Days(left, certificate.Until);
        }
    }

    /// <summary>Withdrawn at an instant, and not given back by then.</summary>
    public static bool IsWithdrawn(Ledger ledger, Certificate certificate, DateTimeOffset at) =>
        ledger.Facts[certificate.Id].LastOrDefault(fact => fact.Kind is FactKind.Withdrawn or FactKind.Reinstated && fact.At <= at) is { Kind: FactKind.Withdrawn };

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
