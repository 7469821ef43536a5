using Tn.Journey.Admissibility;
using Tn.Journey.Census;
using Tn.Journey.Census.Save;
using Tn.Journey.Census.Submit;
using Tn.Journey.Charter;
using Tn.Journey.Path;
using Tn.Platform.Data;
using Tn.Platform.Demonstration;

namespace Tn.Journey.Demonstration;

/// <summary>
/// Walks the demonstration's consultants along the path, through the real acts at times in the past.
/// Exams, juries and certificates follow in Certification's own part.
/// </summary>
internal sealed class JourneyDemonstration(
    TnDbContext db,
    IPeople people,
    IPublishedDocuments documents,
    IConsultantPath path,
    SaveCensusStep save,
    SubmitCensus submit,
    InstructDossier instruct,
    SignCharter sign,
    TimeProvider clock) : IDemonstration
{
    private const int SubmitAfter = 6;
    private const int InstructAfter = 13;
    private const int SignAfter = 16;
    private const int TrainedAfter = 48;

    private static readonly IReadOnlyList<Walk> Named =
    [
        new("consultant.nouveau@demo.test", 9, PathState.CensusInProgress),
        new("consultant.recense@demo.test", 9, PathState.UnderAdmissibility),
        new("consultant.formation@demo.test", 40, PathState.InTraining),
        new("consultant.jury@demo.test", 110, PathState.ExamOpen),
        new("consultant.certifie@demo.test", 520, PathState.ExamOpen),
        new("consultant.renouvellement@demo.test", 1080, PathState.ExamOpen),
        new("consultant.suspendu@demo.test", 700, PathState.ExamOpen),
        new("consultant01@demo.test", 33, PathState.CensusInProgress),
        new("consultant02@demo.test", 14, PathState.UnderAdmissibility),
        new("consultant03@demo.test", 50, PathState.PiecesRequested),
        new("consultant04@demo.test", 24, PathState.CharterToSign),
    ];

    public int Order => 50;

    /// <inheritdoc/>
    public async Task PlayAsync(CancellationToken cancellationToken)
    {
        var walks = Named.Concat(Enumerable.Range(5, 26).Select(number => new Walk($"consultant{number:00}@demo.test", 140 + (number * 29), PathState.ExamOpen))).ToList();
        for (var index = 0; index < walks.Count; index++)
        {
            if (await people.FindByEmailAsync(walks[index].Email, cancellationToken) is { } person)
            {
                db.ChangeTracker.Clear();
                await WalkAsync(walks[index], index, person, cancellationToken);
            }
        }
    }

    private async Task WalkAsync(Walk walk, int index, PersonCard person, CancellationToken cancellationToken)
    {
        var begun = clock.GetUtcNow().AddDays(-walk.DaysAgo).AddHours(-(index % 5));
        var entry = DemonstrationEnterprises.Complete(index, person.DisplayName, French.Day(begun.AddDays(SubmitAfter)));
        var last = walk.Goal == PathState.CensusInProgress ? CensusStep.Independence : CensusStep.Statements;
        foreach (var info in CensusSteps.All.TakeWhile(info => info.Step <= last))
        {
            var at = begun.AddMinutes(12 * (int)info.Step);
            Expect(await save.SaveAsync(info.Step, entry.Of(info.Step)!, Acting(person, at), cancellationToken));
        }

        if (walk.Goal == PathState.CensusInProgress)
        {
            return;
        }

        Expect(await submit.SubmitAsync(Acting(person, begun.AddDays(SubmitAfter)), cancellationToken));
        if (walk.Goal != PathState.UnderAdmissibility && await InstructAsync(walk, index, person, begun, cancellationToken))
        {
            await SignAndTrainAsync(walk, person, begun, cancellationToken);
        }
    }

    /// <returns>True when the file was declared admissible and goes on.</returns>
    private async Task<bool> InstructAsync(Walk walk, int index, PersonCard person, DateTimeOffset begun, CancellationToken cancellationToken)
    {
        var number = (await path.FindAsync(person.Id, cancellationToken))!.Number;
        if (await people.FindByEmailAsync($"partenaires{1 + (index % 3)}@demo.test", cancellationToken) is not { } instructor)
        {
            return false;
        }

        var act = Acting(instructor, begun.AddDays(InstructAfter));
        if (walk.Goal == PathState.PiecesRequested)
        {
            Expect(await instruct.NoteAsync(number, "Assurance : l’échéance est lisible, mais pas le plafond. À demander avec le devis type.", act, cancellationToken));
            Expect(await instruct.RequestPiecesAsync(number, "Attestation d’assurance mentionnant le plafond de garantie\nUn exemple de devis remis à un client", act, cancellationToken));
            return false;
        }

        Expect(await instruct.DeclareAdmissibleAsync(number, null, act, cancellationToken));
        return walk.Goal != PathState.CharterToSign;
    }

    private async Task SignAndTrainAsync(Walk walk, PersonCard person, DateTimeOffset begun, CancellationToken cancellationToken)
    {
        if (await documents.FindAsync(ContentTypes.Charter, CharterText.Slug, cancellationToken) is not { } charter)
        {
            return;
        }

        var input = new SignatureInput(charter.VersionId, CharterText.IntentOf(person.DisplayName, charter));
        Expect((await sign.SignAsync(input, Acting(person, begun.AddDays(SignAfter)), cancellationToken)).Refusal is { } refusal ? refusal : Outcome.Done);
        var state = (await path.FindAsync(person.Id, cancellationToken))!.State;
        if (walk.Goal == PathState.ExamOpen && state == PathState.InTraining)
        {
            var act = ActContext.System(begun.AddDays(TrainedAfter), "demonstration");
            Expect(await path.MoveAsync(person.Id, PathTrigger.CompleteTraining, "Formations requises dispensées après un test de positionnement (démonstration).", act, cancellationToken));
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private static ActContext Acting(PersonCard person, DateTimeOffset at) => new(person.Id, person.DisplayName, person.Roles, at, "demonstration");

    private static void Expect(Outcome outcome)
    {
        if (outcome.IsRefused(out var refusal))
        {
            throw new InvalidOperationException($"The demonstration was refused: {refusal.Code}.");
        }
    }

    /// <summary>Who walks, since when, and how far.</summary>
    private sealed record Walk(string Email, int DaysAgo, PathState Goal);
}
