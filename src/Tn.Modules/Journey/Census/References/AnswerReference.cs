using Microsoft.EntityFrameworkCore;
using Tn.Journey.Path;
using Tn.Platform.Data;

namespace Tn.Journey.Census.References;

/// <summary>What a client types.</summary>
internal sealed class AnswerForm
{
    /// <summary><c>confirm</c>, <c>correct</c> or <c>deny</c>.</summary>
    public string? Answer { get; set; }

    public string? Name { get; set; }

    public string? Comment { get; set; }
}

/// <summary>What a client reads before answering: nothing secret, not even the SIRET of her own enterprise.</summary>
internal sealed record ReferenceSheet(string ConsultantName, string EnterpriseName, ReferenceRequest Request);

/// <summary>A client answers by the link of her mail, without an account: holding the link is the right to answer, once.</summary>
internal sealed class AnswerReference(TnDbContext db, INotifier notifier)
{
    private const int LongestName = 150;
    private const int LongestComment = 2000;

    /// <summary>The request a token opens or opened, or null when no such token was sent.</summary>
    public async Task<ReferenceSheet?> FindAsync(string token, CancellationToken cancellationToken)
    {
        var hash = ReferenceRequest.HashOf(token);
        return await db.Set<ReferenceRequest>().AsNoTracking().Where(one => one.TokenHash == hash)
            .Join(db.Set<ConsultantDossier>(), one => one.Dossier, dossier => dossier.Id, (one, dossier) => new ReferenceSheet(dossier.DisplayName, dossier.EnterpriseName, one))
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <param name="token">Of a link that was sent.</param>
    public async Task<Outcome> AnswerAsync(string token, AnswerForm form, ActContext act, CancellationToken cancellationToken)
    {
        if (Read(form).IsRefused(out var refusal, out var answer))
        {
            return refusal;
        }

        var hash = ReferenceRequest.HashOf(token);
        if (await db.Set<ReferenceRequest>().SingleOrDefaultAsync(one => one.TokenHash == hash, cancellationToken) is not { } request)
        {
            return new Refusal("references.closed");
        }

        if (request.Say(answer, form.Name!.Trim(), Text.FirstOf(form.Comment), act.At).IsRefused(out refusal))
        {
            return refusal;
        }

        var dossier = await db.Set<ConsultantDossier>().AsNoTracking().SingleAsync(one => one.Id == request.Dossier, cancellationToken);
        if (answer == ReferenceAnswer.Confirmed)
        {
            await VerifyAsync(request, act, cancellationToken);
        }

        await notifier.TellAsync(dossier.Person, $"reference-answered:{request.Id}", Tell(request), act, cancellationToken);
        return await db.SaveUnlessMovedAsync(cancellationToken);
    }

    private static Outcome<ReferenceAnswer> Read(AnswerForm form)
    {
        ReferenceAnswer? answer = form.Answer switch
        {
            "confirm" => ReferenceAnswer.Confirmed,
            "correct" => ReferenceAnswer.Corrected,
            "deny" => ReferenceAnswer.Denied,
            _ => null,
        };
        if (answer is null)
        {
            return new Refusal("references.answer");
        }

        if (Text.Missing(form.Name) || form.Name!.Length > LongestName)
        {
            return new Refusal("references.name");
        }

        var isSaid = !Text.Missing(form.Comment);
        return (answer == ReferenceAnswer.Corrected && !isSaid) || (isSaid && form.Comment!.Length > LongestComment)
            ? new Refusal("references.comment")
            : answer.Value;
    }

    // A mission that was described otherwise since is another one, and stays declared.
    private async Task VerifyAsync(ReferenceRequest request, ActContext act, CancellationToken cancellationToken)
    {
        var answers = await db.Set<CensusAnswers>().SingleOrDefaultAsync(row => row.Dossier == request.Dossier && row.Step == CensusStep.References, cancellationToken);
        if (answers?.Read() is ReferencesStep step && step.Missions.FindIndex(one => one.Fingerprint == request.Mission) is >= 0 and var at)
        {
            answers.Mark([$"{nameof(step.Missions)}[{at}]"], new ValueMark(ValueOrigin.Verified, act.At, "confirmé par le client"));
        }
    }

    private static Letter Tell(ReferenceRequest request) => new(
        "Un client a répondu sur une mission",
        [
            request.Answer switch
            {
                ReferenceAnswer.Confirmed => "Il confirme la mission telle que vous l’avez décrite : elle est vérifiée.",
                ReferenceAnswer.Corrected => "Il la confirme en partie et corrige votre description. Reprenez-la, puis demandez une nouvelle confirmation.",
                _ => "Il dit que cette mission n’a pas eu lieu ainsi. L’instructeur de votre dossier le verra ; expliquez-vous avec votre client ou retirez la mission.",
            },
        ],
        "Voir mes références",
        "/mon-parcours/references");
}
