using Tn.Certification.Jury;

namespace Tn.Certification.Tests.Jury;

public class DeliberationTests
{
    private static readonly IReadOnlyList<CommitteeMember> Members = [.. Enumerable.Range(0, 6).Select(number =>
        new CommitteeMember(Member(number), $"Membre {number}", CommitteeKind.Jury, (College)(number % 3), []))];

    [Fact]
    public void Three_votes_without_a_college_are_no_quorum()
    {
        var deliberation = Of((0, JuryChoice.Certify), (3, JuryChoice.Certify), (1, JuryChoice.Certify));
        Assert.False(deliberation.HasQuorum);
        Assert.Equal([College.Private], deliberation.MissingColleges);
        Assert.Equal("certification.no-quorum", deliberation.RequireQuorum().Refusal!.Code);
    }

    [Fact]
    public void One_vote_of_each_college_is_a_quorum_but_others_may_still_vote()
    {
        var deliberation = Of((0, JuryChoice.Certify), (1, JuryChoice.Certify), (2, JuryChoice.Reject));
        Assert.True(deliberation.HasQuorum);
        Assert.False(deliberation.IsComplete);
        Assert.Equal(JuryChoice.Certify, deliberation.Majority);
    }

    [Theory]
    [InlineData(nameof(JuryChoice.Certify), nameof(JuryChoice.CertifyOnProbation), nameof(JuryChoice.CertifyOnProbation))]
    [InlineData(nameof(JuryChoice.Certify), nameof(JuryChoice.Reject), nameof(JuryChoice.Reject))]
    [InlineData(nameof(JuryChoice.Defer), nameof(JuryChoice.CertifyOnProbation), nameof(JuryChoice.Defer))]
    public void Between_equals_the_more_cautious_wins(string one, string other, string decided)
    {
        var (first, second) = (Enum.Parse<JuryChoice>(one), Enum.Parse<JuryChoice>(other));
        Assert.Equal(Enum.Parse<JuryChoice>(decided), Of((0, first), (1, first), (2, second), (3, second)).Majority);
    }

    [Fact]
    public void A_recused_vote_does_not_count()
    {
        var ballots = new Dictionary<PersonId, Ballot> { [Member(0)] = new(JuryChoice.Certify, "x"), [Member(1)] = new(JuryChoice.Certify, "x"), [Member(2)] = new(JuryChoice.Certify, "x") };
        var deliberation = Deliberation.Of(Members, new HashSet<PersonId> { Member(0) }, ballots, minimum: 3);
        Assert.Equal((2, 1), (deliberation.Votes.Count, deliberation.MissingVotes));
        Assert.Equal([College.Public], deliberation.MissingColleges);
    }

    [Theory]
    [InlineData("éditions brunet", true)]
    [InlineData("EDITIONS BRUNET SARL", true)]
    [InlineData("Brunetière", false)]
    [InlineData("atelier numerique de l'ile", true)]
    [InlineData("SIREN 732 829 320", true)]
    [InlineData("732 829 320 00074", true)]
    [InlineData("732 829 321", false)]
    [InlineData("Banque du Nord", false)]
    [InlineData("", false)]
    public void A_tie_is_found_without_case_or_accents(string tie, bool recused)
    {
        var member = new CommitteeMember(Member(0), "Membre", CommitteeKind.Jury, College.Public, [tie]);
        Assert.Equal(recused, Recusals.TieBetween(member, People.FileOf(PathState.AwaitingJury)) is not null);
    }

    [Fact]
    public void A_deferral_says_what_to_do_and_until_when()
    {
        var today = new DateOnly(2026, 11, 23);
        Assert.False(new Ballot(JuryChoice.Defer, "Motif").Check(today).IsDone);
        Assert.False(new Ballot(JuryChoice.Defer, "Motif", "Une référence", today).Check(today).IsDone);
        Assert.True(new Ballot(JuryChoice.Defer, "Motif", "Une référence", today.AddDays(1)).Check(today).IsDone);
        Assert.False(new Ballot(JuryChoice.Certify, " ").Check(today).IsDone);
    }

    private static PersonId Member(int number) => new(new Guid(number + 1, 0, 0, new byte[8]));

    private static Deliberation Of(params (int Member, JuryChoice Choice)[] votes) => Deliberation.Of(
        Members, new HashSet<PersonId>(), votes.ToDictionary(vote => Member(vote.Member), vote => new Ballot(vote.Choice, "Motif")), minimum: 3);
}
