using Hangfire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Tn.Content.Media.Keep;
using Tn.Content.Media.Reading;
using Tn.Platform.Data;
using Tn.Platform.Files;
using Tn.Platform.Jobs;

namespace Tn.Content.Media;

/// <summary>
/// Builds the smaller pictures of images whose row says they are due. Safe to run twice and on several nodes:
/// the row's revision lets one begin, and a crash leaves it due again.
/// </summary>
internal sealed partial class BuildVariants(TnDbContext db, FileStore files, TimeProvider clock, ILogger<BuildVariants> log) : IRecurringWork
{
    private const int AtOnce = 50;

    /// <summary>Widths offered to browsers; an image's own width closes the set when it is no larger than the last.</summary>
    public static readonly IReadOnlyList<int> Widths = [320, 640, 960, 1280];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = await db.Set<MediaItem>().Where(row => row.VariantsDueUtc <= now).OrderBy(row => row.VariantsDueUtc).Take(AtOnce).Select(row => row.Id).ToListAsync(cancellationToken);
        foreach (var id in due)
        {
            db.ChangeTracker.Clear();
            try
            {
                await BuildAsync(id, cancellationToken);
            }
            catch (Exception failure) when (failure is DbUpdateException or IOException or InvalidOperationException)
            {
                // Another node has it, or it is due again later; the library shows what was given up.
                Failed(failure, id);
            }
        }
    }

    private async Task BuildAsync(string id, CancellationToken cancellationToken)
    {
        var item = await db.Set<MediaItem>().SingleAsync(row => row.Id == id, cancellationToken);
        item.StartVariants(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        if (item.Variants != VariantsState.Pending)
        {
            return;
        }

        var widths = Widths.Where(width => width < item.Width).Append(item.Width).Where(width => width <= Widths[^1]).ToList();
        var drawings = await ImageWorks.AtWidthsAsync(await BytesAsync(item, cancellationToken), widths, cancellationToken);
        foreach (var drawn in drawings.Where(drawn => drawn.Width < item.Width || drawn.Type.ContentType != item.ContentType))
        {
            using var bytes = new MemoryStream(drawn.Bytes, writable: false);
            var stored = (await files.SaveAsync(bytes, long.MaxValue, cancellationToken)).Value;
            db.Add(new MediaFile
            {
                MediaId = item.Id,
                Version = item.Version,
                Name = $"{drawn.Width}{drawn.Type.Extension}",
                FileKey = stored.Key.Value,
                ContentType = drawn.Type.ContentType,
                Length = stored.Length,
                Width = drawn.Width,
                Height = drawn.Height,
            });
        }

        item.EndVariants();
        db.Record(new MediaChanged(item.Id), ActContext.System(clock.GetUtcNow(), "job:media-variants"));
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<byte[]> BytesAsync(MediaItem item, CancellationToken cancellationToken)
    {
        var whole = await db.Set<MediaFile>().SingleAsync(file => file.MediaId == item.Id && file.Version == item.Version && file.Name == MediaFile.Whole, cancellationToken);
        await using var content = files.Open(FileKey.Parse(whole.FileKey)) ?? throw new FileNotFoundException("The bytes of a media are gone.", whole.FileKey);
        var bytes = new byte[content.Length];
        await content.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The variants of media {Id} were not built this time.")]
    private partial void Failed(Exception failure, string id);
}

/// <summary>Sends somebody to look at the due rows at once, instead of at the next minute.</summary>
internal sealed class VariantsWork(IBackgroundJobClient jobs)
{
    public void Start(PreparedFile file)
    {
        if (file.Kind == MediaKind.Image)
        {
            jobs.Enqueue<BuildVariants>(work => work.RunAsync(CancellationToken.None));
        }
    }
}
