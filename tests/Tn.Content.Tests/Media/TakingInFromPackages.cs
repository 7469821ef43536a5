using Tn.Content.Media;
using Tn.Content.Media.Intake;
using Tn.Platform.Data;

namespace Tn.Content.Tests.Media;

public sealed class TakingInFromPackages
{
    private static readonly MediaDescription Said = new("Un écran", false, "CC BY 4.0", "A. Auteur");

    [Fact]
    public async Task The_same_file_twice_changes_nothing_and_other_bytes_are_a_new_version_at_the_same_address()
    {
        await using var site = await ContentSite.OpenAsync();
        var first = (await TakeAsync(site, AFile.Png())).Value;
        var second = (await TakeAsync(site, AFile.Png())).Value;
        var described = (await TakeAsync(site, AFile.Png(), Said with { Alt = "Un autre écran" })).Value;
        var third = (await TakeAsync(site, AFile.Png(80, 40), Said with { Alt = "Un autre écran" })).Value;

        Assert.Equal([MediaChange.Created, MediaChange.None, MediaChange.Described, MediaChange.Replaced], new[] { first, second, described, third }.Select(one => one.Change));
        Assert.Equal(first.Url, third.Url);
        Assert.Equal(MediaAddress.OfPackage("essai.media", "cours/media/Écran.png"), first.Url);
        var kept = await site.AskAsync<IMediaIntake, KeptMedia?>(intake => intake.FindAsync(first.MediaId, default));
        await using var content = kept!.Content;
        Assert.Equal(("ecran.png", MediaKind.Image, "Un autre écran"), (kept.Name, kept.Kind, kept.Description.Alt));
    }

    [Fact]
    public async Task What_an_export_gives_back_comes_in_again_as_the_same_bytes()
    {
        await using var site = await ContentSite.OpenAsync();
        var id = (await TakeAsync(site, AFile.Png(60, 30))).Value.MediaId;
        var exported = await BytesAsync(site, id);
        await using var elsewhere = await ContentSite.OpenAsync();
        await TakeAsync(elsewhere, exported);
        Assert.Equal(exported, await BytesAsync(elsewhere, id));
    }

    [Fact]
    public async Task A_file_of_no_known_type_is_refused_by_its_name()
    {
        await using var site = await ContentSite.OpenAsync();
        var refused = await TakeAsync(site, AFile.Text("MZ"));
        Assert.Equal(("content.media-type", "Écran.png"), (refused.Refusal!.Code, refused.Refusal.Values["file"]));
    }

    private static Task<Outcome<TakenIn>> TakeAsync(ContentSite site, byte[] bytes, MediaDescription? said = null) =>
        site.AskAsync<TnDbContext, Outcome<TakenIn>>(async db =>
        {
            var intake = new MediaIntake(db, site.Get<Tn.Content.Media.Reading.MediaPreparer>(), site.Get<Tn.Platform.Files.FileStore>());
            using var content = new MemoryStream(bytes);
            var taken = await intake.TakeInAsync(new PackagedMedia("essai.media", "cours/media/Écran.png", content, said ?? Said, new MediaOwner(null, "Paquet")), Cast.Programme, default);
            await db.SaveChangesAsync();
            return taken;
        });

    private static async Task<byte[]> BytesAsync(ContentSite site, string id)
    {
        var kept = await site.AskAsync<IMediaIntake, KeptMedia?>(intake => intake.FindAsync(id, default));
        await using var content = kept!.Content;
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
