using Microsoft.EntityFrameworkCore;
using Tn.Certification.CaseStudies;
using Tn.Certification.Exam;
using Tn.Certification.Exam.Publication;
using Tn.Contracts;
using Tn.Kernel;
using Tn.Platform.Data;

namespace Tn.Testing.Histories.Acts;

/// <summary>The exam and the case study, with its markers.</summary>
internal static class Examined
{
    private static readonly TimeSpan ToAnswer = TimeSpan.FromMinutes(35);
    private static readonly string Answer = string.Concat(Enumerable.Repeat("Une proposition chiffrée, étape par étape. ", 12));

    /// <summary>Sits: answers and finishes, or leaves the sitting to run out.</summary>
    public static async Task SitAsync(Visit visit)
    {
        if (!visit.IsWilling())
        {
            return;
        }

        SittingId? sitting = null;
        var began = visit.Herself();
        await visit.DoAsync<StartSitting>("start a sitting", async act =>
        {
            var started = await act.StartAsync(visit.Random.NextInt64(), null, began, default);
            sitting = started.IsDone ? started.Value : null;
            return started.Refusal is { } refusal ? refusal : Outcome.Done;
        });
        if (sitting is not { } id)
        {
            return;
        }

        var responses = await ResponsesAsync(visit, id);
        await visit.DoAsync<SaveAnswers>("answer", act => act.SaveAsync(id, responses, began with { At = began.At + ToAnswer }, default));
        if (!visit.Chance(8))
        {
            await visit.DoAsync<FinishSitting>("finish a sitting", act => act.FinishAsync(id, began with { At = began.At + ToAnswer + TimeSpan.FromMinutes(1) }, default));
        }
    }

    /// <summary>A fraud is seen, or an incident: the result is taken back, then set aside or cancelled.</summary>
    public static async Task InspectAsync(Visit visit)
    {
        if (!visit.Chance(visit.Who.Character.Name == "fraudulent" ? 8 : 1))
        {
            return;
        }

        var last = await visit.Site.AskAsync<TnDbContext, SittingId?>(db => db.Set<Sitting>().Where(row => row.Candidate == visit.Person).OrderByDescending(row => row.StartedAt).Select(row => (SittingId?)row.Id).FirstOrDefaultAsync());
        if (last is { } id && await DecideAsync(visit, id, SittingTrigger.Unpublish))
        {
            await DecideAsync(visit, id, visit.Chance(60) ? SittingTrigger.Reject : visit.Chance(50) ? SittingTrigger.Cancel : SittingTrigger.Publish);
        }
    }

    public static async Task WorkOnCaseAsync(Visit visit)
    {
        var work = await visit.Site.AskAsync<CaseStudyQueries, CaseStudy?>(queries => queries.LatestOfAsync(visit.Person, default));
        if (work is { MarkersNeeded: > 0 })
        {
            await MarkAsync(visit, work);
        }
        else if (work is { State: CaseStudyState.Assigned })
        {
            if (visit.IsWilling() && visit.Chance(70))
            {
                await visit.DoAsync<WorkOnCase>("hand in the case", act => act.HandInAsync(new CaseStudyText(Answer, null), visit.Herself(), default));
            }
        }
        else if (visit.IsWilling())
        {
            await visit.DoAsync<WorkOnCase>("receive a case", act => act.ReceiveAsync(visit.Random.Next(), visit.Herself(), default));
        }
    }

    // Either one of the two blind markers today, or both; a third later.
    private static async Task MarkAsync(Visit visit, CaseStudy work)
    {
        var waiting = work.Markers.Where(seat => work.Markings.All(marking => marking.Marker != seat.Marker)).Take(visit.Chance(50) ? 1 : 2).ToList();
        foreach (var seat in waiting)
        {
            var marks = Rubric.Criteria.Select(criterion => new CriterionMark(criterion, visit.Chance(94) ? visit.Random.Next(2, 4) : visit.Random.Next(1, 5), "Vu.")).ToList();
            await visit.DoAsync<MarkCase>("mark a case", act => act.MarkAsync(work.Id, marks, visit.As(seat.Marker), default));
        }
    }

    private static async Task<bool> DecideAsync(Visit visit, SittingId id, SittingTrigger decision) =>
        (await visit.DoAsync<DecideOnSitting>($"{decision} a sitting", act => act.DecideAsync(id, decision, "Constaté par le comité.", visit.Partner(), default))).IsDone;

    private static async Task<IReadOnlyDictionary<int, ItemResponse>> ResponsesAsync(Visit visit, SittingId id)
    {
        var items = await visit.Site.AskAsync<TnDbContext, int>(db => db.Set<Sitting>().Where(row => row.Id == id).Select(row => row.ItemCount).SingleAsync());
        var right = Math.Clamp(visit.Who.Character.Knowledge + visit.Random.Next(-9, 7), 0, items);
        var places = Enumerable.Range(1, items).ToArray();
        visit.Random.Shuffle(places);
        return places.Select((place, order) => (place, order)).ToDictionary(one => one.place, one => ItemResponse.Chosen(one.order < right ? Bank.Right : Bank.Wrong));
    }
}
