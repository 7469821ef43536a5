using Microsoft.EntityFrameworkCore;
using Tn.Journey.Path;
using Tn.Platform.Data;

namespace Tn.Journey.Admissibility;

/// <summary>Who may instruct a file: an instructor, never its owner, never someone tied to the enterprise or to its vendors.</summary>
internal sealed class InstructionDoor(TnDbContext db, ICommitteeRoster roster)
{
    /// <summary>The file, tracked. Refused with <c>access.…</c>, <c>dossier.own</c>, <c>dossier.merged</c> or <c>dossier.tie</c>.</summary>
    /// <param name="number">Of a file that exists.</param>
    public async Task<Outcome<ConsultantDossier>> OpenAsync(string number, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.InstructDossiers).IsRefused(out var denied))
        {
            return denied;
        }

        var dossier = await db.Set<ConsultantDossier>().SingleAsync(one => one.Number == number, cancellationToken);
        if (dossier.Person == act.Actor)
        {
            return new Refusal("dossier.own");
        }

        if (dossier.MergedInto is not null)
        {
            return new Refusal("dossier.merged");
        }

        return await TieOfAsync(act.Person, dossier, French.Day(act.At), cancellationToken) is { } tie
            ? new Refusal("dossier.tie").With("tie", tie)
            : dossier;
    }

    /// <summary>The declared tie that keeps a member from a file, or null.</summary>
    public async Task<string?> TieOfAsync(PersonId member, ConsultantDossier dossier, DateOnly today, CancellationToken cancellationToken) =>
        (await MembersAsync(today, cancellationToken)).Where(one => one.Person == member).Select(one => Ties.Between(one, dossier)).FirstOrDefault(tie => tie is not null);

    /// <summary>The members of the committee of private partners on a day.</summary>
    public Task<IReadOnlyList<CommitteeMember>> MembersAsync(DateOnly today, CancellationToken cancellationToken) =>
        roster.MembersAsync(CommitteeKind.PrivatePartners, today, cancellationToken);
}
