using Microsoft.EntityFrameworkCore;
using Tn.Certification.Exam;
using Tn.Kernel;
using Tn.Platform.Data;
using Tn.Testing;

namespace Tn.Web.Tests.Journeys;

/// <summary>The exam as the desk, an invigilator and the pedagogical committee see it.</summary>
public abstract class ExamDeskTests(SharedSite shared) : Journey(shared)
{
    private const string Desk = "/comites/partenaires-prives/epreuves";

    [Fact]
    public async Task An_incident_settled_by_the_desk_is_read_by_the_candidate_and_no_question_is_shown_on_the_way()
    {
        var sitting = await SittingAsync("consultant.jury");
        using var desk = await EnterAsync("partenaires1");
        var file = await desk.GetAsync($"{Desk}/{sitting.Id}");
        ShowsNothingOf(sitting, file, await desk.GetAsync($"{Desk}?etat=Published"), await desk.GetAsync($"{Desk}/{sitting.Id}/et-si?Items=12&Pass=60"));

        var unreasoned = await desk.SubmitAsync(file, "form[action*='handler=Settle']", ("Settle.Resolution", "NeutraliseHere"), ("Settle.Reason", ""));
        Assert.Contains("Donnez le motif", unreasoned.Text, StringComparison.Ordinal);
        var settled = await desk.SubmitAsync(file, "form[action*='handler=Settle']", ("Settle.Resolution", "NeutraliseHere"), ("Settle.Reason", "Deux réponses étaient justes."));
        Assert.Contains("Question 12 neutralisée : Deux réponses étaient justes.", settled.Text, StringComparison.Ordinal);
        Assert.Contains("Histoire entière et inchangée", settled.Text, StringComparison.Ordinal);

        using var candidate = await EnterAsync("consultant.jury");
        var result = await candidate.GetAsync($"/mon-parcours/epreuve/{sitting.Id}/resultat");
        Assert.Contains("Question 12 neutralisée : Deux réponses étaient justes.", result.Text, StringComparison.Ordinal);
        ShowsNothingOf(sitting, result);
    }

    [Fact]
    public async Task A_result_that_the_jury_has_used_is_not_taken_back()
    {
        var sitting = await SittingAsync("consultant14");
        using var desk = await EnterAsync("partenaires1");
        var file = await desk.GetAsync($"{Desk}/{sitting.Id}");
        var refused = await desk.SubmitAsync(file, "form[action*='handler=Decide']", ("Decide.Decision", "Unpublish"), ("Decide.Reason", "Pour voir."));
        Assert.Contains("Le parcours du candidat est allé plus loin", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invigilator_marks_presence_in_a_room_that_shows_no_question()
    {
        var number = (await FileAsync("consultant17")).Number;
        using var desk = await EnterAsync("partenaires1");
        var planned = await desk.SubmitAsync(
            await desk.GetAsync("/comites/partenaires-prives/seances"),
            "main form",
            ("Input.HeldOn", French.Day(DateTimeOffset.UtcNow).ToString("yyyy-MM-dd", null)), ("Input.Room", "14 h, salle 2"), ("Input.Invigilator", "centres1@demo.test"), ("Input.Numbers", number));
        Assert.StartsWith("/epreuves/seances/", planned.Path, StringComparison.Ordinal);

        using var invigilator = await EnterAsync("centres1");
        var room = await invigilator.GetAsync($"{planned.Path}?suivi=1");
        Assert.Contains("Constater la présence", room.Text, StringComparison.Ordinal);
        var present = await invigilator.SubmitAsync(room, "form[action*='handler=Presence']");
        Assert.Contains("Corriger : absent", present.Text, StringComparison.Ordinal);
        ShowsNothingOf(await SittingAsync("consultant17"), present);

        using var stranger = await EnterAsync("conseiller");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await stranger.GetAsync(planned.Path)).Status);
    }

    [Fact]
    public async Task The_pedagogical_committee_reads_the_bank_keeps_items_apart_and_sees_the_proof()
    {
        using var member = await EnterAsync("pedago1");
        var bank = await member.GetAsync("/comites/pedagogique/banque?theme=gestion");
        var ids = bank.Document.QuerySelectorAll("main h2 code").Select(code => code.TextContent).Take(2).ToList();
        Assert.Equal(2, ids.Count);

        var proof = await member.GetAsync("/comites/pedagogique/banque/preuve");
        Assert.Contains("sans qu’une question revienne", proof.Text, StringComparison.Ordinal);
        var refused = await member.SubmitAsync(proof, "form[action*='handler=Exclude']", ("Items", "inconnue autre"), ("Reason", "L’une donne l’autre."));
        Assert.Contains("Inconnu : inconnue", refused.Text, StringComparison.Ordinal);
        var apart = await member.SubmitAsync(proof, "form[action*='handler=Exclude']", ("Items", string.Join(' ', ids)), ("Reason", "L’une donne l’autre."));
        Assert.Contains("L’une donne l’autre.", apart.Text, StringComparison.Ordinal);
        var together = await member.SubmitAsync(apart, "form[action*='handler=Lift']");
        Assert.Contains("Aucune exclusion", together.Text, StringComparison.Ordinal);
    }

    private async Task<Sitting> SittingAsync(string account)
    {
        var person = await PersonAsync(account);
        return await AskAsync((TnDbContext db) => db.Set<Sitting>().AsNoTracking().Where(row => row.Candidate == person).OrderByDescending(row => row.StartedAt).FirstAsync());
    }

    // Neither the text of a question nor the id of a choice: what would help the next candidate.
    private static void ShowsNothingOf(Sitting sitting, params PageSeen[] pages) => Assert.All(pages, page =>
    {
        Assert.Equal(System.Net.HttpStatusCode.OK, page.Status);
        Assert.All(sitting.Form().Items, item =>
        {
            Assert.DoesNotContain(item.StemHtml, page.Body, StringComparison.Ordinal);
            Assert.DoesNotContain(item.ItemId, page.Body, StringComparison.Ordinal);
        });
    });
}

[Collection(OnSqlite.Name)]
public sealed class ExamDeskOnSqlite(SqliteSite shared) : ExamDeskTests(shared);

[Collection(OnPostgreSql.Name)]
public sealed class ExamDeskOnPostgreSql(PostgreSqlSite shared) : ExamDeskTests(shared);
