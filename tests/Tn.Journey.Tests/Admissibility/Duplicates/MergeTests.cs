using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tn.Journey.Admissibility;
using Tn.Journey.Admissibility.Duplicates;
using Tn.Journey.Census;
using Tn.Journey.Path;
using Tn.Journey.Tests.Census.Papers;
using Tn.Platform.Data;

namespace Tn.Journey.Tests.Admissibility.Duplicates;

public class MergeTests
{
    private const string OtherEstablishment = "73282932000082"; // of the same enterprise as ACensus.Siret

    [Theory]
    [InlineData("Camille Durand", "DURAND Camille", true)]
    [InlineData("Hélène Lefèvre", "helene lefevre", true)]
    [InlineData("Camille Durand", "Camille Durant", false)]
    public void Names_are_compared_without_case_accents_or_order(string one, string other, bool same) =>
        Assert.Equal(same, Fingerprint.NameOf(one) == Fingerprint.NameOf(other));

    [Theory]
    [InlineData("Camille.Durand+tn@Exemple.fr", "camilledurand@exemple.fr", true)]
    [InlineData("camille@exemple.fr", "camille@exemple.com", false)]
    public void Addresses_are_compared_as_their_owner_may_write_them(string one, string other, bool same) =>
        Assert.Equal(same, Fingerprint.EmailOf(one) == Fingerprint.EmailOf(other));

    [Fact]
    public async Task Look_alikes_are_found_with_the_reasons()
    {
        await using var site = await JourneySite.OpenAsync();
        var (_, _, kept, absorbed) = await TwoFilesAsync(site);
        await site.WithCensusAsync(Alone());

        var page = await site.InAsync<DuplicateFinder, DuplicatePage>(async finder => (await finder.PairsAsync(1, site.Instructor(), default)).Value);
        var pair = Assert.Single(page.Pairs);
        Assert.Equal((kept, absorbed, 1), (pair.One.Number, pair.Other.Number, page.Total));
        Assert.Equal([Likeness.Siren, Likeness.Name], pair.Why);
        var file = await site.InAsync<DossierDesk, DossierFile?>(async desk => (await desk.FindAsync(absorbed, site.Instructor(), default)).Value);
        Assert.Equal(kept, Assert.Single(file!.Duplicates).Other.Number);
    }

    [Fact]
    public async Task Two_people_once_told_apart_are_not_suggested_again_until_that_is_taken_back()
    {
        await using var site = await JourneySite.OpenAsync();
        var (_, _, kept, absorbed) = await TwoFilesAsync(site);
        Assert.True((await site.InAsync<TellApart, Outcome>(apart => apart.DeclareAsync(absorbed, kept.ToLowerInvariant(), "Deux sœurs.", site.Instructor(), default))).IsDone);
        Assert.Equal((0, 0), await SuggestedAsync());

        var word = Assert.Single(await ApartAsync(kept));
        Assert.Equal((absorbed, "Deux sœurs."), (word.OtherNumber, word.Reason));
        Assert.Equal("duplicates.reason", (await site.InAsync<TellApart, Outcome>(apart => apart.TakeBackAsync(kept, word.Id, " ", site.Instructor(), default))).Refusal!.Code);
        Assert.True((await site.InAsync<TellApart, Outcome>(apart => apart.TakeBackAsync(kept, word.Id, "Erreur de dossier.", site.Instructor(), default))).IsDone);
        Assert.Equal("duplicates.not-apart", (await site.InAsync<TellApart, Outcome>(apart => apart.TakeBackAsync(kept, word.Id, "Encore.", site.Instructor(), default))).Refusal!.Code);
        Assert.Equal((1, 1), await SuggestedAsync());

        async Task<(int Pairs, int OfFile)> SuggestedAsync() => (
            (await site.InAsync<DuplicateFinder, DuplicatePage>(async finder => (await finder.PairsAsync(1, site.Instructor(), default)).Value)).Pairs.Count,
            (await site.InAsync<DossierDesk, DossierFile?>(async desk => (await desk.FindAsync(kept, site.Instructor(), default)).Value))!.Duplicates.Count);

        Task<IReadOnlyList<ToldApart>> ApartAsync(string number) => site.InAsync<IServiceProvider, IReadOnlyList<ToldApart>>(async scope => await scope.GetRequiredService<DuplicateFinder>().ApartAsync(
            (await scope.GetRequiredService<TnDbContext>().Set<ConsultantDossier>().SingleAsync(file => file.Number == number)).Id, default));
    }

    [Fact]
    public async Task Files_opened_before_there_were_fingerprints_get_theirs()
    {
        await using var site = await JourneySite.OpenAsync();
        await TwoFilesAsync(site);
        await site.InAsync<TnDbContext, int>(db => db.Set<Fingerprint>().ExecuteDeleteAsync());
        Assert.Empty((await site.InAsync<DuplicateFinder, DuplicatePage>(async finder => (await finder.PairsAsync(1, site.Instructor(), default)).Value)).Pairs);
        await site.InAsync<FingerprintSweep, bool>(async sweep =>
        {
            await sweep.RunAsync(default);
            await sweep.RunAsync(default);
            return true;
        });
        Assert.Single((await site.InAsync<DuplicateFinder, DuplicatePage>(async finder => (await finder.PairsAsync(1, site.Instructor(), default)).Value)).Pairs);
    }

    [Fact]
    public async Task A_siret_refused_because_it_is_taken_is_shown_to_instructors()
    {
        await using var site = await JourneySite.OpenAsync();
        await site.WithCensusAsync();
        var person = await site.WithCensusAsync(Alone());
        Assert.Equal("census.siret-taken", (await site.SaveAsync(CensusStep.Enterprise, new EnterpriseStep { Siret = ACensus.Siret }, site.Consultant(person))).Refusal?.Code);
        var page = await site.InAsync<DuplicateFinder, DuplicatePage>(async finder => (await finder.PairsAsync(1, site.Instructor(), default)).Value);
        Assert.Contains(Likeness.Siret, Assert.Single(page.Pairs).Why);
    }

    [Fact]
    public async Task A_merge_moves_the_papers_and_its_undoing_brings_them_back()
    {
        await using var site = await JourneySite.OpenAsync();
        var (one, other, kept, absorbed) = await TwoFilesAsync(site);
        await site.DepositAsync(other, "kbis", "2026-11-01");
        Assert.True((await MergeAsync(site, kept, absorbed)).IsDone);

        Assert.Single(await site.PapersAsync(one));
        Assert.Empty(await site.PapersAsync(other));
        Assert.Equal("dossier.merged", (await site.SaveAsync(CensusStep.Person, new PersonStep(), site.Consultant(other))).Refusal?.Code);
        Assert.Equal("dossier.merged", (await site.SubmitAsync(other)).Refusal?.Code);
        Assert.Equal(1, (await site.InAsync<IConsultantPath, IReadOnlyDictionary<PathState, int>>(path => path.CountsAsync(default)))[PathState.CensusInProgress]);
        Assert.Empty((await site.InAsync<DuplicateFinder, DuplicatePage>(async finder => (await finder.PairsAsync(1, site.Instructor(), default)).Value)).Pairs);

        var later = await site.DepositAsync(one, "rc-pro", "2026-11-01", "2027-11-01");
        Assert.True(later.IsDone);
        var merge = (await RowsAsync(site))[0].Id;
        Assert.True((await UndoAsync(site, merge)).IsDone);
        Assert.Equal("rc-pro", Assert.Single(await site.PapersAsync(one)).Kind);
        Assert.Equal("kbis", Assert.Single(await site.PapersAsync(other)).Kind);
        Assert.True((await site.SubmitAsync(other)).IsDone);
        Assert.Equal("duplicates.undone", (await UndoAsync(site, merge)).Refusal?.Code);
        Assert.Equal([null, merge], (await RowsAsync(site)).Select(row => row.Undoes));
    }

    [Fact]
    public async Task A_missing_step_is_lent_and_goes_back_unless_it_was_changed()
    {
        await using var site = await JourneySite.OpenAsync();
        var one = PersonId.New(JourneySite.Morning);
        await site.SaveAsync(CensusStep.Person, new PersonStep { GivenName = "Camille", FamilyName = "Durand" }, site.Consultant(one));
        var other = await site.WithCensusAsync();
        var (kept, absorbed) = ((await site.FileAsync(one))!.Number, (await site.FileAsync(other))!.Number);
        Assert.True((await MergeAsync(site, kept, absorbed)).IsDone);
        var lent = await FolderAsync(site, one);
        Assert.NotNull(lent.Entry.Territories);
        Assert.Null(lent.Entry.Enterprise); // its SIRET is unique, and stays

        await site.SaveAsync(CensusStep.Territories, new TerritoriesStep { Departments = ["974"] }, site.Consultant(one));
        Assert.True((await UndoAsync(site, (await RowsAsync(site))[0].Id)).IsDone);
        var after = await FolderAsync(site, one);
        Assert.Equal(["974"], after.Entry.Territories!.Departments);
        Assert.Null(after.Entry.References);
        Assert.NotNull((await FolderAsync(site, other)).Entry.References);
    }

    [Fact]
    public async Task Two_certificates_forbid_a_merge_and_one_says_which_file_is_kept()
    {
        await using var site = await JourneySite.OpenAsync();
        var (one, other, kept, absorbed) = await TwoFilesAsync(site);
        site.Certificates.Holders.Add(other);
        var refused = await MergeAsync(site, kept, absorbed);
        Assert.Equal(("duplicates.keep-certified", absorbed), (refused.Refusal?.Code, refused.Refusal?.Values["number"]));
        site.Certificates.Holders.Add(one);
        Assert.Equal("duplicates.both-certified", (await MergeAsync(site, kept, absorbed)).Refusal?.Code);
        site.Certificates.Holders.Remove(other);
        Assert.True((await MergeAsync(site, kept, absorbed)).IsDone);
    }

    [Fact]
    public async Task A_merge_has_a_reason_two_files_and_an_instructor_without_ties()
    {
        await using var site = await JourneySite.OpenAsync();
        var (_, other, kept, absorbed) = await TwoFilesAsync(site);
        Assert.Equal("duplicates.reason", (await MergeAsync(site, kept, absorbed, " ")).Refusal?.Code);
        Assert.Equal("duplicates.number", (await MergeAsync(site, kept, kept)).Refusal?.Code);
        Assert.Equal("duplicates.number", (await MergeAsync(site, kept, "C-1999-0001")).Refusal?.Code);
        Assert.Equal("dossier.own", (await MergeAsync(site, kept, absorbed, act: site.Instructor(other))).Refusal?.Code);
        site.Committee.Seat(site.Instructor().Person, "Inès Instructrice", "Durand Conseil");
        Assert.Equal("dossier.tie", (await MergeAsync(site, kept, absorbed)).Refusal?.Code);
    }

    private static CensusEntry Alone()
    {
        var entry = ACensus.Complete("44306184100047");
        (entry.Person!.GivenName, entry.Person.FamilyName) = ("Dominique", "Martin");
        return entry;
    }

    private static async Task<(PersonId One, PersonId Other, string Kept, string Absorbed)> TwoFilesAsync(JourneySite site)
    {
        var one = await site.WithCensusAsync();
        var other = await site.WithCensusAsync(ACensus.Complete(OtherEstablishment));
        return (one, other, (await site.FileAsync(one))!.Number, (await site.FileAsync(other))!.Number);
    }

    private static Task<Outcome> MergeAsync(JourneySite site, string kept, string absorbed, string reason = "Même personne, deux comptes.", ActContext? act = null) =>
        site.InAsync<MergeDossiers, Outcome>(merging => merging.MergeAsync(kept, absorbed, reason, act ?? site.Instructor(), default));

    private static Task<Outcome> UndoAsync(JourneySite site, Guid merge) =>
        site.InAsync<MergeDossiers, Outcome>(merging => merging.UndoAsync(merge, "Ce sont deux sœurs.", site.Instructor(), default));

    private static Task<List<MergeRow>> RowsAsync(JourneySite site) =>
        site.InAsync<TnDbContext, List<MergeRow>>(db => db.Set<MergeRow>().AsNoTracking().OrderBy(row => row.Undoes != null).ToListAsync());

    private static Task<CensusFolder> FolderAsync(JourneySite site, PersonId person) =>
        site.InAsync<CensusReader, CensusFolder>(reader => reader.OfAsync(person, default));
}
