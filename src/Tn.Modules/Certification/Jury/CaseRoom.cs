using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Certification.Jury;

/// <summary>All that bears on one case at a moment: who sits, who stands aside, who voted what.</summary>
internal sealed record CaseSession(
    JuryCase Case,
    IReadOnlyList<CommitteeMember> Members,
    IReadOnlyDictionary<PersonId, RecusalNote> Recusals,
    IReadOnlyDictionary<PersonId, Ballot> Ballots,
    Deliberation Deliberation)
{
    public IReadOnlyDictionary<PersonId, string> Names => Members.ToDictionary(member => member.Person, member => member.DisplayName);

    /// <summary>Refused for who does not sit in the jury that day, or is recused from this case.</summary>
    public Outcome MayJudge(PersonId member)
    {
        if (!Members.Any(one => one.Person == member))
        {
            return new Refusal("certification.not-in-the-jury");
        }

        return Recusals.TryGetValue(member, out var note)
            ? new Refusal("certification.recused").With("reason", note.Reason)
            : Outcome.Done;
    }
}

/// <summary>Brings together what a case needs to be judged.</summary>
internal sealed class CaseRoom(TnDbContext db, ICommitteeRoster roster, IProgrammeRules rules)
{
    /// <summary>The case with its session as of <paramref name="at"/>, or null when there is no such case. The case is tracked.</summary>
    public async Task<CaseSession?> EnterAsync(JuryCaseId id, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var one = await db.Set<JuryCase>().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        return one is null ? null : await SessionAsync(one, at, cancellationToken);
    }

    public async Task<CaseSession> SessionAsync(JuryCase one, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var day = French.Day(at);
        var members = await roster.MembersAsync(CommitteeKind.Jury, day, cancellationToken);
        var minimum = await rules.FindAsync(RuleKeys.JuryMinimumMembers, day, cancellationToken);
        var ballots = await db.Set<JuryVote>().AsNoTracking().Where(row => row.Case == one.Id).ToDictionaryAsync(row => row.Member, row => row.Ballot, cancellationToken);
        var recusals = await RecusalsAsync(one, members, cancellationToken);
        var deliberation = Deliberation.Of(members, recusals.Keys.ToHashSet(), ballots, minimum.Number);
        return new CaseSession(one, members, recusals, ballots, deliberation);
    }

    private async Task<Dictionary<PersonId, RecusalNote>> RecusalsAsync(JuryCase one, IReadOnlyList<CommitteeMember> members, CancellationToken cancellationToken)
    {
        var declared = await db.Set<DeclaredRecusal>().AsNoTracking().Where(row => row.Case == one.Id).ToDictionaryAsync(row => row.Member, row => row.Reason, cancellationToken);
        var notes = new Dictionary<PersonId, RecusalNote>();
        foreach (var member in members)
        {
            if (Recusals.TieBetween(member, one.File) is { } tie)
            {
                notes[member.Person] = new RecusalNote(member.DisplayName, tie, Computed: true);
            }
            else if (declared.TryGetValue(member.Person, out var reason))
            {
                notes[member.Person] = new RecusalNote(member.DisplayName, reason, Computed: false);
            }
        }

        return notes;
    }
}
