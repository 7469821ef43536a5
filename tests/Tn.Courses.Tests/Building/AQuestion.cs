namespace Tn.Courses.Tests.Building;

/// <summary>Questions of every kind, as an author would write them.</summary>
internal static class AQuestion
{
    public static Question Single(string id = "q1") => new(
        id,
        QuestionKind.SingleChoice,
        "Par quoi commencer ?",
        [
            new("c1", "Par les machines", 0, "retour-machines"),
            new("c2", "Par l’activité", 1, "retour-activite"),
            new("c3", "Par le budget", 0.5m, "retour-budget"),
            new("c4", "Par l’antivirus", -1, "retour-antivirus"),
        ],
        "retour-general",
        null);

    public static Question Multiple(string id = "q2") => new(
        id,
        QuestionKind.MultipleChoice,
        "Quels comptes protéger d’abord ?",
        [
            new("c1", "La messagerie", 0.5m, "retour-messagerie"),
            new("c2", "Le compte du site", 0.5m, "retour-domaine"),
            new("c3", "Le forum", -0.5m, "retour-forum"),
            new("c4", "La revue", -0.5m, "retour-revue"),
        ],
        string.Empty,
        null);

    public static Question TrueFalse(string id = "q3") => new(
        id,
        QuestionKind.TrueFalse,
        "Une copie jamais relue suffit.",
        [new("true", "Vrai", 0, "retour-vrai"), new("false", "Faux", 1, "retour-faux")],
        string.Empty,
        null);

    public static Question Short(string id = "q4") => new(
        id,
        QuestionKind.ShortAnswer,
        "Comment s’appelle l’adresse du site ?",
        [new("c1", "nom de domaine", 1, "retour-exact"), new("c2", "URL", 0.5m, "retour-url")],
        string.Empty,
        null);

    public static Question Numerical(string id = "q5") => new(
        id,
        QuestionKind.Numerical,
        "Combien d’heures pour notifier ?",
        [new("c1", "72:0", 1, "retour-72"), new("c2", "70:5", 0.5m, "retour-proche")],
        string.Empty,
        null);

    public static IReadOnlyList<Question> OfEveryKind() => [Single(), Multiple(), TrueFalse(), Short(), Numerical()];
}
