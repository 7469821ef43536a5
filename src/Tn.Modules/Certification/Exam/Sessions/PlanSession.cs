using System.Security.Cryptography;
using Tn.Platform.Data;

namespace Tn.Certification.Exam.Sessions;

/// <summary>Plans an invigilated session: a day, a room, an invigilator, the candidates expected; draws its access code.</summary>
internal sealed class PlanSession(TnDbContext db, IPeople people, IConsultantPath path, INotifier notifier)
{
    /// <summary>Places in a session.</summary>
    public const int Places = 60;

    // No 0, O, 1, I, L: said aloud and copied from a board.
    private const string Signs = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    public async Task<Outcome<ExamSessionId>> PlanAsync(SessionPlan plan, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.InstructDossiers).IsRefused(out var denied))
        {
            return denied;
        }

        if (plan.HeldOn < French.Day(act.At))
        {
            return new Refusal("exam.session-in-the-past");
        }

        if (await people.FindByEmailAsync(plan.InvigilatorEmail.Trim(), cancellationToken) is not { } invigilator)
        {
            return new Refusal("exam.no-such-invigilator");
        }

        var candidates = await CandidatesAsync(plan.Numbers, invigilator, cancellationToken);
        if (candidates.IsRefused(out var refusal))
        {
            return refusal;
        }

        var session = ExamSession.Plan(plan.HeldOn, plan.Room.Trim(), RandomNumberGenerator.GetString(Signs, 6), invigilator, act);
        db.Add(session);
        db.AddRange(candidates.Value.Select(file => new SessionSeat { Session = session.Id, Candidate = file.Person, HeldOn = plan.HeldOn, Number = file.Number, DisplayName = file.DisplayName }));
        foreach (var file in candidates.Value)
        {
            await notifier.TellAsync(file.Person, $"exam-session:{session.Id}:{file.Number}", SessionLetter.Invitation(session), act, cancellationToken);
        }

        await notifier.TellAsync(invigilator.Id, $"exam-session:{session.Id}:invigilator", SessionLetter.ToInvigilator(session, candidates.Value.Count), act, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return session.Id;
    }

    private async Task<Outcome<IReadOnlyList<ConsultantFile>>> CandidatesAsync(string typed, PersonCard invigilator, CancellationToken cancellationToken)
    {
        var numbers = typed.Split([',', ';', ' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (numbers.Count is 0 or > Places)
        {
            return new Refusal("exam.session-candidates").With("places", French.Count(Places, "candidat", "candidats"));
        }

        var files = new List<ConsultantFile>();
        foreach (var number in numbers)
        {
            if (await path.FindByNumberAsync(number, cancellationToken) is not { State: PathState.InTraining or PathState.ExamOpen or PathState.ExamRetake } file || file.Person == invigilator.Id)
            {
                return new Refusal("exam.session-candidate").With("number", number.Length > 20 ? number[..20] : number);
            }

            files.Add(file);
        }

        return files;
    }
}

/// <summary>A session as planned.</summary>
/// <param name="Numbers">Of the consultants' files, in any separation.</param>
internal sealed record SessionPlan(DateOnly HeldOn, string Room, string InvigilatorEmail, string Numbers);

/// <summary>What is written to the people of a session.</summary>
internal static class SessionLetter
{
    /// <summary>Never the access code: it is given in the room.</summary>
    public static Letter Invitation(ExamSession session) => new(
        "Épreuve de connaissances : vous êtes attendu en séance",
        [$"Vous passerez l’épreuve le {French.Date(session.HeldOn)} : {session.Room}. Le surveillant, {session.InvigilatorName}, vous donnera le code d’accès sur place.", "Apportez une pièce d’identité."],
        "Voir l’épreuve",
        "/mon-parcours/epreuve");

    public static Letter ToInvigilator(ExamSession session, int candidates) => new(
        "Vous surveillez une séance de l’épreuve de connaissances",
        [$"Le {French.Date(session.HeldOn)} : {session.Room}. {French.Count(candidates, "candidat est attendu", "candidats sont attendus")}. La page de la séance porte le code d’accès, à dire dans la salle."],
        "Ouvrir la séance",
        $"/epreuves/seances/{session.Id}");
}
