using Microsoft.EntityFrameworkCore;
using Tn.Journey.Path;
using Tn.Platform.Data;

namespace Tn.Journey.Admissibility;

/// <summary>A member of the committee, and the tie that keeps them from a file, or null.</summary>
internal sealed record Candidate(CommitteeMember Member, string? Tie);

/// <summary>
/// Entrusts a file to a member of the committee, oneself included. Refused when the member is tied to the file, with the tie:
/// ties are computed from what members declared, never asked for on the spot.
/// </summary>
internal sealed class AssignInstructor(TnDbContext db, InstructionDoor door)
{
    /// <param name="number">Of a file that exists.</param>
    /// <param name="member">As chosen in the list of members.</param>
    public async Task<Outcome> AssignAsync(string number, PersonId? member, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.InstructDossiers).IsRefused(out var denied))
        {
            return denied;
        }

        var dossier = await db.Set<ConsultantDossier>().AsNoTracking().SingleAsync(one => one.Number == number, cancellationToken);
        if (dossier.MergedInto is not null)
        {
            return new Refusal("dossier.merged");
        }

        if ((await CandidatesAsync(dossier, act, cancellationToken)).FirstOrDefault(one => one.Member.Person == member) is not { } chosen)
        {
            return new Refusal("desk.member");
        }

        if (chosen.Tie is { } tie)
        {
            return new Refusal("desk.tie").With("name", chosen.Member.DisplayName).With("tie", tie);
        }

        var row = await db.Set<Assignment>().SingleOrDefaultAsync(one => one.Dossier == dossier.Id, cancellationToken);
        if (row is null)
        {
            row = Assignment.Of(dossier.Id);
            db.Add(row);
        }

        row.Entrust(chosen.Member, act);
        db.Record(new DossierAssigned(dossier.Id, chosen.Member.Person), act);
        return await db.SaveUnlessMovedAsync(cancellationToken);
    }

    /// <summary>The members of the committee, each with the tie that keeps them from the file.</summary>
    public async Task<IReadOnlyList<Candidate>> CandidatesAsync(ConsultantDossier dossier, ActContext act, CancellationToken cancellationToken) =>
        [.. (await door.MembersAsync(French.Day(act.At), cancellationToken)).Select(member => new Candidate(member, Ties.Between(member, dossier))).OrderBy(one => one.Member.DisplayName, StringComparer.Create(French.Culture, ignoreCase: true))];
}
