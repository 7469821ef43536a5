using Tn.Platform.Web;

namespace Tn.Certification.Complaints;

/// <summary>In the personal space: to the consultant, a complaint to answer; to the committee, those that wait for it.</summary>
internal sealed class ComplaintBlock(ComplaintQueries queries) : IPersonalSpaceBlock
{
    public int Order => 22;

    public async Task<PersonalSpaceBlock?> ForAsync(ActContext act, CancellationToken cancellationToken)
    {
        if (act.Actor is not { } person)
        {
            return null;
        }

        if (act.Can(Permission.DecideSanctions) && await queries.WaitingAsync(cancellationToken) is > 0 and var waiting)
        {
            return new PersonalSpaceBlock("Réclamations", $"{French.Count(waiting, "réclamation attend", "réclamations attendent")} le comité.", "Ouvrir les réclamations", "/comites/reclamations", []);
        }

        var mine = act.Can(Permission.ApplyAsConsultant) ? await queries.OfAsync(person, cancellationToken) : [];
        return mine.FirstOrDefault(complaint => complaint.State == ComplaintState.AwaitingReply) is { } asked
            ? new PersonalSpaceBlock("Réclamation", $"Un client a écrit au programme : vous pouvez répondre jusqu’au {French.Date(asked.DueOn!.Value)}.", "Lire et répondre", "/mon-parcours/reclamations", [])
            : null;
    }
}
