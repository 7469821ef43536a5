using Tn.Platform.Web;

namespace Tn.Journey.Path;

/// <summary>The one button of <c>/mon-parcours</c>. Without a path it reopens the census, which is a post.</summary>
internal sealed record PathAction(string Label, string? Url);

/// <summary>What a consultant reads first: what blocks, who must act, by when, by which article; and the one thing to do.</summary>
internal sealed class PathSentence(Sentences sentences, IProgrammeRules rules)
{
    private const string Start = "Votre parcours commence par le recensement : c’est à vous de le remplir, en neuf étapes et à votre rythme (étape 0 du parcours).";

    /// <summary>The sentence of a file, or of someone who has none yet.</summary>
    public async Task<string> OfAsync(ConsultantDossier? dossier, CancellationToken cancellationToken)
    {
        if (dossier is null)
        {
            return Start;
        }

        if (dossier.MergedInto is not null)
        {
            return sentences.Of("dossier.merged-yours");
        }

        var duty = PathMachine.Duties[dossier.State];
        var values = new Dictionary<string, string> { ["article"] = duty.Article };
        if (duty.Age is { } age)
        {
            var rule = await rules.FindAsync(age.RuleKey, French.Day(dossier.StateSince), cancellationToken);
            values["rule"] = rule.Article;
            values["due"] = French.Date(dossier.DueOn ?? age.DueOn(French.Day(dossier.StateSince), rule.Number));
        }

        return sentences.Of(PathWords.SentenceKey(dossier.State), values);
    }

    /// <summary>What the consultant can do now, or null when it is someone else's turn.</summary>
    public static PathAction? ActionOf(PathState? state) => state switch
    {
        null => new("Commencer mon recensement", "/mon-parcours/recensement/personne"),
        PathState.CensusInProgress => new("Continuer mon recensement", "/mon-parcours/recensement"),
        PathState.PiecesRequested => new("Fournir les pièces", "/mon-parcours/pieces"),
        PathState.NotAdmissible or PathState.Closed or PathState.Rejected or PathState.Withdrawn => new("Reprendre mon recensement", null),
        PathState.CharterToSign or PathState.ResignatureDue or PathState.ResignatureOverdue => new("Lire et signer la charte", "/mon-parcours/charte"),
        PathState.InTraining => new("Suivre mes formations", "/formations"),
        PathState.ExamOpen => new("Passer l’épreuve", "/mon-parcours/epreuve"),
        PathState.CaseStudy => new("Ouvrir mon étude de cas", "/mon-parcours/etude-de-cas"),
        PathState.Certified or PathState.Probationary => new("Voir mon certificat", "/mon-parcours/certificat"),
        PathState.RenewalOpen or PathState.Lapsed => new("Demander le renouvellement", "/mon-parcours/renouvellement"),
        _ => null,
    };
}
