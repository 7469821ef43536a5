using System.Text;
using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Content.Questions.Files;
using Tn.Content.Rendering;
using Tn.Content.Types;
using Tn.Platform.Data;

namespace Tn.Content.Questions.Import;

/// <summary>Writes a bank, keys and all, as a file: for who may change it and nobody else.</summary>
internal sealed class ExportBank(TnDbContext db, QuestionFiles files)
{
    /// <param name="format">GIFT as its author wrote it, or Moodle XML.</param>
    public async Task<Outcome<ExportedBank>> WriteAsync(string itemId, QuestionFormat format, ActContext act, CancellationToken cancellationToken)
    {
        var bank = await db.Set<ContentVersion>().AsNoTracking().SingleAsync(row => row.LatestKey == itemId, cancellationToken);
        if (!ContentTypeCatalogue.Of(bank.ContentType).MayChange(act, bank))
        {
            return new Refusal("access.denied");
        }

        var source = Encoding.UTF8.GetBytes(bank.Parts.Source);
        return format == QuestionFormat.MoodleXml
            ? new ExportedBank($"{bank.Slug}.xml", "application/xml", Encoding.UTF8.GetBytes(MoodleXmlWriter.Write(files.Read(source, bank.Slug, QuestionFormat.Gift).Items, new Findings(bank.Slug))))
            : new ExportedBank($"{bank.Slug}.gift", "text/plain; charset=utf-8", source);
    }
}

/// <param name="Name">Of the file.</param>
internal sealed record ExportedBank(string Name, string ContentType, byte[] Bytes);
