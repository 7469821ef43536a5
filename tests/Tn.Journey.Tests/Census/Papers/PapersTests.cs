using Tn.Journey.Admissibility;
using Tn.Journey.Census;
using Tn.Journey.Census.Papers;
using Tn.Platform.Files;

namespace Tn.Journey.Tests.Census.Papers;

public class PapersTests
{
    [Theory]
    [InlineData("sasu", false, "kbis rc-pro vigilance")]
    [InlineData("ei", false, "avis-situation rc-pro vigilance")]
    [InlineData("association", true, "recepisse statuts rc-pro")]
    [InlineData("portage", true, "contrat-portage rc-pro")]
    [InlineData("cae", false, "contrat-cae rc-pro vigilance")]
    [InlineData(null, false, "")]
    public void Papers_follow_the_legal_form(string? form, bool noVigilance, string expected) =>
        Assert.Equal(expected, string.Join(' ', PaperKinds.ExpectedOf(form, noVigilance).Select(kind => kind.Key)));

    [Fact]
    public void Every_legal_form_has_its_papers() =>
        Assert.All(CensusLists.LegalForms, form => Assert.NotEmpty(PaperKinds.ExpectedOf(form.Key, noVigilance: true)));

    [Fact]
    public async Task The_panel_says_what_is_missing_too_old_or_over()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await site.WithCensusAsync();
        await site.SaveAsync(CensusStep.Guarantees, new GuaranteesStep { Insurer = "A" }, site.Consultant(person));
        Assert.Equal(["kbis papers.missing", "rc-pro papers.missing", "vigilance papers.missing"], await site.GapsAsync(person));

        Assert.True((await site.DepositAsync(person, "kbis", "2026-10-01")).IsDone);
        Assert.True((await site.DepositAsync(person, "rc-pro", "2026-01-01", "2026-12-31")).IsDone);
        Assert.True((await site.DepositAsync(person, "vigilance", "2026-05-23")).IsDone);
        Assert.Equal(["vigilance papers.stale"], await site.GapsAsync(person));

        Assert.True((await site.DepositAsync(person, "vigilance", "2026-05-24")).IsDone);
        Assert.Empty(await site.GapsAsync(person));
        site.Clock.Pass(39); // the first of January
        Assert.Equal(["kbis papers.stale", "rc-pro papers.over", "vigilance papers.stale"], await site.GapsAsync(person));
    }

    [Theory]
    [InlineData("kbis", "demain", null, "papers.issued-on")]
    [InlineData("kbis", "2026-11-24", null, "papers.issued-on")]
    [InlineData("rc-pro", "2026-11-01", null, "papers.valid-until")]
    [InlineData("rc-pro", "2026-11-01", "2026-10-01", "papers.valid-until")]
    [InlineData("vigilance", "2026-11-01", "un jour", "papers.valid-until")]
    [InlineData("passeport", "2026-11-01", null, "papers.kind")]
    public async Task A_paper_is_typed_and_dated(string kind, string issued, string? until, string code)
    {
        await using var site = await JourneySite.OpenAsync();
        Assert.Equal(code, (await site.DepositAsync(await site.WithCensusAsync(), kind, issued, until)).Refusal?.Code);
    }

    [Theory]
    [InlineData("", "papers.file-missing")]
    [InlineData("<html><script>alert(1)</script>", "papers.file-type")]
    [InlineData("%PDF-1.7 cut short", "papers.file-type")]
    [InlineData("MZ %PDF-1.7 %%EOF", "papers.file-type")]
    public async Task A_file_is_what_its_bytes_say_whatever_its_name(string content, string code)
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await site.WithCensusAsync();
        Assert.Equal(code, (await site.DepositAsync(person, "kbis", "2026-11-01", content: System.Text.Encoding.UTF8.GetBytes(content))).Refusal?.Code);
    }

    [Fact]
    public async Task A_file_larger_than_the_limit_is_refused()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await site.WithCensusAsync();
        var large = new byte[PaperFile.MaximumBytes + 1];
        Assert.Equal("papers.too-large", (await site.DepositAsync(person, "kbis", "2026-11-01", content: large)).Refusal?.Code);
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData("C:\\fakepath\\kbis.exe", "kbis.pdf")]
    [InlineData("kbis\u202efdp.exe", "kbisfdp.pdf")]
    [InlineData("a\r\nSet-Cookie: x.pdf", "aSet-Cookie x.pdf")]
    [InlineData("", "papier.pdf")]
    public async Task A_name_is_made_safe_and_ends_as_the_content(string name, string safe)
    {
        var file = await PaperFile.RecogniseAsync(name, new MemoryStream(APaper.Pdf), default);
        Assert.Equal(safe, file.Value.Name);
    }

    [Fact]
    public async Task A_paper_about_to_end_is_reminded_until_another_follows_it()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await site.WithCensusAsync();
        Assert.True((await site.DepositAsync(person, "rc-pro", "2026-01-01", "2026-12-31")).IsDone);
        var paper = Assert.Single(await site.PapersAsync(person));
        var number = (await site.FileAsync(person))!.Number;
        Assert.True((await site.InAsync<CheckPaper, Outcome>(act => act.AcceptAsync(number, paper.Id, site.Instructor(), default))).IsDone);

        var reminder = site.Reminders.Planned.Values.Single(one => one is { Kind: PaperExpiring.Name, Step: "D-7" });
        Assert.Equal(new DateOnly(2026, 12, 24), French.Day(reminder.DueUtc));
        Assert.Contains(French.ShortDate(new DateOnly(2026, 12, 31)), (await WriteAsync())!.Subject, StringComparison.Ordinal);
        Assert.True((await site.DepositAsync(person, "rc-pro", "2026-11-20", "2027-12-31")).IsDone);
        Assert.Null(await WriteAsync());

        Task<Letter?> WriteAsync() => site.InAsync<IEnumerable<IReminderKind>, Letter?>(kinds => kinds.Single(kind => kind.Kind == PaperExpiring.Name).WriteAsync(reminder, default));
    }

    [Fact]
    public async Task A_photo_is_an_image()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await site.WithCensusAsync();
        Assert.Equal("papers.photo-image", (await site.DepositAsync(person, "photo", "2026-11-01")).Refusal?.Code);
        Assert.True((await site.DepositAsync(person, "photo", "2026-11-01", content: APaper.Png, name: "moi.png")).IsDone);

        // A portrait once an instructor accepted it.
        Assert.Null(await site.InAsync<IPortraits, DateTimeOffset?>(portraits => portraits.AcceptedAtAsync(person, default)));
        var photo = Assert.Single(await site.PapersAsync(person));
        var number = (await site.FileAsync(person))!.Number;
        await site.InAsync<CheckPaper, Outcome>(act => act.AcceptAsync(number, photo.Id, site.Instructor(), default));
        Assert.NotNull(await site.InAsync<IPortraits, DateTimeOffset?>(portraits => portraits.AcceptedAtAsync(person, default)));
    }

    [Fact]
    public async Task Only_its_owner_and_instructors_read_a_paper()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await site.WithCensusAsync();
        await site.DepositAsync(person, "kbis", "2026-11-01");
        var id = Assert.Single(await site.PapersAsync(person)).Id;

        async Task<bool> ReadsAsync(ActContext act) => await site.InAsync<PaperShelf, Paper?>(shelf => shelf.FindAsync(id, act, default)) is not null;
        Assert.True(await ReadsAsync(site.Consultant(person)));
        Assert.True(await ReadsAsync(site.Instructor()));
        Assert.False(await ReadsAsync(site.Consultant(PersonId.New(JourneySite.Morning), "Dominique Martin")));
        Assert.False(await ReadsAsync(ActContext.Anonymous(JourneySite.Morning)));
    }

    [Fact]
    public async Task An_accepted_paper_verifies_what_it_proves_until_the_answer_changes()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await site.WithCensusAsync();
        await site.DepositAsync(person, "kbis", "2026-11-01");
        await site.SubmitAsync(person);
        var id = Assert.Single(await site.PapersAsync(person)).Id;
        var number = (await site.FileAsync(person))!.Number;
        Assert.True((await site.InAsync<CheckPaper, Outcome>(act => act.AcceptAsync(number, id, site.Instructor(), default))).IsDone);

        var folder = await site.InAsync<CensusReader, CensusFolder>(reader => reader.OfAsync(person, default));
        Assert.Equal(new ValueMark(ValueOrigin.Verified, JourneySite.Morning, "extrait kbis, Inès Instructrice"), folder.MarkOf(CensusStep.Enterprise, "Siret"));
        Assert.Equal(ValueOrigin.Declared, folder.MarkOf(CensusStep.Enterprise, "Naf")?.Origin);
        var again = await site.InAsync<CheckPaper, Outcome>(act => act.RefuseAsync(number, id, "Illisible.", site.Instructor(), default));
        Assert.Equal("papers.already-checked", again.Refusal?.Code);
    }

    [Fact]
    public async Task A_refused_paper_is_told_with_its_reason_and_expected_again()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await site.WithCensusAsync();
        await site.DepositAsync(person, "kbis", "2026-11-01");
        var id = Assert.Single(await site.PapersAsync(person)).Id;
        var number = (await site.FileAsync(person))!.Number;
        Task<Outcome> RefuseAsync(string? reason, ActContext who) => site.InAsync<CheckPaper, Outcome>(act => act.RefuseAsync(number, id, reason, who, default));

        Assert.Equal("papers.reason-missing", (await RefuseAsync(" ", site.Instructor())).Refusal?.Code);
        Assert.Equal("access.denied", (await RefuseAsync("Illisible.", site.Consultant(person))).Refusal?.Code);
        Assert.True((await RefuseAsync("Illisible.", site.Instructor())).IsDone);
        Assert.Contains("kbis papers.refused", await site.GapsAsync(person));
        Assert.Contains("Illisible.", site.Letters.Sent[$"paper-refused:{id}"].Letter.Paragraphs[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_is_taken_back_until_it_is_checked_and_only_by_its_owner()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await site.WithCensusAsync();
        await site.DepositAsync(person, "kbis", "2026-11-01");
        var id = Assert.Single(await site.PapersAsync(person)).Id;
        Task<Outcome> TakeBackAsync(PersonId who) => site.InAsync<DepositPaper, Outcome>(act => act.TakeBackAsync(id, site.Consultant(who), default));

        var other = await site.WithCensusAsync(ACensus.Complete("44306184100047"));
        Assert.Equal("papers.not-found", (await TakeBackAsync(other)).Refusal?.Code);
        Assert.True((await TakeBackAsync(person)).IsDone);
        Assert.Equal("papers.already-checked", (await TakeBackAsync(person)).Refusal?.Code);
        Assert.Contains("kbis papers.missing", await site.GapsAsync(person));
    }

    [Fact]
    public async Task While_an_instructor_reads_no_paper_is_added()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await site.SubmittedAsync();
        Assert.Equal("census.locked", (await site.DepositAsync(person, "kbis", "2026-11-01")).Refusal?.Code);
        Assert.Equal("papers.no-file", (await site.DepositAsync(PersonId.New(JourneySite.Morning), "kbis", "2026-11-01")).Refusal?.Code);
    }

    [Fact]
    public async Task Someone_tied_to_the_enterprise_checks_no_paper_and_decides_nothing()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await site.WithCensusAsync();
        await site.DepositAsync(person, "kbis", "2026-11-01");
        await site.SubmitAsync(person);
        var (id, number) = (Assert.Single(await site.PapersAsync(person)).Id, (await site.FileAsync(person))!.Number);
        site.Committee.Seat(site.Instructor().Person, "Inès Instructrice", "LOGICIELS DU VAL");

        var check = await site.InAsync<CheckPaper, Outcome>(act => act.AcceptAsync(number, id, site.Instructor(), default));
        Assert.Equal(("dossier.tie", "LOGICIELS DU VAL"), (check.Refusal?.Code, check.Refusal?.Values["tie"]));
        var decision = await site.InAsync<InstructDossier, Outcome>(act => act.DeclareAdmissibleAsync(number, null, site.Instructor(), default));
        Assert.Equal("dossier.tie", decision.Refusal?.Code);
    }

    [Fact]
    public async Task The_sweep_of_files_keeps_the_papers()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await site.WithCensusAsync();
        await site.DepositAsync(person, "kbis", "2026-11-01");
        var key = FileKey.Parse(Assert.Single(await site.PapersAsync(person)).FileKey);
        var used = await site.InAsync<IEnumerable<IFileReferences>, bool>(async parts =>
        {
            foreach (var part in parts)
            {
                if ((await part.AmongAsync([key], default)).Contains(key))
                {
                    return true;
                }
            }

            return false;
        });
        Assert.True(used);
    }
}
