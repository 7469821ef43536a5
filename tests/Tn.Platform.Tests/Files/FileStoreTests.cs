using System.Text;
using Microsoft.Extensions.Options;
using Tn.Kernel;
using Tn.Platform.Files;

namespace Tn.Platform.Tests.Files;

public sealed class FileStoreTests : IDisposable
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;
    private readonly string root = Directory.CreateTempSubdirectory("tn-files-").FullName;

    [Fact]
    public async Task What_is_saved_is_found_under_its_hash_and_the_same_bytes_are_kept_once()
    {
        var store = Store();
        var first = (await store.SaveAsync(Bytes("bonjour"), 100, default)).Value;
        var again = (await store.SaveAsync(Bytes("bonjour"), 100, default)).Value;

        Assert.Equal("2cb4b1431b84ec15d35ed83bb927e27e8967d75f4bcd9cc4b25c8d879ae23e18", first.Key.Value);
        Assert.Equal((first, 7L), (again, first.Length));
        Assert.Single(Kept());
        using var reader = new StreamReader(store.Open(first.Key)!);
        Assert.Equal("bonjour", await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task One_byte_over_the_limit_keeps_nothing_and_says_the_limit()
    {
        var store = Store();
        Assert.True((await store.SaveAsync(Bytes("12345"), 5, default)).IsDone);
        var refused = await store.SaveAsync(Bytes("123456"), 5, default);
        Assert.Equal((FileStore.TooLarge, "5\u00a0octets"), (refused.Refusal!.Code, refused.Refusal.Values["limit"]));
        Assert.Single(Kept());
    }

    [Fact]
    public async Task A_stream_that_breaks_leaves_nothing_behind()
    {
        await Assert.ThrowsAsync<IOException>(() => Store().SaveAsync(new BrokenStream(), 1_000_000, default));
        Assert.Empty(Kept());
    }

    [Theory]
    [InlineData("../../../../etc/passwd")]
    [InlineData("2CB4B1431B84EC15D35ED83BB927E27E8967D75F4BCD9CC4B25C8D879AE23E18")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_not_a_hash_is_not_a_key(string? text) => Assert.False(FileKey.TryParse(text, out _));

    [Fact]
    public async Task The_sweep_takes_old_orphans_and_leaves_the_young_and_the_claimed()
    {
        var store = Store();
        var orphan = (await store.SaveAsync(Bytes("orphelin"), 100, default)).Value.Key;
        var claimed = (await store.SaveAsync(Bytes("gardé"), 100, default)).Value.Key;
        var young = (await store.SaveAsync(Bytes("jeune"), 100, default)).Value.Key;
        await File.WriteAllTextAsync(Path.Combine(root, "tmp", "reste"), "d’un arrêt");
        foreach (var path in Kept().Where(path => !path.EndsWith(young.Value, StringComparison.Ordinal)))
        {
            File.SetLastWriteTimeUtc(path, Now.UtcDateTime.AddDays(-2));
        }

        Assert.Equal(2, await store.DeleteUnreferencedAsync([new Claims(claimed)], Now, default));
        Assert.Null(store.Open(orphan));
        await using var kept = store.Open(claimed);
        await using var fresh = store.Open(young);
        Assert.True(kept is not null && fresh is not null);
    }

    [Fact]
    public async Task Bytes_sent_again_are_young_again()
    {
        var store = Store();
        var key = (await store.SaveAsync(Bytes("encore"), 100, default)).Value.Key;
        File.SetLastWriteTimeUtc(Kept().Single(), Now.UtcDateTime.AddDays(-2));
        await store.SaveAsync(Bytes("encore"), 100, default);

        Assert.Equal(0, await store.DeleteUnreferencedAsync([], Now, default));
        await using var kept = store.Open(key);
        Assert.NotNull(kept);
    }

    [Fact]
    public async Task Twenty_savers_of_the_same_bytes_at_once_leave_one_whole_file()
    {
        var store = Store();
        var bytes = new byte[300_000];
        Random.Shared.NextBytes(bytes);
        var saved = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => store.SaveAsync(new MemoryStream(bytes), 1_000_000, default))));
        Assert.Single(saved.Select(one => one.Value).Distinct());
        Assert.Equal(bytes, await File.ReadAllBytesAsync(Assert.Single(Kept())));
    }

    [Theory]
    [InlineData(1, "1\u00a0octet")]
    [InlineData(840, "840\u00a0octets")]
    [InlineData(12_340, "12,3\u00a0ko")]
    [InlineData(1_400_000, "1,4\u00a0Mo")]
    [InlineData(2_000_000_000, "2\u00a0Go")]
    public void Sizes_are_written_as_French_does(long bytes, string words) => Assert.Equal(words, ByteSize.French(bytes));

    public void Dispose() => Directory.Delete(root, recursive: true);

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    private FileStore Store() => new(new DataFolder(Path.Combine(root, "unused")), Options.Create(new FileStoreOptions { Folder = root }));

    private IEnumerable<string> Kept() => Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories);

    private sealed class Claims(FileKey key) : IFileReferences
    {
        public Task<IReadOnlySet<FileKey>> AmongAsync(IReadOnlyCollection<FileKey> keys, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlySet<FileKey>>(keys.Where(one => one == key).ToHashSet());
    }

    private sealed class BrokenStream : MemoryStream
    {
        private int reads;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            reads++ < 2 ? ValueTask.FromResult(10) : throw new IOException("The line was cut.");
    }
}
