using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Content.Documents.Save;
using Tn.Content.Packages;
using Tn.Content.Packages.Conflicts;
using Tn.Content.Packages.Uninstall;
using Tn.Content.Packages.Upgrade;
using Tn.Content.Review;

namespace Tn.Content.Tests.Packages;

public sealed class Upgrading
{
    private static readonly string Corrected = APackage.Lesson("Première", "Le texte corrigé.");

    [Fact]
    public async Task A_plan_says_what_is_new_changed_conflicting_and_removed_and_changes_nothing()
    {
        await using var site = await ContentSite.OpenAsync();
        await site.InstallAsync(APackage.Whole());
        await EditAsync(site, "seconde");
        var before = await VersionsAsync(site);

        var plan = await PlanAsync(site, APackage.Whole()
            .With("cours/01-premiere.md", Corrected)
            .With("cours/02-seconde.md", APackage.Lesson("Seconde", "La suite du paquet."))
            .With("pages/neuve.md", "---\ntitle: Neuve\nsummary: Résumé.\nreviewBy: 2027-11-30\n---\n\nTexte.\n")
            .Without("materials/fiche.md"));

        Assert.Equal(
            ["Changed cours/01-premiere.md", "Conflict cours/02-seconde.md", "New pages/neuve.md", "Removed materials/fiche.md"],
            plan.Work.Select(line => $"{line.Kind} {line.Path}").Order(StringComparer.Ordinal));
        Assert.Equal(before, await VersionsAsync(site));
    }

    [Fact]
    public async Task A_conflict_keeps_both_texts_and_is_asked_once()
    {
        await using var site = await ContentSite.OpenAsync();
        var conflict = await ConflictAsync(site);

        Assert.Contains("Mon texte à moi.", (await site.LatestAsync("premiere")).Parts.Source, StringComparison.Ordinal);
        var incoming = await site.ReadAsync(db => db.Set<ContentVersion>().SingleAsync(row => row.VersionId == conflict.IncomingVersionId));
        Assert.Contains("Le texte corrigé.", incoming.Parts.Source, StringComparison.Ordinal);
        Assert.Equal((false, false), (incoming.Latest, incoming.Published));

        var before = await VersionsAsync(site);
        var again = await site.InstallAsync(APackage.OfACourse().With("cours/01-premiere.md", Corrected));
        Assert.Single(again.Conflicts);
        Assert.Equal(before, await VersionsAsync(site));
        Assert.Single((await site.AskAsync<PackageQueries, Outcome<List<PackageConflict>>>(queries => queries.OpenConflictsAsync(Cast.Programme, default))).Value);
    }

    [Fact]
    public async Task A_newer_package_replaces_the_question_that_waits()
    {
        await using var site = await ContentSite.OpenAsync();
        await ConflictAsync(site);
        await site.InstallAsync(APackage.OfACourse().With("cours/01-premiere.md", APackage.Lesson("Première", "Encore corrigé.")));
        var all = await site.ReadAsync(db => db.Set<PackageConflict>().ToListAsync());
        Assert.Equal([ConflictChoice.Superseded, null], all.OrderBy(row => row.OpenKey is null ? 0 : 1).Select(row => row.Choice));
    }

    [Theory]
    [InlineData("KeepLocal", "Mon texte à moi.", false)]
    [InlineData("TakePackage", "Le texte corrigé.", true)]
    [InlineData("Merge", "Les deux réunis.", true)]
    public async Task A_person_decides_and_what_changes_goes_to_review(string choice, string expected, bool isNew)
    {
        await using var site = await ContentSite.OpenAsync();
        var conflict = await ConflictAsync(site);
        var latest = await site.LatestAsync("premiere");

        var outcome = await SettleAsync(site, conflict, new ConflictDecision(Enum.Parse<ConflictChoice>(choice), latest.VersionId, "Les deux réunis.\n"));

        Assert.True(outcome.IsDone, outcome.Refusal?.Code);
        var after = await site.LatestAsync("premiere");
        Assert.Contains(expected, after.Parts.Source, StringComparison.Ordinal);
        Assert.Equal(isNew, after.VersionId != latest.VersionId);
        Assert.Equal(isNew, (await site.OpenSubmissionsAsync()).Exists(submission => submission.Documents.Any(document => document.VersionId == after.VersionId)));
        Assert.False(after.Published);
        // The same package asks no more.
        Assert.Empty((await site.InstallAsync(APackage.OfACourse().With("cours/01-premiere.md", Corrected))).Conflicts);
        Assert.Equal("packages.conflict-settled", (await SettleAsync(site, conflict, new ConflictDecision(ConflictChoice.KeepLocal, after.VersionId, null))).Refusal!.Code);
    }

    [Fact]
    public async Task Nobody_decides_over_a_text_not_read()
    {
        await using var site = await ContentSite.OpenAsync();
        var conflict = await ConflictAsync(site);
        var outcome = await SettleAsync(site, conflict, new ConflictDecision(ConflictChoice.TakePackage, "autre", null));
        Assert.Equal("packages.edited-meanwhile", outcome.Refusal!.Code);
        Assert.Contains("Mon texte à moi.", (await site.LatestAsync("premiere")).Parts.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_author_alone_decides_nothing()
    {
        await using var site = await ContentSite.OpenAsync();
        var conflict = await ConflictAsync(site);
        var outcome = await site.AskAsync<SettleConflict, Outcome>(act => act.SettleAsync(conflict.Id, new ConflictDecision(ConflictChoice.KeepLocal, "x", null), Cast.As(site.People.Author), default));
        Assert.Equal("access.denied", outcome.Refusal!.Code);
    }

    [Fact]
    public async Task Uninstalling_archives_and_keeps_what_records_point_at_and_installing_proposes_it_again()
    {
        await using var site = await ContentSite.OpenAsync();
        await site.InstallAsync(APackage.Whole());
        await site.ApproveAllAsync();
        var edition = (await site.AskAsync<ICourseCatalogue, CourseEdition?>(catalogue => catalogue.FindAsync("cours", default)))!;
        var versions = await VersionsAsync(site);

        var outcome = await site.AskAsync<UninstallPackage, Outcome<int>>(act => act.UninstallAsync("tn.essai", Cast.Programme, default));

        Assert.Equal(7, outcome.Value);
        Assert.Empty(await site.AskAsync<ICourseCatalogue, IReadOnlyList<CourseEdition>>(catalogue => catalogue.ListAsync(default)));
        Assert.Null(await site.AskAsync<IPublishedDocuments, PublishedDocument?>(documents => documents.FindAsync(ContentTypes.Charter, "consultant", default)));
        Assert.NotNull(await site.AskAsync<ICourseCatalogue, CourseEdition?>(catalogue => catalogue.FindEditionAsync(edition.EditionId, default)));
        Assert.NotNull(await site.AskAsync<ICourseCatalogue, LessonBody?>(catalogue => catalogue.FindLessonAsync(edition.Lessons[0].VersionId, default)));
        Assert.Equal(versions, await VersionsAsync(site));

        Assert.Equal(7, (await site.InstallAsync(APackage.Whole())).Restored);
        await site.ApproveAllAsync();
        Assert.Single(await site.AskAsync<ICourseCatalogue, IReadOnlyList<CourseEdition>>(catalogue => catalogue.ListAsync(default)));
    }

    [Fact]
    public async Task Uninstalling_withdraws_what_waits_for_the_committee()
    {
        await using var site = await ContentSite.OpenAsync();
        await site.InstallAsync(APackage.Whole());
        await site.AskAsync<UninstallPackage, Outcome<int>>(act => act.UninstallAsync("tn.essai", Cast.Programme, default));
        Assert.Empty(await site.OpenSubmissionsAsync());
    }

    [Fact]
    public async Task A_removed_page_is_archived_unless_it_was_edited_here()
    {
        await using var site = await ContentSite.OpenAsync();
        await site.InstallAsync(APackage.Whole());
        await site.ApproveAllAsync();
        await EditAsync(site, "fiche");

        var report = await site.InstallAsync(APackage.Whole().Without("materials/fiche.md").Without("charters/consultant.md"));

        Assert.Equal(2, report.Removed);
        Assert.Null(await site.AskAsync<IPublishedDocuments, PublishedDocument?>(documents => documents.FindAsync(ContentTypes.Charter, "consultant", default)));
        Assert.NotNull(await site.AskAsync<IPublishedDocuments, PublishedDocument?>(documents => documents.FindAsync(ContentTypes.TeachingMaterial, "fiche", default)));
    }

    private static async Task<PackageConflict> ConflictAsync(ContentSite site)
    {
        await site.InstallAsync(APackage.OfACourse());
        await EditAsync(site, "premiere");
        Assert.Single((await site.InstallAsync(APackage.OfACourse().With("cours/01-premiere.md", Corrected))).Conflicts);
        return Assert.Single((await site.AskAsync<PackageQueries, Outcome<List<PackageConflict>>>(queries => queries.OpenConflictsAsync(Cast.Programme, default))).Value);
    }

    private static async Task EditAsync(ContentSite site, string slug)
    {
        var latest = await site.LatestAsync(slug);
        var saved = await site.AskAsync<SaveDraft, Outcome<SavedDraft>>(act => act.SaveAsync(
            new DraftInput(latest.ItemId, latest.VersionId, latest.DisplayText, string.Empty, "## Début\n\nMon texte à moi.\n"), Cast.Programme, default));
        Assert.True(saved.Value.IsNew);
    }

    private static async Task<PackagePlan> PlanAsync(ContentSite site, APackage package)
    {
        var contents = await package.ReadAsync(site.Reader);
        return await site.AskAsync<PlanPackage, PackagePlan>(async act => (await act.PlanAsync(contents, Cast.Programme, default)).Value);
    }

    private static Task<Outcome> SettleAsync(ContentSite site, PackageConflict conflict, ConflictDecision decision) =>
        site.AskAsync<SettleConflict, Outcome>(act => act.SettleAsync(conflict.Id, decision, Cast.As(site.People.Administrator), default));

    private static Task<int> VersionsAsync(ContentSite site) => site.ReadAsync(db => db.Set<ContentVersion>().CountAsync());
}
