using Tn.Journey.Admissibility;
using Tn.Journey.Census;
using Tn.Journey.Census.Reopen;

namespace Tn.Journey.Tests.Census;

public class SaveCensusStepTests
{
    [Fact]
    public async Task What_is_typed_is_kept_as_it_was_even_when_wrong()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = PersonId.New(JourneySite.Morning);
        Assert.True((await site.SaveAsync(CensusStep.Enterprise, new EnterpriseStep { Siret = "12 34", CreatedOn = "l’an dernier" }, site.Consultant(person))).IsDone);

        var folder = await site.InAsync<CensusReader, CensusFolder>(reader => reader.OfAsync(person, default));
        Assert.Equal("12 34", folder.Entry.Enterprise!.Siret);
        Assert.Equal("l’an dernier", folder.Entry.Enterprise.CreatedOn);
        Assert.Null(folder.Dossier!.Siret);
        Assert.Equal("C-2026-0001", folder.Dossier.Number);
    }

    [Fact]
    public async Task The_second_file_has_the_next_number_and_the_next_year_starts_anew()
    {
        await using var site = await JourneySite.OpenAsync();
        var names = new List<string>();
        foreach (var days in new[] { 0, 1, 60 })
        {
            site.Clock.Pass(days);
            var person = PersonId.New(site.Clock.GetUtcNow());
            await site.SaveAsync(CensusStep.Person, new PersonStep(), site.Consultant(person));
            names.Add((await site.FileAsync(person))!.Number);
        }

        Assert.Equal(["C-2026-0001", "C-2026-0002", "C-2027-0001"], names);
    }

    [Fact]
    public async Task The_same_siret_twice_is_refused_and_the_rule_is_quoted()
    {
        await using var site = await JourneySite.OpenAsync();
        await site.WithCensusAsync();
        var second = site.Consultant(PersonId.New(JourneySite.Morning), "Dominique Martin");
        var saved = await site.SaveAsync(CensusStep.Enterprise, new EnterpriseStep { Siret = "732 829 320 00074" }, second);
        Assert.Equal("census.siret-taken", saved.Refusal?.Code);
    }

    [Fact]
    public async Task The_summary_follows_the_census()
    {
        await using var site = await JourneySite.OpenAsync();
        var file = (await site.FileAsync(await site.WithCensusAsync()))!;
        Assert.Equal("Camille Durand", file.DisplayName);
        Assert.Equal("Durand Conseil", file.EnterpriseName);
        Assert.Equal(ACensus.Siret, file.Siret);
        Assert.Equal(["cybersecurite"], file.Axes);
        Assert.Equal(["Logiciels du Val"], file.Ties);
        Assert.Equal(["45", "2A"], file.Departments);
    }

    [Fact]
    public async Task While_an_instructor_reads_the_census_stays_as_it_is()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await site.SubmittedAsync();
        Assert.Equal("census.locked", (await site.SaveAsync(CensusStep.Person, new PersonStep(), site.Consultant(person))).Refusal?.Code);
    }

    [Fact]
    public async Task Once_admitted_the_profile_can_change_but_not_the_siret()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await site.AdmittedAsync();
        Assert.True((await site.SaveAsync(CensusStep.Territories, new TerritoriesStep { Departments = ["974"] }, site.Consultant(person))).IsDone);
        Assert.Equal("census.siret-settled", (await site.SaveAsync(CensusStep.Enterprise, new EnterpriseStep { Siret = "44306184100047" }, site.Consultant(person))).Refusal?.Code);
    }

    [Fact]
    public async Task A_stranger_and_an_advisor_have_no_census()
    {
        await using var site = await JourneySite.OpenAsync();
        Assert.Equal("access.sign-in", (await site.SaveAsync(CensusStep.Person, new PersonStep(), ActContext.Anonymous(JourneySite.Morning))).Refusal?.Code);
        Assert.Equal("access.denied", (await site.SaveAsync(CensusStep.Person, new PersonStep(), site.Instructor())).Refusal?.Code);
    }

    [Fact]
    public async Task An_incomplete_census_is_not_submitted()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await site.WithCensusAsync(ACensus.Complete().With(new RecognitionsStep()));
        var refusal = (await site.SubmitAsync(person)).Refusal;
        Assert.Equal("census.incomplete", refusal?.Code);
        Assert.Equal("1 point", refusal!.Values["count"]);
        Assert.Equal(PathState.CensusInProgress, await site.StateAsync(person));
    }

    [Fact]
    public async Task The_ladder_is_planned_at_the_first_save_and_cancelled_on_submission()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await site.WithCensusAsync();
        Assert.Equal(["D30", "D60", "D7", "D90"], site.Reminders.Planned.Values.Select(one => one.Step).Order());
        await site.SubmitAsync(person);
        Assert.Empty(site.Reminders.Planned);
    }

    [Fact]
    public async Task A_closed_file_is_reopened_with_its_answers_and_a_new_ladder()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await site.SubmittedAsync();
        var number = (await site.FileAsync(person))!.Number;
        await site.InAsync<InstructDossier, Outcome>(act => act.DeclareNotAdmissibleAsync(number, "Article 2.2", "Liens non déclarés.", site.Instructor(), default));
        Assert.True((await site.InAsync<ReopenCensus, Outcome>(act => act.ReopenAsync(site.Consultant(person), default))).IsDone);

        Assert.Equal(PathState.CensusInProgress, await site.StateAsync(person));
        Assert.Equal(4, site.Reminders.Planned.Count);
        Assert.True((await site.SubmitAsync(person)).IsDone);
    }
}
