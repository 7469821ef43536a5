using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Content.Media;

/// <summary>What the library knows of a person: what she put into it.</summary>
internal sealed class MediaData(TnDbContext db) : IPersonalData
{
    public async Task<IReadOnlyDictionary<string, object>> ExportAsync(PersonId person, CancellationToken cancellationToken)
    {
        var rows = await db.Set<MediaItem>().AsNoTracking().Where(row => row.Owner == person).OrderBy(row => row.CreatedUtc)
            .Select(row => new { adresse = row.Id, nom = row.Name, dossier = row.Folder, texte = row.Alt, licence = row.Licence, auteur = row.Credit, ajoute = row.CreatedUtc })
            .ToListAsync(cancellationToken);
        return rows.Count == 0 ? new Dictionary<string, object>() : new Dictionary<string, object> { ["Médias ajoutés"] = rows };
    }
}
