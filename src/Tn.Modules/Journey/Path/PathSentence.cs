using Tn.Platform.Web;

namespace Tn.Journey.Path;

/// <summary>The one button of <c>/mon-parcours</c>. Without a path it reopens the census, which is a post.</summary>
internal sealed record PathAction(string Label, string? Url);

/// <summary>What a consultant reads first: what blocks, who must act, by when, by which article; and the one thing to do.</summary>
internal sealed class PathSentence(Sentences sentences, Texts texts, IProgrammeRules rules)
{
    /// <summary>The sentence of a file, or of someone who has none yet.</summary>
    public async Task<string> OfAsync(ConsultantDossier? dossier, CancellationToken cancellationToken)
    {
        if (dossier is null)
        {
            return texts["Votre parcours commence par le recensement : c’est à vous de le remplir, en neuf étapes et à votre rythme (étape 0 du parcours)."];
        }

        if (dossier.MergedInto is not null)
        {
            return sentences.Of("dossier.merged-yours");
        }

        var duty = PathMachine.Duties[dossier.State];
        var values = new Dictionary<string, string> { ["article"] = texts[duty.Article] };
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
        null => new(Texts.Key("Commencer mon recensement"), "/mon-parcours/recensement/personne"),
        PathState.CensusInProgress => new(Texts.Key("Continuer mon recensement"), "/mon-parcours/recensement"),
        PathState.PiecesRequested => new(Texts.Key("Fournir les pièces"), "/mon-parcours/pieces"),
        PathState.NotAdmissible or PathState.Closed or PathState.Rejected or PathState.Withdrawn => new(Texts.Key("Reprendre mon recensement"), null),
        PathState.CharterToSign or PathState.ResignatureDue or PathState.ResignatureOverdue => new(Texts.Key("Lire et signer la charte"), "/mon-parcours/charte"),
        PathState.InTraining => new(Texts.Key("Suivre mes formations"), "/formations"),
        PathState.ExamOpen => new(Texts.Key("Passer l’épreuve"), "/mon-parcours/epreuve"),
        PathState.CaseStudy => new(Texts.Key("Ouvrir mon étude de cas"), "/mon-parcours/etude-de-cas"),
        PathState.Certified or PathState.Probationary => new(Texts.Key("Voir mon certificat"), "/mon-parcours/certificat"),
        PathState.RenewalOpen or PathState.Lapsed => new(Texts.Key("Demander le renouvellement"), "/mon-parcours/renouvellement"),
        _ => null,
    };
}
