namespace Tn.Testing.Histories.Properties;

/// <summary>Something that must hold of any history, judged on its rows by other code than the product's.</summary>
/// <param name="Name">A sentence of the domain.</param>
/// <param name="Violations">Says where it does not hold; empty when it does.</param>
internal sealed record Property(string Name, Func<Ledger, IEnumerable<string>> Violations)
{
    public static readonly IReadOnlyList<Property> All =
    [
        new("No act and no work ends in an exception", ledger => ledger.Journal.Failures),
        new("What is out of place is refused, what is acknowledged is done", ledger => ledger.Journal.Trespasses),
        new("No certificate without its charter signed", Conditions.Charter),
        new("No certificate without its courses completed", Conditions.Courses),
        new("No certificate without exam and case study", Conditions.Assessment),
        new("No certificate without a jury with its quorum", Conditions.Jury),
        new("Terms of a holder never overlap", Terms.Overlaps),
        new("Terms are as long as the rules say, follow in time, and show their gap", Terms.Lengths),
        new("Certificates never change", Terms.Changes),
        new("Every transition is chained", Chains.Broken),
        new("Renewal reminders are those of the ladder", Ladders.Renewal),
        new("Reminders of pieces are those of the ladder", Ladders.Pieces),
        new("Reminders of re-signature are those of the ladder", Ladders.Resignature),
        new("Reminders of the census are those of the ladder", Ladders.Census),
        new("Everything is told once", Ladders.ToldTwice),
        new("One sitting at a time, attempts and delays respected", Sittings.OutOfRule),
        new("No suspension beyond its length, none beyond six months", Sanctions.TooLong),
        new("Every sanction moves file and certificate together", Sanctions.Apart),
        new("Who is suspended or withdrawn holds nothing valid", Sanctions.StillValid),
        new("Who stands certified holds a term", Sanctions.WithoutTerm),
        new("Nobody judges who is tied, recused or took part", Judges.WhoMayNot),
        new("Nobody waits for ever", Waits.TooLong),
    ];
}
