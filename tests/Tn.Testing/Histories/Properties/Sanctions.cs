using Tn.Certification.Certificates;
using Tn.Contracts;
using Tn.Kernel;

namespace Tn.Testing.Histories.Properties;

/// <summary>Suspensions, withdrawals and reinstatements, on the file and on the certificate.</summary>
internal static class Sanctions
{
    private static readonly PathState[] InForce = [PathState.Certified, PathState.Probationary, PathState.RenewalOpen, PathState.ResignatureDue, PathState.ResignatureOverdue];

    /// <summary>A suspension ends on the first evening after its last day, or before; that day is six months later at most.</summary>
    public static IEnumerable<string> TooLong(Ledger ledger)
    {
        foreach (var (life, certificate) in Held(ledger))
        {
            var facts = ledger.Facts[certificate.Id].ToList();
            foreach (var fact in facts.Where(fact => fact.Kind == FactKind.Suspended))
            {
                var next = facts.Find(later => later.Index > fact.Index && later.Kind is FactKind.Suspended or FactKind.Reinstated or FactKind.Withdrawn);
                var evening = ledger.Calendar.NextWorks(French.StartOf(fact.Until!.Value.AddDays(1)));
                if (fact.Until > French.Day(fact.At).AddMonths(6))
                {
                    yield return $"{certificate.Number} is suspended from {French.Day(fact.At):yyyy-MM-dd} until {fact.Until:yyyy-MM-dd}";
                }

                // Once the term itself is over there is nothing left to give back.
                if (evening is { } over && French.Day(over) <= certificate.Until && (next is null || next.At > over))
                {
                    yield return $"{certificate.Number} of {life.Dossier.Number}, suspended until {fact.Until:yyyy-MM-dd}, is not given back by {French.Day(over):yyyy-MM-dd}";
                }
            }
        }
    }

    /// <summary>Each suspension, withdrawal and reinstatement of a file has its fact on a certificate at the same instant, and the other way round.</summary>
    public static IEnumerable<string> Apart(Ledger ledger)
    {
        foreach (var life in ledger.Lives)
        {
            var moves = life.Path.Select(row => (row.At, Kind: KindOf(row.Trigger))).Where(one => one.Kind is not null).Select(one => (one.At, one.Kind!.Value)).ToHashSet();
            var facts = life.Certificates.SelectMany(certificate => ledger.Facts[certificate.Id]).Where(fact => fact.Kind is FactKind.Suspended or FactKind.Reinstated or FactKind.Withdrawn).Select(fact => (fact.At, fact.Kind)).ToHashSet();
            foreach (var (at, kind) in moves.Except(facts).Concat(facts.Except(moves)))
            {
                yield return $"{life.Dossier.Number}, {kind} on {French.Day(at):yyyy-MM-dd} on one side only";
            }
        }
    }

    /// <summary>While a file is suspended or withdrawn, no certificate of its holder stands valid on any day.</summary>
    public static IEnumerable<string> StillValid(Ledger ledger) =>
        from life in ledger.Lives
        from stay in life.Stays
        where stay.State is PathState.Suspended or PathState.Withdrawn
        let last = stay.Left is { } left ? French.Day(left).AddDays(-1) : Calendar.End.AddDays(-1)
        from certificate in life.Certificates
        let day = FirstValid(ledger, certificate, French.Day(stay.Entered), last)
        where day is not null
        select $"{life.Dossier.Number} is {stay.State} from {French.Day(stay.Entered):yyyy-MM-dd}, and {certificate.Number} stands valid on {day:yyyy-MM-dd}";

    /// <summary>Who stands certified has a certificate that is neither withdrawn nor over, but for the evenings when works were down.</summary>
    public static IEnumerable<string> WithoutTerm(Ledger ledger)
    {
        foreach (var life in ledger.Lives)
        {
            foreach (var stay in life.Stays.Where(stay => InForce.Contains(stay.State) && !WaitsForTheJury(life, stay)))
            {
                var last = stay.Left is { } left ? French.Day(left).AddDays(-1) : Calendar.End.AddDays(-1);
                for (var day = French.Day(stay.Entered); day <= last; day = day.AddDays(1))
                {
                    if (ledger.Calendar.IsUp(day) && !life.Certificates.Any(certificate => Holds(ledger, certificate, Calendar.Evening(day))))
                    {
                        yield return $"{life.Dossier.Number} stands in {stay.State} on {day:yyyy-MM-dd} and holds no term";
                        break;
                    }
                }
            }
        }
    }

    // A renewal that was asked for waits on for the jury while the charter is signed anew.
    private static bool WaitsForTheJury(Life life, Stay stay) =>
        stay.State is PathState.ResignatureDue or PathState.ResignatureOverdue
        && life.Stays.TakeWhile(earlier => earlier != stay).LastOrDefault(earlier => earlier.State is not (PathState.ResignatureDue or PathState.ResignatureOverdue or PathState.Suspended or PathState.Withdrawn))?.State == PathState.RenewalAwaitingJury;

    private static DateOnly? FirstValid(Ledger ledger, Certificate certificate, DateOnly first, DateOnly last)
    {
        // Facts of the very first day come before its end; only their own days change a standing.
        for (var day = first > certificate.From ? first : certificate.From; day <= last && day <= certificate.Until; day = day.AddDays(1))
        {
            var sanction = ledger.Facts[certificate.Id].LastOrDefault(fact => fact.Kind is FactKind.Suspended or FactKind.Reinstated or FactKind.Withdrawn && French.Day(fact.At) <= day)?.Kind;
            if (sanction is null or FactKind.Reinstated)
            {
                return day;
            }
        }

        return null;
    }

    private static bool Holds(Ledger ledger, Certificate certificate, DateTimeOffset evening) =>
        certificate.IssuedAt <= evening && French.Day(evening) <= certificate.Until && !Terms.IsWithdrawn(ledger, certificate, evening);

    private static FactKind? KindOf(PathTrigger trigger) => trigger switch
    {
        PathTrigger.Suspend => FactKind.Suspended,
        PathTrigger.Reinstate => FactKind.Reinstated,
        PathTrigger.Withdraw => FactKind.Withdrawn,
        _ => null,
    };

    private static IEnumerable<(Life Life, Certificate Certificate)> Held(Ledger ledger) => ledger.Lives.SelectMany(life => life.Certificates.Select(certificate => (life, certificate)));
}
