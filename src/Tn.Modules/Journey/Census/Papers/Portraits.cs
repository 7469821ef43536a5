using Microsoft.EntityFrameworkCore;
using Tn.Journey.Path;
using Tn.Platform.Data;
using Tn.Platform.Files;

namespace Tn.Journey.Census.Papers;

/// <summary>The newest photo of a person's file, once an instructor accepted it. It was drawn anew when deposited.</summary>
internal sealed class Portraits(TnDbContext db, FileStore files) : IPortraits
{
    /// <summary>Most pixels across: a page shows it at half of it.</summary>
    public const int Width = 480;

    public async Task<DateTimeOffset?> AcceptedAtAsync(PersonId person, CancellationToken cancellationToken) =>
        (await FindAsync(person, cancellationToken))?.CheckedAt;

    public async Task<Stream?> OpenAsync(PersonId person, CancellationToken cancellationToken) =>
        await FindAsync(person, cancellationToken) is { } photo ? files.Open(FileKey.Parse(photo.FileKey)) : null;

    private Task<Paper?> FindAsync(PersonId person, CancellationToken cancellationToken) => (
        from paper in db.Set<Paper>().AsNoTracking()
        join file in db.Set<ConsultantDossier>() on paper.Dossier equals file.Id
        where file.Person == person && paper.Kind == PaperKinds.Photo.Key && paper.State == PaperState.Accepted
        orderby paper.CheckedAt descending
        select paper).FirstOrDefaultAsync(cancellationToken);
}
