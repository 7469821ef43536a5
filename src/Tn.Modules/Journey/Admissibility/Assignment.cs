using Tn.Journey.Path;
using Tn.Platform.Data;

namespace Tn.Journey.Admissibility;

/// <summary>Who instructs a file now: one row a file; who did before stands in the journal of events.</summary>
internal sealed class Assignment : IRevisioned
{
    private Assignment()
    {
    }

    public DossierId Dossier { get; private init; }

    public PersonId Instructor { get; private set; }

    public string InstructorName { get; private set; } = string.Empty;

    public DateTimeOffset At { get; private set; }

    public string AssignedBy { get; private set; } = string.Empty;

    public int Revision { get; set; }

    public static Assignment Of(DossierId dossier) => new() { Dossier = dossier };

    /// <summary>Entrusts the file to a member.</summary>
    public void Entrust(CommitteeMember member, ActContext act) =>
        (Instructor, InstructorName, At, AssignedBy) = (member.Person, member.DisplayName, act.At, act.ActorName);
}

/// <summary>A file was entrusted to an instructor.</summary>
[EventName("journey.dossier-assigned")]
internal sealed record DossierAssigned(DossierId Dossier, PersonId Instructor) : IEvent;
