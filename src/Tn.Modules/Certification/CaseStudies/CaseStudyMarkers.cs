using Microsoft.EntityFrameworkCore;
using Tn.Certification.Jury;
using Tn.Certification.Lives;
using Tn.Platform.Data;

namespace Tn.Certification.CaseStudies;

/// <summary>
/// Who marks: members of the pedagogical committee without a declared tie to the candidate, drawn by the work's seed.
/// They do not sit in the jury that decides.
/// </summary>
internal sealed class CaseStudyMarkers(ICommitteeRoster roster, IConsultantPath path, CaseStudyReminders reminders, INotifier notifier)
{
    /// <summary>Draws the markers that are missing and writes to them, in the caller's unit of work.</summary>
    public async Task CallAsync(CaseStudy work, ActContext act, CancellationToken cancellationToken)
    {
        if (await path.FindAsync(work.Candidate, cancellationToken) is not { } file)
        {
            return;
        }

        var members = await roster.MembersAsync(CommitteeKind.Pedagogy, French.Day(act.At), cancellationToken);
        var jury = (await roster.MembersAsync(CommitteeKind.Jury, French.Day(act.At), cancellationToken)).Select(member => member.Person).ToHashSet();
        var eligible = members
            .Where(member => !jury.Contains(member.Person) && Recusals.TieBetween(member, file) is null)
            .Select(member => new MarkerSeat(member.Person, member.DisplayName));
        foreach (var seat in work.DrawMarkers([.. eligible]))
        {
            await notifier.TellAsync(seat.Marker, $"case-study-marker:{work.Id}:{seat.Marker}", CaseStudyLetters.Called(work), act, cancellationToken);
            await reminders.PlanForMarkerAsync(work, seat.Marker, cancellationToken);
        }
    }
}

/// <summary>A marker gives the marks; the last one settles the result and sends the file to the jury, in one transaction.</summary>
internal sealed class MarkCase(TnDbContext db, IConsultantPath path, CaseStudyMarkers markers, INotifier notifier, IProgrammeRules rules)
{
    public async Task<Outcome> MarkAsync(CaseStudyId id, IReadOnlyList<CriterionMark> marks, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.MarkCaseStudies).IsRefused(out var denied))
        {
            return denied;
        }

        var inForce = await rules.AllAsync(French.Day(act.At), cancellationToken);
        return await db.InTurnAsync(
            async () =>
            {
                var work = await db.Set<CaseStudy>().SingleAsync(row => row.Id == id, cancellationToken);
                if (work.Mark(marks, inForce[RuleKeys.CaseStudyThirdMarkerGap].Number, act, inForce).IsRefused(out var refusal))
                {
                    return refusal;
                }

                await FollowAsync(work, act, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                return Outcome.Done;
            },
            cancellationToken);
    }

    private async Task FollowAsync(CaseStudy work, ActContext act, CancellationToken cancellationToken)
    {
        if (work.State == CaseStudyState.AwaitingThirdMark)
        {
            await markers.CallAsync(work, act, cancellationToken);
        }

        if (work.Result is { } result)
        {
            // The marks stand whatever the path says: the file may have been closed meanwhile, and the move is then refused.
            // The programme moves it, not the marker: a history must not name a blind marker to the candidate.
            var programme = ActContext.System(act.At, "etude-de-cas");
            _ = await path.MoveAsync(work.Candidate, PathTrigger.CompleteCaseStudy, $"Étude de cas notée : {result.Mean.ToString("0.0", French.Culture)} sur 4.", programme, cancellationToken);
            await notifier.TellAsync(work.Candidate, $"case-study-marked:{work.Id}", CaseStudyLetters.Marked(result), programme, cancellationToken);
        }
    }
}
