using Tn.Content.Media.Reading;
using Tn.Platform.Data;

namespace Tn.Content.Media.Keep;

/// <summary>Writes a media and its file's row together; none of these saves.</summary>
internal static class MediaRows
{
    public static MediaItem AddMedia(this TnDbContext db, string id, string folder, PreparedFile file, MediaOwner owner, DateTimeOffset now)
    {
        var item = new MediaItem(id, folder, file, owner, now);
        db.Add(item);
        db.Add(Row(item, file));
        return item;
    }

    public static Outcome ReplaceMedia(this TnDbContext db, MediaItem item, PreparedFile file, DateTimeOffset now)
    {
        var outcome = item.Replace(file, now);
        if (outcome.IsDone)
        {
            db.Add(Row(item, file));
        }

        return outcome;
    }

    private static MediaFile Row(MediaItem item, PreparedFile file) => new()
    {
        MediaId = item.Id,
        Version = item.Version,
        Name = MediaFile.Whole,
        FileKey = file.Stored.Key.Value,
        ContentType = file.ContentType,
        Length = file.Length,
        Width = file.Width,
        Height = file.Height,
    };
}
