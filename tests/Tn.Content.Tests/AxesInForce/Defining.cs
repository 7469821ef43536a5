using Tn.Content.AxesInForce;
using Tn.Content.Documents.Archive;
using Tn.Content.Types;

namespace Tn.Content.Tests.AxesInForce;

public sealed class Defining
{
    [Fact]
    public async Task The_axes_are_those_the_committee_published_in_its_order()
    {
        await using var site = await ContentSite.OpenAsync();
        await site.InstallAsync(APackage.OfACourse().With("axes/axe-deux.md", Axis("Seconde", 2, "non")).With("axes/axe-un.md", Axis("Première", 1, "oui")));
        Assert.Empty((await ReadAsync(site)).InForce);

        await site.ApproveAllAsync();

        Assert.Equal([new("axe-un", "Première", IsExamined: true), new("axe-deux", "Seconde", IsExamined: false)], (await ReadAsync(site)).InForce);
    }

    [Fact]
    public async Task An_archived_axis_is_in_force_no_more_and_keeps_its_name()
    {
        await using var site = await ContentSite.OpenAsync();
        await site.InstallAsync(APackage.OfACourse().With("axes/axe-deux.md", Axis("Seconde", 2, "non")).With("axes/axe-un.md", Axis("Première", 1, "oui")));
        await site.ApproveAllAsync();

        var item = (await site.LatestAsync("axe-un")).ItemId;
        Assert.True((await site.AskAsync<ArchiveDocument, Outcome>(act => act.ArchiveAsync(item, Cast.Programme, default))).IsDone);

        var axes = await ReadAsync(site);
        Assert.Equal("axe-deux", Assert.Single(axes.InForce).Key);
        Assert.Contains(axes.Known, axis => axis is { Key: "axe-un", Name: "Première" });
    }

    [Fact]
    public async Task A_renewal_makes_them_those_of_the_process()
    {
        await using var site = await ContentSite.OpenAsync();
        await site.InstallAsync(APackage.OfACourse().With("axes/presence-en-ligne.md", Axis("Présence en ligne", 1, "oui")).With("axes/cybersecurite.md", Axis("Cybersécurité au quotidien", 2, "oui"))
            .With("axes/gestion.md", Axis("Gestion et facturation électronique", 3, "oui")).With("axes/donnees.md", Axis("Données et RGPD", 4, "oui")));
        await site.ApproveAllAsync();

        await site.AskAsync<AxisRegister, bool>(async register =>
        {
            await register.RenewAsync(default);
            return true;
        });

        // The same as the founding ones, which the other tests of this process rely on.
        Assert.Equal(Axes.Founding, Axes.All);
        Assert.Equal(Axes.All, Fields.Axis.Options.Select(option => new Axis(option.Value, option.Sentence)));
    }

    private static Task<PublishedAxes> ReadAsync(ContentSite site) => site.ReadAsync(db => AxisRegister.ReadAsync(db, default));

    private static string Axis(string name, int rank, string examined) =>
        $"---\ntitle: {name}\nsummary: Ce qu’il couvre.\nrank: {rank}\nexamined: {examined}\nreviewBy: 2027-11-30\n---\n\nCe que l’axe couvre.\n";
}
