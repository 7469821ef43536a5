using Tn.Journey.Admissibility;

namespace Tn.Journey.Tests.Admissibility;

public class InstructDossierTests
{
    [Fact]
    public async Task The_answer_is_due_in_ten_working_days()
    {
        await using var site = await JourneySite.OpenAsync();
        await site.SubmittedAsync();
        var page = await site.InAsync<DossierDesk, DossierPage>(async desk => (await desk.ListAsync(new DeskFilter(), 1, site.Instructor(), default)).Value);
        Assert.Equal(new DateOnly(2026, 12, 7), Assert.Single(page.Lines).DueOn);
    }

    [Fact]
    public async Task Pieces_are_requested_once_answered_and_the_file_comes_back()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await site.SubmittedAsync();
        var number = (await site.FileAsync(person))!.Number;
        Assert.True((await RequestAsync(site, number, "Attestation d’assurance\n\n Devis type \n")).IsDone);
        Assert.Equal(["D-30", "D-7"], site.Reminders.Planned.Values.Select(one => one.Step).Order());

        var half = await site.InAsync<SupplyPieces, Outcome>(act => act.SupplyAsync(["Jointe", " "], site.Consultant(person), default));
        Assert.Equal("Devis type", half.Refusal?.Values["piece"]);
        var kept = await site.InAsync<DossierDesk, DossierFile?>(async desk => (await desk.FindAsync(number, site.Instructor(), default)).Value);
        Assert.Equal("Jointe", kept!.Requests[0].Pieces[0].Answer);

        Assert.True((await site.InAsync<SupplyPieces, Outcome>(act => act.SupplyAsync(["Jointe", "Voici"], site.Consultant(person), default))).IsDone);
        Assert.Equal(PathState.UnderAdmissibility, await site.StateAsync(person));
        Assert.Empty(site.Reminders.Planned);
        Assert.Equal("pieces.already-requested", (await RequestAsync(site, number, "Encore une")).Refusal?.Code);
    }

    [Fact]
    public async Task A_refusal_needs_its_article_and_its_reason()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await site.SubmittedAsync();
        var number = (await site.FileAsync(person))!.Number;
        Assert.Equal("admissibility.article-missing", (await RefuseAsync(site, number, " ", "Motif")).Refusal?.Code);
        Assert.Equal("admissibility.reason-missing", (await RefuseAsync(site, number, "Article 2.2", null)).Refusal?.Code);
        Assert.True((await RefuseAsync(site, number, "Article 2.2", "Liens non déclarés.")).IsDone);
        Assert.Equal(PathState.NotAdmissible, await site.StateAsync(person));
        Assert.Contains(site.Letters.Sent.Values, sent => sent.To == person && sent.Letter.Paragraphs[0].Contains("Article 2.2 : Liens non déclarés.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_instructs_their_own_file()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await site.SubmittedAsync();
        var number = (await site.FileAsync(person))!.Number;
        var admitted = await site.InAsync<InstructDossier, Outcome>(act => act.DeclareAdmissibleAsync(number, null, site.Instructor(person), default));
        Assert.Equal("dossier.own", admitted.Refusal?.Code);
    }

    [Fact]
    public async Task A_candidate_instructs_nothing_and_supplies_only_their_own()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await site.SubmittedAsync();
        var number = (await site.FileAsync(person))!.Number;
        var candidate = site.Consultant(person);
        Assert.Equal("access.denied", (await site.InAsync<InstructDossier, Outcome>(act => act.DeclareAdmissibleAsync(number, null, candidate, default))).Refusal?.Code);
        Assert.Equal("access.denied", (await site.InAsync<InstructDossier, Outcome>(act => act.NoteAsync(number, "x", candidate, default))).Refusal?.Code);
        await RequestAsync(site, number, "Attestation");
        var other = site.Consultant(PersonId.New(JourneySite.Morning));
        Assert.Equal("pieces.not-requested", (await site.InAsync<SupplyPieces, Outcome>(act => act.SupplyAsync(["x"], other, default))).Refusal?.Code);
    }

    [Fact]
    public async Task The_desk_shows_the_nearest_deadline_first()
    {
        await using var site = await JourneySite.OpenAsync();
        var first = await site.SubmittedAsync();
        await site.InAsync<InstructDossier, Outcome>(act => act.RequestPiecesAsync("C-2026-0001", "Attestation", site.Instructor(), default));
        await site.SubmittedAsync(ACensus.Complete("44306184100047"));
        var page = await site.InAsync<DossierDesk, DossierPage>(async desk => (await desk.ListAsync(new DeskFilter(), 1, site.Instructor(), default)).Value);
        Assert.Equal(["C-2026-0002", "C-2026-0001"], page.Lines.Select(line => line.Number));
        var filtered = await site.InAsync<DossierDesk, DossierPage>(async desk => (await desk.ListAsync(new DeskFilter(PathState.PiecesRequested), 1, site.Instructor(), default)).Value);
        Assert.Equal((1, "C-2026-0001"), (filtered.Total, Assert.Single(filtered.Lines).Number));
        Assert.NotEqual(default, first);
    }

    private static Task<Outcome> RequestAsync(JourneySite site, string number, string pieces) =>
        site.InAsync<InstructDossier, Outcome>(act => act.RequestPiecesAsync(number, pieces, site.Instructor(), default));

    private static Task<Outcome> RefuseAsync(JourneySite site, string number, string? article, string? reason) =>
        site.InAsync<InstructDossier, Outcome>(act => act.DeclareNotAdmissibleAsync(number, article, reason, site.Instructor(), default));
}
