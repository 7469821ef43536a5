using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Tn.Certification.Lives;
using Tn.Certification.Papers;
using Tn.Certification.Papers.Blind;
using Tn.Platform.Data;

namespace Tn.Certification.CaseStudies;

/// <summary>What a candidate writes.</summary>
internal sealed record CaseStudyText(string Answer, IFormFile? Paper)
{
    public const int Shortest = 400;
    public const int Longest = 20_000;
}

/// <summary>The candidate's side: receive a case, keep a draft, hand in.</summary>
internal sealed class WorkOnCase(TnDbContext db, IConsultantPath path, PaperDesk papers, CaseStudyMarkers markers, CaseStudyReminders reminders, IProgrammeRules rules, ILogger<WorkOnCase> log)
{
    /// <summary>Draws a case, or another after a delay that passed. A second click gives the same case.</summary>
    public async Task<Outcome> ReceiveAsync(long seed, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ApplyAsConsultant).IsRefused(out var denied))
        {
            return denied;
        }

        var inForce = await rules.AllAsync(French.Day(act.At), cancellationToken);
        return await db.InTurnAsync(() => GiveAsync(seed, act, inForce, cancellationToken), cancellationToken);
    }

    /// <summary>Keeps what is written so far.</summary>
    public Task<Outcome> KeepDraftAsync(CaseStudyText text, ActContext act, CancellationToken cancellationToken) =>
        WriteAsync(text, act, (work, paper, _) => Task.FromResult(work.KeepDraft(text.Answer, paper)), cancellationToken);

    /// <summary>Hands in, and draws two markers.</summary>
    public Task<Outcome> HandInAsync(CaseStudyText text, ActContext act, CancellationToken cancellationToken) => WriteAsync(
        text,
        act,
        async (work, paper, inForce) =>
        {
            if (work.HandIn(text.Answer, paper, act, inForce).IsRefused(out var refusal))
            {
                return refusal;
            }

            await reminders.CancelAsync(work, cancellationToken);
            await markers.CallAsync(work, act, cancellationToken);
            return Outcome.Done;
        },
        cancellationToken);

    private async Task<Outcome> GiveAsync(long seed, ActContext act, IReadOnlyDictionary<string, RuleInForce> inForce, CancellationToken cancellationToken)
    {
        if (await path.FindAsync(act.Person, cancellationToken) is not { State: PathState.CaseStudy })
        {
            return new Refusal("case-study.not-at-this-stage");
        }

        var work = await OpenAsync(act.Person, cancellationToken);
        if (work is { State: not CaseStudyState.Expired })
        {
            return Outcome.Done;
        }

        var bank = await db.Set<CaseSubject>().Where(row => row.RetiredAt == null).ToListAsync(cancellationToken);
        if (bank.Count == 0)
        {
            return new Refusal("case-study.empty-bank");
        }

        if (work is null)
        {
            work = CaseStudy.Give(act.Person, bank, seed, act, inForce);
            db.Add(work);
        }
        else if (work.DrawAgain(bank, seed, act, inForce).IsRefused(out var refusal))
        {
            return refusal;
        }

        await reminders.PlanForCandidateAsync(work, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }

    private async Task<Outcome> WriteAsync(CaseStudyText text, ActContext act, Func<CaseStudy, PaperId?, IReadOnlyDictionary<string, RuleInForce>, Task<Outcome>> verb, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ApplyAsConsultant).IsRefused(out var denied))
        {
            return denied;
        }

        if (text.Answer.Length > CaseStudyText.Longest)
        {
            return new Refusal("case-study.answer-long").With("maximum", CaseStudyText.Longest.ToString("N0", French.Culture));
        }

        if (await OpenAsync(act.Person, cancellationToken) is null)
        {
            return new Refusal("case-study.not-now");
        }

        // Before the turn: a long document must not keep the others waiting.
        var blind = await BlindPaper.OfAsync(text.Paper, log, cancellationToken);
        if (blind.IsRefused(out var unfit))
        {
            return unfit;
        }

        var inForce = await rules.AllAsync(French.Day(act.At), cancellationToken);
        return await db.InTurnAsync(
            async () =>
            {
                if (await OpenAsync(act.Person, cancellationToken) is not { } work)
                {
                    return new Refusal("case-study.not-now");
                }

                // Without the candidate's number in its name: markers are blind.
                var paper = await papers.TakeAsync(blind.Value, "etude-de-cas", act, cancellationToken);
                if (paper.IsRefused(out var unkept))
                {
                    return unkept;
                }

                if ((await verb(work, paper.Value, inForce)).IsRefused(out var refusal))
                {
                    return refusal.Code == "life.not-allowed" ? new Refusal("case-study.not-now") : refusal;
                }

                await db.SaveChangesAsync(cancellationToken);
                return Outcome.Done;
            },
            cancellationToken);
    }

    private Task<CaseStudy?> OpenAsync(PersonId candidate, CancellationToken cancellationToken) =>
        db.Set<CaseStudy>().SingleOrDefaultAsync(row => row.Candidate == candidate && row.State != CaseStudyState.Marked, cancellationToken);
}
