using Tn.Journey.Admissibility;
using Tn.Journey.Admissibility.Duplicates;
using Tn.Journey.Census;

namespace Tn.Journey.Tests.Admissibility;

public class DeskTests
{
    private static readonly PersonId Ines = new(Guid.Parse("00000000-0000-0000-0000-0000000000aa"));
    private static readonly PersonId Tariq = new(Guid.Parse("00000000-0000-0000-0000-0000000000bb"));

    [Fact]
    public async Task A_file_is_entrusted_to_a_member_and_found_among_her_files()
    {
        await using var site = await OpenAsync();
        var number = (await site.FileAsync(await site.SubmittedAsync()))!.Number;
        Assert.Equal(1, await CountAsync(site, new DeskFilter(Share: DeskShare.Unassigned)));
        Assert.True((await AssignAsync(site, number, Ines)).IsDone);

        Assert.Equal(1, await CountAsync(site, new DeskFilter(Share: DeskShare.Mine)));
        Assert.Equal(0, await CountAsync(site, new DeskFilter(Share: DeskShare.Unassigned)));
        Assert.True((await AssignAsync(site, number, Tariq)).IsDone);
        Assert.Equal(0, await CountAsync(site, new DeskFilter(Share: DeskShare.Mine)));
        var page = await site.InAsync<DossierDesk, DossierPage>(async desk => (await desk.ListAsync(new DeskFilter(), 1, site.Instructor(), default)).Value);
        Assert.Equal("Tariq Tuteur", Assert.Single(page.Lines).Instructor);
    }

    [Fact]
    public async Task Only_an_instructor_reads_the_desk_not_even_the_owner_of_a_file()
    {
        await using var site = await OpenAsync();
        var owner = await site.SubmittedAsync();
        var number = (await site.FileAsync(owner))!.Number;
        var act = site.Consultant(owner);

        Assert.Equal("access.denied", (await site.InAsync<DossierDesk, Outcome<DossierPage>>(desk => desk.ListAsync(new DeskFilter(), 1, act, default))).Refusal?.Code);
        Assert.Equal("access.denied", (await site.InAsync<DossierDesk, Outcome<DossierFile?>>(desk => desk.FindAsync(number, act, default))).Refusal?.Code);
        Assert.Equal("access.denied", (await site.InAsync<DuplicateFinder, Outcome<DuplicatePage>>(finder => finder.PairsAsync(1, act, default))).Refusal?.Code);
    }

    [Fact]
    public async Task Someone_tied_to_the_vendors_of_a_file_is_refused_with_the_tie()
    {
        await using var site = await OpenAsync();
        var person = await site.SubmittedAsync();
        var number = (await site.FileAsync(person))!.Number;
        var tied = new PersonId(Guid.Parse("00000000-0000-0000-0000-0000000000cc"));
        site.Committee.Seat(tied, "Ulysse Uni", "Logiciels du Val");
        site.Committee.Seat(person, "Camille Durand");

        var refused = await AssignAsync(site, number, tied);
        Assert.Equal(("desk.tie", "Logiciels du Val"), (refused.Refusal?.Code, refused.Refusal?.Values["tie"]));
        Assert.Equal("desk.tie", (await AssignAsync(site, number, person)).Refusal?.Code);
        Assert.Equal("desk.member", (await AssignAsync(site, number, PersonId.New(JourneySite.Morning))).Refusal?.Code);
        Assert.Equal("desk.member", (await AssignAsync(site, number, null)).Refusal?.Code);
        var denied = await site.InAsync<AssignInstructor, Outcome>(act => act.AssignAsync(number, Ines, site.Consultant(person), default));
        Assert.Equal("access.denied", denied.Refusal?.Code);
    }

    [Theory]
    [InlineData("Durand Conseil", "durand  conseil SARL", true)]
    [InlineData("73282932000074", null, true)]
    [InlineData("732 829 320", null, true)]
    [InlineData("Durandal", null, false)]
    [InlineData("Durand Cons", null, false)]
    [InlineData("Val", null, true)]
    public async Task A_tie_names_the_enterprise_its_number_or_a_vendor_by_whole_words(string tie, string? other, bool isTied)
    {
        await using var site = await OpenAsync();
        var number = (await site.FileAsync(await site.SubmittedAsync()))!.Number;
        site.Committee.Members.Clear();
        site.Committee.Seat(Ines, "Inès Instructrice", tie, other ?? "Rien de tel");
        Assert.Equal(isTied ? "desk.tie" : null, (await AssignAsync(site, number, Ines)).Refusal?.Code);
    }

    [Fact]
    public async Task The_desk_is_filtered_by_state_delay_and_words()
    {
        await using var site = await OpenAsync();
        await site.SubmittedAsync();
        var entry = ACensus.Complete("44306184100047");
        (entry.Person!.GivenName, entry.Person.FamilyName, entry.Enterprise!.Denomination) = ("Éloïse", "Martin", "Atelier Martin");
        await site.WithCensusAsync(entry);

        Assert.Equal(2, await CountAsync(site, new DeskFilter()));
        Assert.Equal(1, await CountAsync(site, new DeskFilter(State: PathState.UnderAdmissibility)));
        Assert.Equal(1, await CountAsync(site, new DeskFilter(Words: "Éloïse")));
        Assert.Equal(1, await CountAsync(site, new DeskFilter(Words: "atelier")));
        Assert.Equal(1, await CountAsync(site, new DeskFilter(Words: "0002")));
        Assert.Equal(0, await CountAsync(site, new DeskFilter(Words: "%")));
        Assert.Equal(0, await CountAsync(site, new DeskFilter(Late: true)));
        site.Clock.Pass(15);
        Assert.Equal(1, await CountAsync(site, new DeskFilter(Late: true)));
    }

    [Fact]
    public async Task Notes_between_instructors_are_nowhere_in_what_the_candidate_receives()
    {
        await using var site = await OpenAsync();
        var person = await site.SubmittedAsync();
        var number = (await site.FileAsync(person))!.Number;
        await site.InAsync<InstructDossier, Outcome>(act => act.NoteAsync(number, "SECRET-ENTRE-NOUS", site.Instructor(), default));
        await site.InAsync<InstructDossier, Outcome>(act => act.RequestPiecesAsync(number, "Un devis", site.Instructor(), default));

        var data = await site.InAsync<IEnumerable<IPersonalData>, IReadOnlyDictionary<string, object>>(parts => parts.Single(part => part is CensusData).ExportAsync(person, default));
        var export = System.Text.Json.JsonSerializer.Serialize(data, Tn.Platform.Data.TnJson.Options);
        Assert.Contains("Durand Conseil", export, StringComparison.Ordinal);
        Assert.Contains("Un devis", export, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", export, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", System.Text.Json.JsonSerializer.Serialize(site.Letters.Sent.Values.Select(one => one.Letter), Tn.Platform.Data.TnJson.Options), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Someone_without_a_file_has_nothing_to_be_given_back()
    {
        await using var site = await OpenAsync();
        Assert.Empty(await site.InAsync<IEnumerable<IPersonalData>, IReadOnlyDictionary<string, object>>(parts => parts.Single(part => part is CensusData).ExportAsync(Ines, default)));
    }

    private static async Task<JourneySite> OpenAsync()
    {
        var site = await JourneySite.OpenAsync();
        site.Committee.Seat(Ines, "Inès Instructrice");
        site.Committee.Seat(Tariq, "Tariq Tuteur");
        return site;
    }

    private static Task<Outcome> AssignAsync(JourneySite site, string number, PersonId? member) =>
        site.InAsync<AssignInstructor, Outcome>(act => act.AssignAsync(number, member, site.Instructor(), default));

    private static async Task<int> CountAsync(JourneySite site, DeskFilter filter) =>
        (await site.InAsync<DossierDesk, DossierPage>(async desk => (await desk.ListAsync(filter, 1, site.Instructor(), default)).Value)).Total;
}
