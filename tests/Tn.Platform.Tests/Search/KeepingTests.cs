using Tn.Platform.Search;

namespace Tn.Platform.Tests.Search;

public class KeepingTests
{
    private static SearchDocument Lesson(string id, string title) => new("lesson", id, title, "Texte.", $"/{id}");

    [Fact]
    public async Task What_changed_is_found_and_what_went_is_not()
    {
        await using var site = await ASearchSite.OpenAsync(Lesson("1", "Sauvegarde"));

        await site.ChangeAsync(Lesson("2", "Facturation"), Lesson("1", "Archivage"));
        await site.Keeper.CatchUpAsync(default);
        Assert.Equal(["2"], site.Find("facturation"));
        Assert.Equal(["1"], site.Find("archivage"));
        Assert.Empty(site.Find("sauvegarde"));

        await site.RemoveAsync("lesson", "2");
        await site.Keeper.CatchUpAsync(default);
        Assert.Empty(site.Find("facturation"));
    }

    [Fact]
    public async Task Feeding_again_changes_nothing_and_asks_nothing()
    {
        await using var site = await ASearchSite.OpenAsync();
        await site.ChangeAsync(Lesson("1", "Facturation"));
        await site.Keeper.CatchUpAsync(default);
        var asked = site.Shelf.Asked;

        await site.Keeper.CatchUpAsync(default);

        Assert.Equal(asked, site.Shelf.Asked);
        Assert.Equal(["1"], site.Find("facturation"));
    }

    [Fact]
    public async Task A_process_that_ended_before_feeding_is_taken_up_by_the_next_without_doubles()
    {
        await using var site = await ASearchSite.OpenAsync(Lesson("1", "Sauvegarde"));
        await site.ChangeAsync(Lesson("2", "Facturation"));
        await site.Keeper.CatchUpAsync(default);
        await site.ChangeAsync(Lesson("3", "Facturation"));
        site.Index.Dispose();

        await using var next = site.NextProcess();
        await next.Keeper.OpenAsync(default);

        Assert.Equal(["2", "3"], next.Find("facturation").Order());
        Assert.Equal(3, next.Search(string.Empty).Total);
        Assert.Equal(1, site.Shelf.Fills);
    }

    [Theory]
    [InlineData(Damage.FlippedBytes)]
    [InlineData(Damage.CutFile)]
    [InlineData(Damage.NoSegments)]
    [InlineData(Damage.NoPointer)]
    [InlineData(Damage.PointerAstray)]
    public async Task A_broken_index_is_rebuilt_at_the_next_start(Damage damage)
    {
        await using var site = await ASearchSite.OpenAsync(Lesson("1", "Facturation"), Lesson("2", "Sauvegarde"));
        var path = site.IndexPath;
        site.Index.Dispose();
        Break(path, damage);

        await using var next = site.NextProcess();
        await next.Keeper.OpenAsync(default);

        Assert.Equal(["1"], next.Find("facturation"));
        Assert.Equal(2, site.Shelf.Fills);
        Assert.NotEqual(path, next.IndexPath);
        Assert.False(Directory.Exists(path));
    }

    [Fact]
    public async Task A_sound_index_is_not_rebuilt()
    {
        await using var site = await ASearchSite.OpenAsync(Lesson("1", "Facturation"));
        site.Index.Dispose();

        await using var next = site.NextProcess();
        await next.Keeper.OpenAsync(default);
        await next.Keeper.CheckAsync(default);

        Assert.Equal(1, site.Shelf.Fills);
        Assert.Equal(["1"], next.Find("facturation"));
    }

    [Fact]
    public async Task A_rebuild_by_a_command_is_taken_up_by_the_running_site()
    {
        await using var site = await ASearchSite.OpenAsync(Lesson("1", "Facturation"));
        await using (var command = site.NextProcess())
        {
            site.Shelf.Put(Lesson("2", "Archivage"));
            Assert.Equal(2, await command.Keeper.RebuildAsync(null, default));
        }

        await site.Keeper.CatchUpAsync(default);

        Assert.Equal(["2"], site.Find("archivage"));
    }

    [Fact]
    public async Task Without_an_index_the_answer_says_so()
    {
        await using var site = await ASearchSite.OpenAsync();
        site.Index.Dispose();

        Assert.False(site.Search("facturation").IsReady);
    }

    private static void Break(string path, Damage damage)
    {
        switch (damage)
        {
            case Damage.FlippedBytes:
                foreach (var file in Directory.EnumerateFiles(path).Where(file => new FileInfo(file).Length > 40 && !file.EndsWith("write.lock", StringComparison.Ordinal)))
                {
                    var bytes = File.ReadAllBytes(file);
                    for (var at = bytes.Length / 2; at < Math.Min(bytes.Length, (bytes.Length / 2) + 64); at++)
                    {
                        bytes[at] ^= 0xFF;
                    }

                    File.WriteAllBytes(file, bytes);
                }

                break;
            case Damage.CutFile:
                foreach (var file in Directory.EnumerateFiles(path, "_*"))
                {
                    using var stream = File.OpenWrite(file);
                    stream.SetLength(stream.Length / 2);
                }

                break;
            case Damage.NoSegments:
                foreach (var file in Directory.EnumerateFiles(path, "segments*"))
                {
                    File.Delete(file);
                }

                break;
            case Damage.NoPointer:
                File.Delete(Path.Combine(path, "..", "current"));
                break;
            default:
                File.WriteAllText(Path.Combine(path, "..", "current"), "../../..");
                break;
        }
    }

    public enum Damage
    {
        FlippedBytes,
        CutFile,
        NoSegments,
        NoPointer,
        PointerAstray,
    }
}
