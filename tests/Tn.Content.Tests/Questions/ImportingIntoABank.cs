using System.Text;
using Tn.Content.Documents;
using Tn.Content.Documents.Save;
using Tn.Content.Questions.Files;
using Tn.Content.Questions.Import;
using Tn.Content.Rendering;
using Tn.Content.Types;

namespace Tn.Content.Tests.Questions;

public sealed class ImportingIntoABank
{
    private const string Bank = "// Ma remarque.\n// [id:b-1]\n::b-1:: Énoncé ? {\n  ~Un #Non.\n  =Deux #Oui.\n  ~Trois #Non.\n}\n";
    private const string Aiken = "Quelle réponse ?\nA. La première\nB. La deuxième\nC. La troisième\nANSWER: B\n";
    private const string Csv = "question;choix 1;choix 2;choix 3;juste;id\nQuel été ?;Celui-ci;Celui-là;Aucun;1;e-1\n";

    [Fact]
    public async Task A_file_is_read_over_the_bank_and_nothing_is_kept_before_it_is_confirmed()
    {
        await using var site = await ContentSite.OpenAsync();
        var bank = await BankAsync(site);
        var before = await site.LatestOfAsync(bank);

        var proposal = (await ReadAsync(site, bank, Aiken)).Value;

        Assert.True(proposal.CanBeKept);
        Assert.Equal((1, QuestionFormat.Aiken), (proposal.Added, proposal.File.Format));
        Assert.StartsWith(Bank, proposal.Gift, StringComparison.Ordinal);
        Assert.Contains(proposal.Findings, finding => finding.Code == "feedback-missing");
        Assert.Equal(before.VersionId, (await site.LatestOfAsync(bank)).VersionId);

        Assert.True((await site.SaveAsync(bank, site.People.Author, (Fields.Gift.Name, proposal.Gift))).Value.IsNew);
        Assert.Equal(2, (await site.LatestOfAsync(bank)).Rendered.Questions.Count());
    }

    [Fact]
    public async Task The_same_file_again_brings_nothing()
    {
        await using var site = await ContentSite.OpenAsync();
        var bank = await BankAsync(site);
        var first = (await ReadAsync(site, bank, Csv)).Value;
        await site.SaveAsync(bank, site.People.Author, (Fields.Gift.Name, first.Gift));
        var again = (await ReadAsync(site, bank, Csv)).Value;
        Assert.Equal((0, false, "e-1"), (again.Added, again.CanBeKept, Assert.Single(again.LeftOut)));
    }

    [Fact]
    public async Task A_file_in_windows_1252_is_read_as_its_author_wrote_it()
    {
        await using var site = await ContentSite.OpenAsync();
        var bank = await BankAsync(site);
        var proposal = (await ReadAsync(site, bank, Encoding.Latin1.GetBytes(Csv))).Value;
        Assert.Equal("windows-1252", proposal.File.Encoding);
        Assert.Contains("Quel été ?", proposal.Gift, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replacing_leaves_nothing_of_the_old_questions()
    {
        await using var site = await ContentSite.OpenAsync();
        var bank = await BankAsync(site);
        var proposal = (await ReadAsync(site, bank, Encoding.UTF8.GetBytes(Csv), replaces: true)).Value;
        Assert.DoesNotContain("b-1", proposal.Gift, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Losses_and_refusals_are_said_with_their_line()
    {
        await using var site = await ContentSite.OpenAsync();
        var bank = await BankAsync(site);
        var proposal = (await ReadAsync(site, bank, "::a:: Reliez. {\n=un -> one\n=deux -> two\n=trois -> three\n}\n\n::c:: Bon ? {\n  =Oui #Oui.\n  ~Non #Non.\n  ~Si #Non.\n}\n")).Value;
        Assert.Contains(proposal.Losses, loss => loss.Line == 1 && loss.Message.Contains("appariement", StringComparison.Ordinal));
        Assert.Equal(1, proposal.Added);
        var broken = (await ReadAsync(site, bank, "::c:: Bon ? {\n  =Oui #Oui.\n  ~Non")).Value;
        Assert.False(broken.CanBeKept);
        Assert.Contains(broken.File.Findings, finding => finding is { Severity: Severity.Error, Line: > 0 });
    }

    [Fact]
    public async Task Somebody_elses_bank_is_neither_read_nor_written()
    {
        await using var site = await ContentSite.OpenAsync();
        var bank = await BankAsync(site);
        var upload = new QuestionUpload(Encoding.UTF8.GetBytes(Csv), "q.csv", null, Replaces: false);
        Assert.Equal("access.denied", (await site.AskAsync<ReadQuestionFile, Outcome<BankProposal>>(act => act.ReadAsync(bank, upload, Cast.As(site.People.OtherAuthor), default))).Refusal?.Code);
        Assert.Equal("access.denied", (await site.AskAsync<ExportBank, Outcome<ExportedBank>>(act => act.WriteAsync(bank, QuestionFormat.Gift, Cast.As(site.People.Committee[0]), default))).Refusal?.Code);
    }

    [Theory]
    [InlineData("Gift", "banque-d-essai.gift")]
    [InlineData("MoodleXml", "banque-d-essai.xml")]
    public async Task A_bank_is_downloaded_and_read_back_whole(string format, string name)
    {
        await using var site = await ContentSite.OpenAsync();
        var bank = await BankAsync(site);
        var file = (await site.AskAsync<ExportBank, Outcome<ExportedBank>>(act => act.WriteAsync(bank, Enum.Parse<QuestionFormat>(format), Cast.As(site.People.Author), default))).Value;
        Assert.Equal(name, file.Name);
        var read = site.Get<QuestionFiles>().Read(file.Bytes, file.Name);
        Assert.Equal((Enum.Parse<QuestionFormat>(format), "b-1"), (read.Format, Assert.Single(read.Asked).Question.Id));
    }

    private static async Task<string> BankAsync(ContentSite site)
    {
        var bank = await site.BeginAsync(ContentTypes.QuestionBank, "Banque d’essai", site.People.Author);
        await site.SaveAsync(bank, site.People.Author, (Fields.Axis.Name, "donnees"), (Fields.Gift.Name, Bank));
        return bank;
    }

    private static Task<Outcome<BankProposal>> ReadAsync(ContentSite site, string bank, string text) => ReadAsync(site, bank, Encoding.UTF8.GetBytes(text));

    private static Task<Outcome<BankProposal>> ReadAsync(ContentSite site, string bank, byte[] bytes, bool replaces = false) =>
        site.AskAsync<ReadQuestionFile, Outcome<BankProposal>>(act => act.ReadAsync(bank, new QuestionUpload(bytes, "q.txt", null, replaces), Cast.As(site.People.Author), default));
}
