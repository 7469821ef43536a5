using Microsoft.EntityFrameworkCore;
using Tn.Certification.Lives;
using Tn.Platform.Data;

namespace Tn.Certification.Surveillance;

/// <summary>The holder's side: the yearly declaration, and the answer to prescriptions.</summary>
internal sealed class DeclareYear(TnDbContext db, IReminders reminders, IProgrammeRules rules)
{
    public const int LongestAnswer = 8_000;

    public Task<Outcome> DeclareAsync(DeclarationId id, DeclaredYear year, ActContext act, CancellationToken cancellationToken) => ActAsync(
        act,
        async inForce =>
        {
            if (await db.Set<YearlyDeclaration>().SingleOrDefaultAsync(row => row.Id == id && row.Holder == act.Person, cancellationToken) is not { } declaration)
            {
                return new Refusal("declaration.not-expected");
            }

            return await SavedAsync(declaration.Make(year, act, inForce), id.Value, "declaration.not-expected", cancellationToken);
        },
        cancellationToken);

    public async Task<Outcome> AnswerAsync(ControlId id, string answer, ActContext act, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(answer) || answer.Length > LongestAnswer)
        {
            return new Refusal("control.answer").With("maximum", LongestAnswer.ToString("N0", French.Culture));
        }

        return await ActAsync(
            act,
            async inForce =>
            {
                if (await db.Set<Control>().SingleOrDefaultAsync(row => row.Id == id && row.Holder == act.Person, cancellationToken) is not { } control)
                {
                    return new Refusal("control.not-now");
                }

                return await SavedAsync(control.Reply(answer.Trim(), act, inForce), id.Value, "control.not-now", cancellationToken);
            },
            cancellationToken);
    }

    private async Task<Outcome> ActAsync(ActContext act, Func<IReadOnlyDictionary<string, RuleInForce>, Task<Outcome>> work, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ApplyAsConsultant).IsRefused(out var denied))
        {
            return denied;
        }

        var inForce = await rules.AllAsync(French.Day(act.At), cancellationToken);
        return await db.InTurnAsync(() => work(inForce), cancellationToken);
    }

    private async Task<Outcome> SavedAsync(Outcome moved, Guid subject, string notAllowed, CancellationToken cancellationToken)
    {
        if (moved.IsRefused(out var refusal))
        {
            return refusal.Code == "life.not-allowed" ? new Refusal(notAllowed, refusal.Values) : refusal;
        }

        await reminders.CancelAsync(SurveillanceReminders.KindName, subject.ToString("D"), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }
}
