using Microsoft.EntityFrameworkCore;
using Tn.Certification.Certificates;
using Tn.Certification.Exam;
using Tn.Certification.Exam.Incidents;
using Tn.Certification.Exam.Sessions;
using Tn.Certification.Jury;
using Tn.Platform.Data;
using Tn.Platform.Demonstration;

namespace Tn.Certification.Demonstration;

/// <summary>
/// Sits the demonstration's consultants through real exams, juries and sanctions at times in the past.
/// Leaves a person alone whose path is not where the plan begins, for example when no bank is published.
/// </summary>
internal sealed class CertificationDemonstration(
    TnDbContext db,
    IPeople people,
    IConsultantPath path,
    ExamQueries exams,
    StartSitting start,
    SaveAnswers save,
    FinishSitting finish,
    CaseStudyDemonstration studies,
    OpenMeeting open,
    JuryQueries juries,
    CastVote cast,
    DecideSanction sanction,
    TermSweep terms,
    AfterDemonstration after,
    PlanSession plan,
    ReportIncident report,
    TimeProvider clock) : IDemonstration
{
    private const int ExamToDecision = 10;
    private static readonly TimeSpan Morning = TimeSpan.FromHours(9);

    public int Order => 60;

    public async Task PlayAsync(CancellationToken cancellationToken)
    {
        await studies.FillBankAsync(cancellationToken);
        foreach (var (planned, person, decided) in await ScheduleAsync(cancellationToken))
        {
            db.ChangeTracker.Clear();
            await PlayAsync(planned, person, decided, cancellationToken);
        }

        await ConveneAsync(cancellationToken);
        await PlanSessionAsync(cancellationToken);
        await ReportIncidentAsync(cancellationToken);
        await terms.RunAsync(ActContext.System(clock.GetUtcNow(), "demonstration"), cancellationToken);
        await after.PlayAsync(cancellationToken);
    }

    // By date of decision, so that certificates are numbered in the order of their dates.
    private async Task<IReadOnlyList<(PlannedCandidate Planned, PersonCard Person, DateTimeOffset Decided)>> ScheduleAsync(CancellationToken cancellationToken)
    {
        var today = French.StartOf(French.Day(clock.GetUtcNow()));
        var schedule = new List<(PlannedCandidate, PersonCard, DateTimeOffset Decided)>();
        foreach (var planned in DemonstrationPlan.All)
        {
            if (await people.FindByEmailAsync(planned.Email, cancellationToken) is { } person
                && await path.FindAsync(person.Id, cancellationToken) is { State: PathState.ExamOpen } file)
            {
                // A jury sits on working days; a date that the plan counts to the day is kept.
                var decided = planned.DecidedDaysAgo is { } days ? today.AddDays(-days) : French.StartOf(WorkingDays.After(French.Day(file.StateSince).AddDays(planned.FailsFirst ? 39 : 13), 1));
                schedule.Add((planned, person, decided + Morning));
            }
        }

        return [.. schedule.OrderBy(one => one.Decided)];
    }

    private async Task PlayAsync(PlannedCandidate planned, PersonCard person, DateTimeOffset decided, CancellationToken cancellationToken)
    {
        var fails = planned.Goal == Goal.FailedExam;
        if (planned.FailsFirst && !await SitAsync(person, decided.AddDays(-ExamToDecision - 20), passing: false, cancellationToken))
        {
            return;
        }

        if (!await SitAsync(person, decided.AddDays(-ExamToDecision), !fails, cancellationToken) || fails)
        {
            return;
        }

        await studies.PlayAsync(planned, person, decided.AddDays(-ExamToDecision), cancellationToken);
        if (planned.Goal is Goal.WorkingOnCase or Goal.CaseBeingMarked or Goal.AwaitingJury)
        {
            return;
        }

        await JudgeAsync(planned.Goal, decided, cancellationToken);
        if (planned.Goal == Goal.Suspended)
        {
            await SuspendAsync(person, cancellationToken);
        }
    }

    /// <returns>False when no form could be drawn.</returns>
    private async Task<bool> SitAsync(PersonCard person, DateTimeOffset at, bool passing, CancellationToken cancellationToken)
    {
        var seed = (long)SeedOf(person.Email);
        var started = await start.StartAsync(seed, null, Acting(person, at), cancellationToken);
        if (started.Refusal is { Code: "certification.bank-too-small" })
        {
            return false;
        }

        var sitting = await exams.OwnAsync(Done(started), person.Id, cancellationToken);
        var responses = sitting!.Form().Items.Where(item => passing || item.Position % 3 > 0).ToDictionary(item => item.Position, item => Respond(item, seed, passing));
        Done(await save.SaveAsync(sitting.Id, responses, Acting(person, at.AddMinutes(41)), cancellationToken));
        Done(await finish.FinishAsync(sitting.Id, Acting(person, at.AddMinutes(42)), cancellationToken));
        return true;
    }

    // Who passes does not know five items of forty at most; who fails errs on every second.
    private static ItemResponse Respond(PinnedItem item, long seed, bool passing)
    {
        if (passing && (item.Position + seed) % 8 == 0)
        {
            return ItemResponse.Unknown;
        }

        var byWeight = item.Choices.OrderBy(choice => choice.Weight).ToList();
        var chosen = !passing && item.Position % 2 == 0 ? byWeight[0] : byWeight[^1];
        if (item.IsTyped)
        {
            return ItemResponse.Typed(byWeight[^1].TextHtml);
        }

        return item.Kind == QuestionKind.MultipleChoice && chosen.Weight > 0
            ? ItemResponse.Chosen([.. item.Choices.Where(choice => choice.Weight > 0).Select(choice => choice.Id)])
            : ItemResponse.Chosen(chosen.Id);
    }

    private async Task JudgeAsync(Goal goal, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var convener = await people.FindByEmailAsync("partenaires1@demo.test", cancellationToken);
        var meeting = await open.OpenAsync(French.Day(at), Acting(convener!, at.AddHours(-1)), cancellationToken);
        var ballot = BallotFor(goal, French.Day(at));
        foreach (var one in await juries.CasesAsync(Done(meeting), cancellationToken))
        {
            for (var member = 1; member <= 3; member++)
            {
                var judge = await people.FindByEmailAsync($"jury{member}@demo.test", cancellationToken);
                // A member with a tie is refused, and the file then waits for another panel: as it would in life.
                _ = await cast.VoteAsync(one.Id, ballot, Acting(judge!, at.AddMinutes(10 * member)), cancellationToken);
            }
        }
    }

    private static Ballot BallotFor(Goal goal, DateOnly day) => goal switch
    {
        Goal.CertifiedOnProbation => new(JuryChoice.CertifyOnProbation, "Bon niveau à l’épreuve ; une seule mission de référence à ce jour."),
        Goal.Deferred => new(JuryChoice.Defer, "Les missions présentées ne couvrent pas tous les thèmes demandés.", "Présenter une mission menée dans chaque thème demandé, ou retirer un thème.", day.AddDays(90)),
        _ => new(JuryChoice.Certify, "Résultats solides dans chaque thème, missions vérifiées, neutralité bien tenue."),
    };

    private async Task SuspendAsync(PersonCard person, CancellationToken cancellationToken)
    {
        var at = French.StartOf(French.Day(clock.GetUtcNow())).AddDays(-20) + Morning;
        var member = await people.FindByEmailAsync("partenaires1@demo.test", cancellationToken);
        Done(await sanction.DecideAsync(
            person.Id,
            new Sanction(FactKind.Suspended, "article 14 de la charte", "Deux entreprises n’ont reçu aucun devis écrit avant le début des travaux.", French.Day(at).AddDays(120)),
            Acting(member!, at),
            cancellationToken));
    }

    // The next meeting, with those who wait for it.
    private async Task ConveneAsync(CancellationToken cancellationToken)
    {
        if ((await open.WaitingAsync(cancellationToken)).Count == 0)
        {
            return;
        }

        var now = clock.GetUtcNow();
        var convener = await people.FindByEmailAsync("partenaires1@demo.test", cancellationToken);
        Done(await open.OpenAsync(WorkingDays.After(French.Day(now), 2), Acting(convener!, now), cancellationToken));
    }

    // A session ahead, for those who wait for a retake; once.
    private async Task PlanSessionAsync(CancellationToken cancellationToken)
    {
        var files = await path.InStateAsync(PathState.ExamRetake, 0, 3, cancellationToken);
        if (files.Count == 0 || await db.Set<ExamSession>().AnyAsync(cancellationToken))
        {
            return;
        }

        var now = clock.GetUtcNow();
        var desk = await people.FindByEmailAsync("partenaires1@demo.test", cancellationToken);
        var day = WorkingDays.After(French.Day(now), 10);
        Done(await plan.PlanAsync(
            new SessionPlan(day, "14 h, salle 2, maison des entreprises, Nantes", "centres1@demo.test", string.Join(' ', files.Select(file => file.Number))),
            Acting(desk!, now),
            cancellationToken));
    }

    // One incident to settle, on the file that the jury will read next.
    private async Task ReportIncidentAsync(CancellationToken cancellationToken)
    {
        if (await people.FindByEmailAsync("consultant.jury@demo.test", cancellationToken) is not { } candidate
            || (await exams.OfAsync(candidate.Id, cancellationToken)) is not [var sitting, ..]
            || await db.Set<Incident>().AnyAsync(cancellationToken))
        {
            return;
        }

        var desk = await people.FindByEmailAsync("partenaires1@demo.test", cancellationToken);
        Done(await report.ReportAsync(
            sitting.Id,
            new IncidentReport(IncidentKind.ItemContent, 12, "Le candidat écrit que deux réponses de cette question lui semblent justes."),
            Acting(desk!, clock.GetUtcNow()),
            cancellationToken));
    }

    private static ActContext Acting(PersonCard person, DateTimeOffset at) => new(person.Id, person.DisplayName, person.Roles, at, "demonstration");

    private static int SeedOf(string email) => email.Aggregate(17, (seed, letter) => unchecked(seed * 31 + letter)) & int.MaxValue;

    private static void Done(Outcome outcome)
    {
        if (outcome.IsRefused(out var refusal))
        {
            throw new InvalidOperationException($"The demonstration was refused: {refusal.Code}.");
        }
    }

    private static T Done<T>(Outcome<T> outcome) =>
        outcome.IsRefused(out var refusal) ? throw new InvalidOperationException($"The demonstration was refused: {refusal.Code}.") : outcome.Value;
}
