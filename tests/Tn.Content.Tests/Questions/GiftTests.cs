using Tn.Content.Questions;
using Tn.Content.Rendering;

namespace Tn.Content.Tests.Questions;

public sealed class GiftTests
{
    private static readonly InlineText Texts = new(new HtmlCleaner());
    private static readonly GiftReader Reader = new(new GiftParser(), new QuestionBuilder(Texts));

    [Fact]
    public void A_single_choice_keeps_feedback_tag_and_id()
    {
        var question = One("// [id:b-1] [tag:Difficile]\n::b-1:: Énoncé ? {\n  ~Faux #Parce que.\n  =Juste #Bravo\\: oui.\n  ~Autre #Non.\n  ####En général.\n}");
        Assert.Equal((QuestionKind.SingleChoice, "b-1", "difficile"), (question.Kind, question.Id, question.Difficulty));
        Assert.Equal([0m, 1m, 0m], question.Choices.Select(choice => choice.Weight));
        Assert.Equal("Bravo\u00a0: oui.".Replace("\u00a0:", ":"), question.Choices[1].FeedbackHtml);
        Assert.Equal("En général.", question.GeneralFeedbackHtml);
    }

    [Fact]
    public void Weights_make_a_multiple_choice()
    {
        var question = One("::m:: Lesquels ? {~%50%Un #a ~%50%Deux #b ~%-50%Trois #c}");
        Assert.Equal(QuestionKind.MultipleChoice, question.Kind);
        Assert.Equal([0.5m, 0.5m, -0.5m], question.Choices.Select(choice => choice.Weight));
    }

    [Theory]
    [InlineData("{TRUE #faux #vrai}", 1, "vrai", "faux")]
    [InlineData("{T#faux#vrai}", 1, "vrai", "faux")]
    [InlineData("{FALSE #faux #vrai}", 0, "faux", "vrai")]
    [InlineData("{F}", 0, "", "")]
    public void True_or_false(string block, int weightOfTrue, string feedbackOfTrue, string feedbackOfFalse)
    {
        var question = One($"::v:: Vrai ? {block}");
        Assert.Equal(QuestionKind.TrueFalse, question.Kind);
        Assert.Equal(["true", "false"], question.Choices.Select(choice => choice.Id));
        Assert.Equal(weightOfTrue, question.Choices[0].Weight);
        Assert.Equal((feedbackOfTrue, feedbackOfFalse), (question.Choices[0].FeedbackHtml, question.Choices[1].FeedbackHtml));
    }

    [Theory]
    [InlineData("{#3.14:0.01}", "3.14:0.01")]
    [InlineData("{#1..5}", "3:2")]
    [InlineData("{#7}", "7:0")]
    [InlineData("{#=12:1 #oui =%50%13:2 #presque}", "12:1")]
    public void Numbers(string block, string first)
    {
        var question = One($"::n:: Combien ? {block}");
        Assert.Equal((QuestionKind.Numerical, first, 1m), (question.Kind, question.Choices[0].TextHtml, question.Choices[0].Weight));
    }

    [Fact]
    public void Short_answers_are_plain_text()
    {
        var question = One("::s:: Capitale ? {=Paris =%50%paname}");
        Assert.Equal(QuestionKind.ShortAnswer, question.Kind);
        Assert.Equal(["Paris", "paname"], question.Choices.Select(choice => choice.TextHtml));
    }

    [Fact]
    public void Formats_escapes_categories_and_missing_words()
    {
        var read = Reader.Read("$CATEGORY: a/b\n\n::f::[html]<b>Gras</b> et <i onclick=x>i</i> {=a #x ~b #y ~[plain]<c> #z}\n\n::g:: Un \\{ et 2\\=2 {=oui #x ~non #y ~\\~peut-être #z} suite.\n", "f.gift", 1);
        Assert.Empty(read.Findings);
        Assert.Equal("<b>Gras</b> et <i>i</i>", read.Questions[0].Question.StemHtml);
        Assert.Equal("&lt;c&gt;", read.Questions[0].Question.Choices[2].TextHtml);
        Assert.Contains("Un { et 2=2", read.Questions[1].Question.StemHtml, StringComparison.Ordinal);
        Assert.Contains("_____", read.Questions[1].ChoiceTexts.Append(read.Questions[1].Question.StemHtml).Last(), StringComparison.Ordinal);
        Assert.Equal("~peut-être", read.Questions[1].ChoiceTexts[2]);
    }

    [Theory]
    [InlineData("::a:: Sans réponses", 1)]
    [InlineData("\n\n::a:: Ouverte {=x ~y", 3)]
    [InlineData("::a:: Vide {}", 1)]
    [InlineData("::a:: Paires {=a -> b =c -> d}", 1)]
    [InlineData("::a:: Deux justes {=a =b ~c}", 1)]
    [InlineData("::a:: Poids {~%50%a ~%20%b ~c}", 1)]
    [InlineData("::a:: Deux fois {=a ~b ~b}", 1)]
    [InlineData("Sans identifiant {=a ~b ~c}", 1)]
    [InlineData("::É É:: Mal nommée {=a ~b ~c}", 1)]
    [InlineData("::a:: {=a ~b ~c}", 1)]
    [InlineData("::a:: Nombre {#douze}", 1)]
    [InlineData("::a:: Poids {~%150%a ~b ~c}", 1)]
    [InlineData("::a:: Une {=a ~b ~c}\n\n::a:: Deux {=a ~b ~c}", 3)]
    [InlineData("::a Pas fermé {=a ~b ~c}", 1)]
    public void A_mistake_is_named_with_its_line(string text, int line)
    {
        var findings = Reader.Read(text, "banque.gift", 1).Findings;
        Assert.Contains(findings, finding => finding.Severity == Severity.Error && finding.Line == line && finding.File == "banque.gift");
    }

    [Fact]
    public void One_broken_question_does_not_hide_the_next()
    {
        var read = Reader.Read("::a:: Cassée\n\n::b:: Bonne {=oui #x ~non #y ~bof #z}\n", "f", 1);
        Assert.Equal("b", Assert.Single(read.Questions).Question.Id);
    }

    [Fact]
    public void Choice_ids_tell_neither_order_nor_weight()
    {
        var one = One("::q:: Q ? {=a #x ~b #y ~c #z}");
        var other = One("::q:: Q ? {~c #z ~a #x =b #y}");
        Assert.Equal(one.Choices.Select(choice => choice.Id).Order(), other.Choices.Select(choice => choice.Id).Order());
        Assert.NotEqual(One("::r:: Q ? {=a #x ~b #y ~c #z}").Choices[0].Id, one.Choices[0].Id);
    }

    [Fact]
    public void The_linter_sees_a_right_answer_always_first_and_always_longest()
    {
        var text = string.Join("\n\n", Enumerable.Range(1, 20).Select(number => $"// [tag:facile]\n::q{number}:: Q{number} ? {{=Une réponse vraiment longue {number} #a ~court #b ~bref #c ~peu #d}}"));
        var messages = QuestionLint.Bank(Reader.Read(text, "f", 1).Questions, "f").Select(finding => finding.Message).ToList();
        Assert.Contains(messages, message => message.Contains("à la place 1 dans 20", StringComparison.Ordinal));
        Assert.Contains(messages, message => message.Contains("la plus longue dans 20", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{~a #x ~b #y ~c #z}", "faut un choix juste")]
    [InlineData("{=Oui. #x ~oui #y ~c #z}", "disent la même chose")]
    [InlineData("{=a #x ~b #y ~Toutes les réponses #z}", "n’apprend rien")]
    [InlineData("{=a #x ~b #y ~Aucune de ces réponses #z}", "n’apprend rien")]
    [InlineData("{=une longue phrase #x ~une longue phrase et plus #y ~c #z}", "en contient un autre")]
    [InlineData("{=a ~b #y ~c #z}", "n’a pas de commentaire")]
    [InlineData("{=a #x ~b #y ~Je ne sais pas #z}", "ajouté par le site")]
    [InlineData("{~%-50%a #x ~%-50%b #y ~%0%c #z}", "100 %")]
    public void The_linter_sees_a_weak_question(string block, string said)
    {
        var read = Reader.Read($"::q:: Q ? {block}", "f", 1);
        var messages = read.Findings.Concat(read.Questions.SelectMany(question => QuestionLint.Question(question, "f"))).Select(finding => finding.Message);
        Assert.Contains(messages, message => message.Contains(said, StringComparison.Ordinal));
    }

    private static Question One(string text)
    {
        var read = Reader.Read(text, "f", 1);
        Assert.DoesNotContain(read.Findings, finding => finding.Severity == Severity.Error);
        return Assert.Single(read.Questions).Question;
    }
}
