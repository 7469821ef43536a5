using System.Text;
using Tn.Content.Questions;
using Tn.Content.Questions.Files;
using Tn.Content.Rendering;

namespace Tn.Content.Tests.Questions;

public sealed class QuestionFileTests
{
    private static readonly QuestionFiles Files = new(new GiftParser(), new QuestionBuilder(new InlineText(new HtmlCleaner())));

    // The examples of Moodle's documentation, in our words: one of each kind.
    private const string EveryKind = """
        // question: 0  name: Switch category
        $CATEGORY: $course$/Histoire/Révolution

        // [id:q-vf] [tag:facile] [tag:dates]
        ::Prise de la Bastille:: La Bastille est prise en 1789.{TRUE#Relisez.#Oui.}

        ::choix::[html]<p>Qui est enterré dans la tombe de Grant \: ?</p>{
          ~Personne #[markdown]Pas **tout** à fait
          =Grant
          // un commentaire au milieu
          ~%50%Sa femme #En partie
          ####[plain]Deux personnes y reposent.
        }

        Deux plus deux font {~trois =quatre ~cinq} tous les jours.

        ::plusieurs:: Lesquels ? {~%50%Un ~%50%Deux ~%-100%Trois}

        ::court:: Capitale ? {=Paris =%80%Lutèce #Ancien nom}

        ::paires:: Associez. {=Canada -> Ottawa =Italie -> Rome =Japon -> Tokyo = -> Lima}

        ::annee:: Quand ? {#1822:5}

        ::pi:: Pi ? {#3.141..3.142}

        ::naissance:: Année ? {#
          =1822:0 #Exact
          =%50%1822:2 #À deux ans près
          ~#Loin
        }

        ::redaction:: Racontez. {}

        Vous pouvez garder vos notes.
        Elles serviront.
        """;

    [Fact]
    public void Every_kind_that_Moodle_documents_is_read()
    {
        var read = Files.Read(Encoding.UTF8.GetBytes(EveryKind), "moodle.gift");
        Assert.Empty(read.Findings);
        Assert.Equal(
            [ItemKind.TrueFalse, ItemKind.SingleChoice, ItemKind.SingleChoice, ItemKind.MultipleChoice, ItemKind.ShortAnswer, ItemKind.Matching, ItemKind.Numerical, ItemKind.Numerical, ItemKind.Numerical, ItemKind.Essay, ItemKind.Description],
            read.Items.Select(item => item.Kind));
        Assert.Equal(8, read.Asked.Count);

        var truth = read.Items[0];
        Assert.Equal(("q-vf", "Prise de la Bastille", "$course$/Histoire/Révolution"), (truth.IdNumber, truth.Name, truth.Category));
        Assert.Equal(["facile", "dates"], truth.Tags);
        var choice = read.Items[1];
        Assert.Equal([("html", 0m), ("html", 1m), ("html", 0.5m)], choice.Answers.Select(answer => (answer.Text.Format!, answer.Weight)));
        Assert.Equal(new ItemText("Pas **tout** à fait", "markdown"), choice.Answers[0].Feedback);
        Assert.Equal(new ItemText("Deux personnes y reposent.", "plain"), choice.GeneralFeedback);
        Assert.Equal("Deux plus deux font _____ tous les jours.", read.Items[2].Stem.Text);
        Assert.Equal(["Canada→Ottawa", "Italie→Rome", "Japon→Tokyo", "→Lima"], read.Items[5].Pairs.Select(pair => $"{pair.Left.Text}→{pair.Right}"));
        Assert.Equal(["1822:5", "3.1415:0.0005"], read.Items.Skip(6).Take(2).Select(item => item.Answers[0].Text.Text));
        Assert.Equal(["1822:0", "1822:2", "*"], read.Items[8].Answers.Select(answer => answer.Text.Text));
        Assert.Equal("Vous pouvez garder vos notes.\nElles serviront.", read.Items[10].Stem.Text);
    }

    [Fact]
    public void What_the_exam_cannot_ask_is_told_with_its_line()
    {
        var losses = Files.Read(Encoding.UTF8.GetBytes(EveryKind), "moodle.gift").Losses;
        Assert.Contains(losses, loss => loss.Line == 21 && loss.Message.Contains("appariement", StringComparison.Ordinal));
        Assert.Contains(losses, loss => loss.Line == 33 && loss.Message.Contains("rédigées", StringComparison.Ordinal));
        Assert.Contains(losses, loss => loss.Line == 30 && loss.Message.Contains("toute autre réponse", StringComparison.Ordinal));
        Assert.Contains(losses, loss => loss.Line == 35 && loss.Message.Contains("accolades", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("utf-8", "utf-8")]
    [InlineData("bom", "utf-8-bom")]
    [InlineData("1252", "windows-1252")]
    [InlineData("utf-16", "utf-16")]
    public void A_file_is_read_whatever_saved_it(string saved, string found)
    {
        const string Text = "::q-1:: L’été à Noël\u00a0? {=Œuf #é ~Été #à ~Ça #ç}\r\n";
        var bytes = saved switch
        {
            "bom" => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)],
            "1252" => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Text),
            "utf-16" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text)],
            _ => Encoding.UTF8.GetBytes(Text),
        };
        var read = Files.Read(bytes, "f");
        Assert.True(read.IsValid);
        Assert.Equal(found, read.Encoding);
        Assert.Equal(["Œuf", "Été", "Ça"], read.Items[0].Answers.Select(answer => answer.Text.Text));
    }

    [Fact]
    public void Aiken_is_recognised_and_read()
    {
        var read = Files.Read(Encoding.UTF8.GetBytes("Quelle est la capitale ?\nA. Lyon\nB) Paris\nC. Lille\nANSWER: B\n\nEt ensuite ?\nA. Oui\nANSWER: A\n\nSans réponse\nA. Un\nB. Deux\n"), "f.txt");
        Assert.Equal(QuestionFormat.Aiken, read.Format);
        Assert.Equal([0m, 1m, 0m], Assert.Single(read.Items).Answers.Select(answer => answer.Weight));
        Assert.Equal([9, 11], read.Findings.Select(finding => finding.Line));
    }

    [Fact]
    public void A_table_is_recognised_and_read()
    {
        const string Table = "id;type;question;choix 1;choix 2;choix 3;juste;commentaire 1;commentaire;difficulté\n"
            + "q-1;;\"Une \"\"vraie\"\" question ; non ?\";Oui;Non;Peut-être;2;Relisez;En général;facile\n"
            + "q-2;choix;Lesquelles ?;Un;Deux;Trois;A,C;;;\n"
            + "q-3;nombre;Combien ?;3,14:0,01;;;;;;\n"
            + "q-4;vrai-faux;Vrai ?;;;;faux;;;\n"
            + "q-5;texte;Nom ?;Paris;Lutèce;;;;;\n"
            + "q-6;choix;Rien de juste ?;Un;Deux;;9;;;\n"
            + "q-7;autre;Type ?;;;;;;;\n";
        var read = Files.Read(Encoding.UTF8.GetBytes(Table), "f.csv");
        Assert.Equal(QuestionFormat.Csv, read.Format);
        Assert.Equal([ItemKind.SingleChoice, ItemKind.MultipleChoice, ItemKind.Numerical, ItemKind.TrueFalse, ItemKind.ShortAnswer], read.Items.Select(item => item.Kind));
        Assert.Equal("Une \"vraie\" question ; non ?", read.Items[0].Stem.Text);
        Assert.Equal([0.5m, 0m, 0.5m], read.Items[1].Answers.Select(answer => answer.Weight));
        Assert.Equal("3.14:0.01", read.Items[2].Answers[0].Text.Text);
        Assert.Equal([7, 8], read.Findings.Select(finding => finding.Line));
    }

    [Fact]
    public void Moodle_xml_says_what_it_leaves_out()
    {
        const string Xml = """
            <?xml version="1.0" encoding="UTF-8"?>
            <quiz>
              <question type="multichoice">
                <name><text>Question 1</text></name>
                <questiontext format="html"><text><![CDATA[<p>Lequel ?</p>]]></text><file name="a.png" encoding="base64">QUJD</file></questiontext>
                <generalfeedback format="html"><text></text></generalfeedback>
                <single>true</single>
                <correctfeedback format="html"><text>Bravo</text></correctfeedback>
                <hint format="html"><text>Cherchez</text></hint>
                <answer fraction="100" format="html"><text>Un</text><feedback format="html"><text>Oui</text></feedback></answer>
                <answer fraction="0" format="html"><text>Deux</text><feedback format="html"><text></text></feedback></answer>
              </question>
              <question type="cloze"><name><text>Trous</text></name></question>
            </quiz>
            """;
        var read = Files.Read(Encoding.UTF8.GetBytes(Xml), "f.xml");
        Assert.True(read.IsValid);
        Assert.Equal("question-1", Assert.Single(read.Asked).Question.Id);
        foreach (var (line, said) in new[] { (5, "images jointes"), (8, "correctfeedback"), (9, "hint"), (13, "cloze"), (3, "question-1") })
        {
            Assert.Contains(read.Losses, loss => loss.Line == line && loss.Message.Contains(said, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("<!DOCTYPE q [<!ENTITY a \"b\">]><quiz>&a;</quiz>", "DTD")]
    [InlineData("<!DOCTYPE q SYSTEM \"file:///etc/passwd\"><quiz/>", "DTD")]
    [InlineData("<quiz><question>", "mal formé")]
    [InlineData("<html></html>", "<quiz>")]
    [InlineData("<quiz>&xxe;</quiz>", "mal formé")]
    public void Hostile_xml_is_refused(string xml, string reason) =>
        Assert.Contains(reason, Files.Read(Encoding.UTF8.GetBytes(xml), "f", QuestionFormat.MoodleXml).Findings[0].Message, StringComparison.Ordinal);

    [Fact]
    public void Deep_xml_is_refused() =>
        Assert.Contains("profondément", Files.Read(Encoding.UTF8.GetBytes($"<quiz>{string.Concat(Enumerable.Repeat("<a>", 5000))}{string.Concat(Enumerable.Repeat("</a>", 5000))}</quiz>"), "f").Findings[0].Message, StringComparison.Ordinal);

    [Fact]
    public void Gift_says_what_it_cannot_write()
    {
        var losses = new Findings("f");
        var text = GiftWriter.Write([new QuestionItem { Kind = ItemKind.ShortAnswer, Name = "fleche", Stem = new ItemText("Quoi ?"), Answers = [new ItemAnswer(new ItemText("a -> b"), 1, ItemText.Empty)], Line = 7 }], losses);
        Assert.Empty(text);
        Assert.Equal(7, Assert.Single(losses.All).Line);
    }
}
