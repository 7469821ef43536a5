using Tn.Certification.Certificates;

namespace Tn.Certification.Appeals;

/// <summary>What an overturned decision does, in the panel's transaction: the path moves by its declared triggers, the certificate gets its fact.</summary>
internal sealed class AppealEffect(IConsultantPath path, CertificateOffice office, EndedTerms ended, IProgrammeRules rules)
{
    /// <returns>What came of it, in a sentence.</returns>
    public async Task<string> TakeAsync(Appeal appeal, ActContext act, CancellationToken cancellationToken)
    {
        var reason = $"Recours accueilli : {string.Join(' ', appeal.DecisionReasons)}";
        if ((await path.MoveAsync(appeal.Appellant, TriggerOf(appeal.Ground), reason, act, cancellationToken)).IsRefused(out _))
        {
            // The appellant began again, or the suspension ran out: there is nothing left to undo, and the panel's word stays.
            return "Le dossier n’était plus dans l’état contesté : la décision est annulée, et le dossier suit son cours.";
        }

        if (appeal.Ground is AppealGround.Suspended or AppealGround.Withdrawn)
        {
            await ReinstateAsync(appeal, reason, act, cancellationToken);
        }

        return appeal.Ground switch
        {
            AppealGround.NotAdmissible => "Le dossier revient à la recevabilité.",
            AppealGround.Rejected => "Le dossier revient devant le jury.",
            _ => "Le certificat est rétabli.",
        };
    }

    private async Task ReinstateAsync(Appeal appeal, string reason, ActContext act, CancellationToken cancellationToken)
    {
        var terms = await office.TermsOfAsync(appeal.Appellant, French.Day(act.At), cancellationToken);
        var article = await rules.FindAsync(RuleKeys.AppealDays, French.Day(act.At), cancellationToken);
        await office.SanctionAsync(terms, new Sanction(FactKind.Reinstated, article.Article, reason.Length > 2000 ? reason[..2000] : reason), act, cancellationToken);
        await ended.LapseAsync(appeal.Appellant, act, cancellationToken);
    }

    private static PathTrigger TriggerOf(AppealGround ground) => ground switch
    {
        AppealGround.NotAdmissible => PathTrigger.ReturnToAdmissibility,
        AppealGround.Rejected => PathTrigger.ReturnToJury,
        _ => PathTrigger.Reinstate,
    };
}
