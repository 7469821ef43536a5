using Tn.Platform.Web;

namespace Tn.Certification.Jury;

/// <summary>A vote as counted.</summary>
internal sealed record CountedVote(PersonId Member, College College, Ballot Ballot);

/// <summary>Where a file's deliberation stands: what the quorum lacks, and what the votes decide. Pure.</summary>
/// <param name="Votes">Cast by members who sit today and are not recused.</param>
/// <param name="Expected">Members who may still vote, voters included.</param>
/// <param name="MissingVotes">How many votes the quorum lacks.</param>
/// <param name="MissingColleges">Colleges without a vote.</param>
internal sealed record Deliberation(IReadOnlyList<CountedVote> Votes, int Expected, int MissingVotes, IReadOnlyList<College> MissingColleges)
{
    /// <summary>Counts the votes of a file.</summary>
    /// <param name="members">The jury's members on that day.</param>
    /// <param name="recused">Those who may not judge this file, computed or declared.</param>
    /// <param name="ballots">Ballots by member.</param>
    /// <param name="minimum">Members needed, as the rules say.</param>
    public static Deliberation Of(IReadOnlyList<CommitteeMember> members, IReadOnlySet<PersonId> recused, IReadOnlyDictionary<PersonId, Ballot> ballots, int minimum)
    {
        var judges = members.Where(member => member.College is not null && !recused.Contains(member.Person)).ToList();
        var votes = judges.Where(judge => ballots.ContainsKey(judge.Person))
            .Select(judge => new CountedVote(judge.Person, judge.College!.Value, ballots[judge.Person])).ToList();
        var missing = Enum.GetValues<College>().Where(college => !votes.Exists(vote => vote.College == college)).ToList();
        return new Deliberation(votes, judges.Count, Math.Max(0, minimum - votes.Count), missing);
    }

    /// <summary>Enough members, and one of each college.</summary>
    public bool HasQuorum => MissingVotes == 0 && MissingColleges.Count == 0;

    /// <summary>Everybody who may vote has voted: the decision needs no one to close it.</summary>
    public bool IsComplete => HasQuorum && Votes.Count == Expected;

    /// <summary>The choice with most votes; between equals, the more cautious.</summary>
    /// <exception cref="InvalidOperationException">There is no vote: ask <see cref="HasQuorum"/> first.</exception>
    public JuryChoice Majority => Votes.GroupBy(vote => vote.Ballot.Choice)
        .OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key)
        .First().Key;

    /// <summary>Refuses, saying what is missing, while the quorum is not reached.</summary>
    public Outcome RequireQuorum() => HasQuorum
        ? Outcome.Done
        : new Refusal("certification.no-quorum")
            .With("votes", MissingVotes == 0 ? "aucun vote en nombre" : French.Count(MissingVotes, "vote", "votes"))
            .With("colleges", MissingColleges.Count == 0 ? "aucun collège" : string.Join(", ", MissingColleges.Select(JuryWords.Of)));
}

/// <summary>The jury's words: as they stand in letters, histories and PDF; as <c>T[…]</c> on a page.</summary>
internal static class JuryWords
{
    public static string Of(College college) => college switch
    {
        College.Public => Texts.Key("collège public"),
        College.Pedagogical => Texts.Key("collège pédagogique"),
        _ => Texts.Key("collège privé"),
    };

    public static string Of(JuryChoice choice) => choice switch
    {
        JuryChoice.Certify => Texts.Key("Certifié"),
        JuryChoice.CertifyOnProbation => Texts.Key("Certifié à titre probatoire"),
        JuryChoice.Defer => Texts.Key("Ajourné"),
        _ => Texts.Key("Refusé"),
    };
}
