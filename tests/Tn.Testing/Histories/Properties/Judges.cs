using Tn.Certification.Appeals;
using Tn.Certification.CaseStudies;
using Tn.Certification.Jury;
using Tn.Contracts;
using Tn.Kernel;

namespace Tn.Testing.Histories.Properties;

/// <summary>A vote that counts.</summary>
internal sealed record JudgeVote(PersonId Member, College College, JuryChoice Choice);

/// <summary>Who judges whom: jury, markers, panels of appeal.</summary>
internal static class Judges
{
    /// <summary>The votes of a case that count: cast by who sits in the jury and did not stand aside.</summary>
    public static IReadOnlyList<JudgeVote> Counted(Ledger ledger, JuryCase one)
    {
        var aside = ledger.Recusals[one.Id].Where(row => row.DeclaredAt <= one.DecidedAt).Select(row => row.Member).ToHashSet();
        return [.. ledger.Votes[one.Id].Where(vote => !aside.Contains(vote.Member) && vote.CastAt <= one.DecidedAt)
            .Join(Roster.Jury, vote => vote.Member, seat => seat.Person, (vote, seat) => new JudgeVote(vote.Member, seat.College!.Value, vote.Ballot.Choice))];
    }

    public static IEnumerable<string> WhoMayNot(Ledger ledger)
    {
        var vendors = ledger.Lives.ToDictionary(life => life.Person, life => life.Dossier.Ties);
        return [.. ledger.Cases.SelectMany(Jury), .. ledger.Lives.SelectMany(life => life.Works).SelectMany(Marked), .. ledger.Appeals.SelectMany(Heard)];

        IEnumerable<string> Jury(JuryCase one)
        {
            var judged = ledger.Votes[one.Id].Where(vote => IsTied(vote.Member, one.File.Ties) || Roster.Jury.All(seat => seat.Person != vote.Member)).Select(vote => $"{Roster.NameOf(vote.Member)} voted on {one.File.Number}");
            var late = ledger.Recusals[one.Id].Where(row => ledger.Votes[one.Id].Any(vote => vote.Member == row.Member && vote.CastAt > row.DeclaredAt)).Select(row => $"{Roster.NameOf(row.Member)} stood aside from {one.File.Number}, then voted");
            return judged.Concat(late);
        }

        IEnumerable<string> Marked(CaseStudy work) => work.Markers.Select(seat => seat.Marker).Concat(work.Markings.Select(marking => marking.Marker)).Distinct()
            .Where(marker => IsTied(marker, vendors[work.Candidate]) || Roster.Jury.Any(seat => seat.Person == marker) || Roster.Pedagogy.All(seat => seat.Person != marker))
            .Select(marker => $"{Roster.NameOf(marker)} marks the case study {work.Id}");

        IEnumerable<string> Heard(Appeal appeal)
        {
            var involved = Involved(ledger, appeal);
            return appeal.Panel.Select(seat => seat.Member).Concat(appeal.Votes.Select(vote => vote.Member)).Distinct()
                .Where(member => involved.Contains(member) || IsTied(member, appeal.File.Ties))
                .Select(member => $"{Roster.NameOf(member)} hears the appeal of {appeal.File.Number} against {appeal.Ground}");
        }
    }

    private static HashSet<PersonId> Involved(Ledger ledger, Appeal appeal) => appeal.Ground != AppealGround.Rejected
        ? [.. Roster.Partners.Select(seat => seat.Person)]
        : [.. ledger.Cases.Where(one => one.Candidate == appeal.Appellant && one.DecidedAt == appeal.ContestedAt).SelectMany(one => ledger.Votes[one.Id]).Select(vote => vote.Member)];

    private static bool IsTied(PersonId member, IReadOnlyList<string> ties) => Roster.All.Any(seat => seat.Person == member && seat.Ties.Intersect(ties).Any());
}
