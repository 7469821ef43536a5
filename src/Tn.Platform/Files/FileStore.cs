using System.Buffers;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Tn.Kernel;

namespace Tn.Platform.Files;

/// <summary>
/// Keeps uploaded bytes for good, in files named by their content. A file that has its name is whole and on the disk:
/// it is written under another name, flushed, then renamed. Several nodes may share the folder.
/// What the bytes are called, who may read them and whether they are harmless is the caller's to know.
/// </summary>
public sealed class FileStore
{
    /// <summary>The refusal when the bytes are more than the limit; its value <c>limit</c> is readable.</summary>
    public const string TooLarge = "files.too-large";

    private const int BufferBytes = 80 * 1024;
    private readonly string root;

    public FileStore(DataFolder data, IOptions<FileStoreOptions> options)
    {
        root = options.Value.Folder is { Length: > 0 } shared ? Directory.CreateDirectory(shared).FullName : data.Folder("files");
    }

    /// <summary>Stores the bytes of a stream, read once and never held whole in memory.</summary>
    /// <param name="limit">Most bytes read; one more and nothing is kept.</param>
    /// <returns>The key and length, or <see cref="TooLarge"/>.</returns>
    /// <exception cref="IOException">The disk is full or the folder cannot be written.</exception>
    public async Task<Outcome<StoredFile>> SaveAsync(Stream content, long limit, CancellationToken cancellationToken)
    {
        var temporary = Path.Combine(Directory.CreateDirectory(Path.Combine(root, "tmp")).FullName, Path.GetRandomFileName());
        try
        {
            if (await WriteAsync(content, temporary, limit, cancellationToken) is not { } stored)
            {
                return new Refusal(TooLarge).With("limit", ByteSize.French(limit));
            }

            Settle(temporary, PathOf(stored.Key));
            return stored;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>The bytes, to be read and disposed; null when there are none under this key.</summary>
    public Stream? Open(FileKey key)
    {
        var path = PathOf(key);
        return File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferBytes, FileOptions.Asynchronous) : null;
    }

    /// <summary>
    /// Deletes files that no row points at, when they are older than a day: younger ones may belong to an act that has not saved yet.
    /// </summary>
    /// <param name="references">Everything that points at files, of all modules: a module left out loses its files.</param>
    /// <returns>How many files went.</returns>
    public async Task<int> DeleteUnreferencedAsync(IReadOnlyCollection<IFileReferences> references, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var deleted = 0;
        var eve = (now - TimeSpan.FromDays(1)).UtcDateTime;
        foreach (var old in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Where(path => File.GetLastWriteTimeUtc(path) < eve).Chunk(500))
        {
            var byKey = old.ToLookup(path => FileKey.TryParse(Path.GetFileName(path), out var key) ? key : default);
            var keys = byKey.Select(group => group.Key).Where(key => key != default).ToHashSet();
            foreach (var module in references)
            {
                keys.ExceptWith(await module.AmongAsync(keys, cancellationToken));
            }

            // Looked at once more: the same bytes may have been uploaded again meanwhile, which renews their date.
            foreach (var path in keys.SelectMany(key => byKey[key]).Concat(byKey[default].Where(IsLeftOver)).Where(path => File.GetLastWriteTimeUtc(path) < eve))
            {
                File.Delete(path);
                deleted++;
            }
        }

        return deleted;
    }

    private static async Task<StoredFile?> WriteAsync(Stream content, string path, long limit, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            long length = 0;
            for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                length += read;
                if (length > limit)
                {
                    return null;
                }

                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            file.Flush(flushToDisk: true);
            return new StoredFile(FileKey.Of(hash.GetHashAndReset()), length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static void Settle(string temporary, string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        // Over the same bytes when they are there already: their date is renewed, so that no sweep takes them for old.
        File.Move(temporary, path, overwrite: true);
        FolderSync.Flush(folder);
    }

    private bool IsLeftOver(string path) => Path.GetDirectoryName(path) == Path.Combine(root, "tmp");

    // Two levels of 256 folders: a folder of a million names is slow on most file systems.
    private string PathOf(FileKey key) => Path.Combine(root, key.Value[..2], key.Value[2..4], key.Value);
}
