using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Content.Media.Keep;

/// <summary>Says what a media shows, whose it is and where it stands.</summary>
internal sealed class DescribeMedia(TnDbContext db, MediaRights rights)
{
    public async Task<Outcome> DescribeAsync(DescriptionInput input, ActContext act, CancellationToken cancellationToken)
    {
        var item = await db.Set<MediaItem>().SingleAsync(row => row.Id == input.MediaId, cancellationToken);
        var allowed = await rights.RequireChangeAsync(item, act, cancellationToken);
        if (!allowed.IsDone)
        {
            return allowed;
        }

        if (Check(input.Said).IsRefused(out var refusal))
        {
            return refusal;
        }

        db.Entry(item).Property(row => row.Revision).OriginalValue = input.Revision;
        item.Describe(input.Said, act.At);
        item.MoveTo(MediaAddress.Folder(input.Folder), act.At);
        db.Record(new MediaChanged(item.Id), act);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Refusal("content.media-conflict");
        }

        return Outcome.Done;
    }

    private static Outcome Check(MediaDescription said) =>
        said.Alt.Length > 500 ? new Refusal("content.media-alt-too-long")
        : said.Licence.Length > 120 ? new Refusal("content.media-licence-too-long")
        : said.Credit.Length > 200 ? new Refusal("content.media-credit-too-long")
        : Outcome.Done;
}

/// <param name="Revision">Of the media as the person saw it.</param>
internal sealed record DescriptionInput(string MediaId, int Revision, MediaDescription Said, string? Folder);
