using System.Security.Cryptography;
using System.Text;
using Tn.Content.Rendering;

namespace Tn.Content.Questions;

/// <summary>Turns an item into a question that the exam engine can ask, rendered and safe; says what it cannot hold.</summary>
internal sealed class QuestionBuilder(InlineText texts)
{
    private const decimal RoundingOfThirds = 0.011m;
    private static readonly string[] Difficulties = ["facile", "moyen", "difficile"];

    /// <summary>Why the engine cannot ask such a question at all, or null when it can.</summary>
    public static string? Unasked(QuestionItem item) => item.Kind switch
    {
        ItemKind.Matching => $"Question « {Called(item)} » : l’appariement (« -> ») n’est pas pris en charge. Faites-en plusieurs questions.",
        ItemKind.Essay => $"Question « {Called(item)} » : les réponses rédigées ne peuvent pas être corrigées ici. Donnez des choix.",
        ItemKind.Description => $"La question « {Called(item)} » n’a pas de réponses entre accolades. Ajoutez « {{ … }} », ou protégez par \\ une accolade du texte.",
        _ => null,
    };

    /// <summary>The question, or null after an error among the findings.</summary>
    /// <param name="losses">Receives what the engine leaves out of a question that it can ask.</param>
    public GiftQuestion? Build(QuestionItem item, Findings findings, Findings losses)
    {
        if (Unasked(item) is { } reason)
        {
            findings.Error(item.Line, reason);
            return null;
        }

        var kind = Enum.Parse<QuestionKind>(item.Kind.ToString());
        var answers = Asked(item, losses);
        if (!Check(item, kind, answers, findings))
        {
            return null;
        }

        var choices = answers.ConvertAll(answer => Choice(item, kind, answer));
        var question = new Question(
            item.Id,
            kind,
            Html(item.Stem),
            choices,
            Html(item.GeneralFeedback),
            item.Tags.Select(tag => tag.ToLowerInvariant()).FirstOrDefault(Difficulties.Contains));
        return new GiftQuestion(question, item.Line, [.. answers.Select(answer => kind == QuestionKind.TrueFalse ? Truth(answer) : answer.Text.Text)]);
    }

    /// <summary>Ids of choices tell neither order nor weight: a short hash of the question's id and the choice's text.</summary>
    internal static string ChoiceId(string question, string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{question}\n{text}")))[..10];

    private static List<ItemAnswer> Asked(QuestionItem item, Findings losses)
    {
        if (item.Kind is not (ItemKind.ShortAnswer or ItemKind.Numerical))
        {
            return [.. item.Answers];
        }

        foreach (var rest in item.Answers.Where(answer => answer.Text.Text == "*"))
        {
            losses.Warn(rest.Line, $"Question « {item.Id} » : le commentaire donné à toute autre réponse (« * ») n’est pas gardé. Mettez-le dans le commentaire général.");
        }

        if (item.Kind == ItemKind.ShortAnswer && item.Answers.FirstOrDefault(answer => answer.Text.Text.Length > 1 && answer.Text.Text.Contains('*')) is { } joker)
        {
            losses.Warn(joker.Line, $"Question « {item.Id} » : « * » ne remplace pas ici n’importe quelles lettres. Donnez chaque réponse acceptée.");
        }

        return [.. item.Answers.Where(answer => answer.Text.Text != "*")];
    }

    private Choice Choice(QuestionItem item, QuestionKind kind, ItemAnswer answer)
    {
        var text = answer.Text.Text;
        return kind switch
        {
            QuestionKind.TrueFalse => new Choice(text, Truth(answer), answer.Weight, Html(answer.Feedback)),
            QuestionKind.ShortAnswer or QuestionKind.Numerical => new Choice(ChoiceId(item.Id, text), text, answer.Weight, Html(answer.Feedback)),
            _ => new Choice(ChoiceId(item.Id, text), Html(answer.Text), answer.Weight, Html(answer.Feedback)),
        };
    }

    private static bool Check(QuestionItem item, QuestionKind kind, List<ItemAnswer> answers, Findings findings)
    {
        var before = findings.All.Count;
        var line = item.AnswersLine;
        foreach (var twice in answers.GroupBy(answer => answer.Text.Text, StringComparer.Ordinal).Where(group => group.Count() > 1 && kind != QuestionKind.Numerical))
        {
            findings.Error(line, $"Question « {item.Id} » : le choix « {GiftReader.Shorten(twice.Key)} » est écrit deux fois.");
        }

        if (answers.Exists(answer => answer.Text.IsEmpty))
        {
            findings.Error(line, $"Question « {item.Id} » : un choix est vide.");
        }

        if (kind == QuestionKind.SingleChoice && answers.Count(answer => answer.Weight == 1) != 1)
        {
            findings.Error(line, $"Question « {item.Id} » : il faut un choix juste (« = ») et un seul, ou des poids (« ~%50% ») quand il y en a plusieurs.");
        }

        if (kind == QuestionKind.MultipleChoice && Math.Abs(answers.Where(answer => answer.Weight > 0).Sum(answer => answer.Weight) - 1m) > RoundingOfThirds)
        {
            findings.Error(line, $"Question « {item.Id} » : les poids des choix justes doivent faire 100 % ensemble.");
        }

        if (kind.IsTyped() && answers.Count == 0)
        {
            findings.Error(line, $"Question « {item.Id} » : aucune réponse acceptée.");
        }

        return findings.All.Count == before;
    }

    private static string Truth(ItemAnswer answer) => answer.Text.Text == "true" ? "Vrai" : "Faux";

    private string Html(ItemText text) => texts.Render(text.Text, text.Format);

    private static string Called(QuestionItem item) => item.Id.Length > 0 ? item.Id : GiftReader.Shorten(item.Stem.Text);
}
