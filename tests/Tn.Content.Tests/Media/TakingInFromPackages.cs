using System.Security.Cryptography;
using Tn.Content.Media;
using Tn.Content.Media.Intake;
using Tn.Content.Media.Keep;
using Tn.Platform.Data;

namespace Tn.Content.Tests.Media;

public sealed class TakingInFromPackages
{
    private const string Where = "cours/media/Écran.png";
    private static readonly MediaDescription Said = new("Un écran", false, "CC BY 4.0", "A. Auteur");

    [Fact]
    public async Task The_same_file_twice_changes_nothing_and_other_bytes_or_words_are_another_media()
    {
        await using var site = await ContentSite.OpenAsync();
        var first = (await TakeAsync(site, AFile.Png())).Value;
        var second = (await TakeAsync(site, AFile.Png())).Value;
        var described = (await TakeAsync(site, AFile.Png(), Said with { Alt = "Un autre écran" })).Value;
        var third = (await TakeAsync(site, AFile.Png(80, 40))).Value;

        Assert.Equal([MediaChange.Created, MediaChange.None, MediaChange.Created, MediaChange.Created], new[] { first, second, described, third });
        Assert.Equal(3, new[] { IdOf(AFile.Png(), Said), IdOf(AFile.Png(), Said with { Alt = "Un autre écran" }), IdOf(AFile.Png(80, 40), Said) }.Distinct().Count());
        var kept = await site.AskAsync<IMediaIntake, KeptMedia?>(intake => intake.FindAsync(IdOf(AFile.Png(), Said), default));
        await using var content = kept!.Content;
        Assert.Equal(("ecran.png", MediaKind.Image, "Un écran"), (kept.Name, kept.Kind, kept.Description.Alt));
    }

    [Fact]
    public async Task What_an_export_gives_back_comes_in_again_as_the_same_bytes()
    {
        await using var site = await ContentSite.OpenAsync();
        await TakeAsync(site, AFile.Png(60, 30));
        var exported = await BytesAsync(site, IdOf(AFile.Png(60, 30), Said));
        await using var elsewhere = await ContentSite.OpenAsync();
        await TakeAsync(elsewhere, exported);
        Assert.Equal(exported, await BytesAsync(elsewhere, IdOf(exported, Said)));
    }

    [Fact]
    public async Task A_file_of_no_known_type_is_refused_by_its_name()
    {
        await using var site = await ContentSite.OpenAsync();
        var refused = await TakeAsync(site, AFile.Text("MZ"));
        Assert.Equal(("content.media-type", "Écran.png"), (refused.Refusal!.Code, refused.Refusal.Values["file"]));
    }

    private static string IdOf(byte[] bytes, MediaDescription said) => MediaAddress.IdOf("essai.media", Where, Hash(bytes), said);

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static Task<Outcome<MediaChange>> TakeAsync(ContentSite site, byte[] bytes, MediaDescription? said = null) =>
        site.AskAsync<TnDbContext, Outcome<MediaChange>>(async db =>
        {
            var quota = new MediaQuota(db, site.Get<Microsoft.Extensions.Options.IOptions<MediaOptions>>());
            var intake = new MediaIntake(db, site.Get<Tn.Content.Media.Reading.MediaPreparer>(), quota, site.Get<Tn.Platform.Files.FileStore>());
            using var content = new MemoryStream(bytes);
            var taken = await intake.TakeInAsync(new PackagedMedia(IdOf(bytes, said ?? Said), "essai.media", Where, content, Hash(bytes), said ?? Said, new MediaOwner(null, "Paquet")), Cast.Programme, default);
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
