using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Content.Questions.Files;
using Tn.Content.Rendering;
using Tn.Content.Types;
using Tn.Platform.Data;

namespace Tn.Content.Questions.Import;

/// <summary>
/// Reads a file of questions over a bank and says what the bank would become. Keeps nothing: what is confirmed is saved as a version
/// by <see cref="Documents.Save.SaveDraft"/>, like any text.
/// </summary>
internal sealed class ReadQuestionFile(TnDbContext db, QuestionFiles files, BodyRenderer renderer, RenderBench bench)
{
    /// <returns>Refused for whom the bank is not theirs to change, and when the file takes too long to read.</returns>
    public async Task<Outcome<BankProposal>> ReadAsync(string itemId, QuestionUpload upload, ActContext act, CancellationToken cancellationToken)
    {
        var bank = await db.Set<ContentVersion>().AsNoTracking().SingleAsync(row => row.LatestKey == itemId, cancellationToken);
        if (!ContentTypeCatalogue.Of(bank.ContentType).MayChange(act, bank))
        {
            return new Refusal("access.denied");
        }

        try
        {
            var (file, here) = await bench.WithinBudgetAsync(
                () => (files.Read(upload.Bytes, upload.Name, upload.Format), upload.Replaces ? [] : IdsOf(bank)),
                patience: 3,
                cancellationToken);
            return await ProposeAsync(bank, file, here, upload.Replaces, cancellationToken);
        }
        catch (TimeoutException)
        {
            return new Refusal("questions.too-slow");
        }
    }

    private HashSet<string> IdsOf(ContentVersion bank) =>
        files.Read(System.Text.Encoding.UTF8.GetBytes(bank.Parts.Source), bank.Slug, QuestionFormat.Gift).Items.Select(item => item.Id).ToHashSet(StringComparer.Ordinal);

    private async Task<BankProposal> ProposeAsync(ContentVersion bank, QuestionFile file, HashSet<string> here, bool replaces, CancellationToken cancellationToken)
    {
        var losses = new Findings(bank.Slug);
        losses.Add(file.Losses);
        var added = file.Askable.Where(item => !here.Contains(item.Id)).ToList();
        var leftOut = file.Askable.Select(item => item.Id).Where(here.Contains).ToList();
        var text = GiftWriter.Write(added, losses);
        // What the bank says already is left as its author wrote it, remarks included.
        var gift = replaces || string.IsNullOrWhiteSpace(bank.Parts.Source) ? text : $"{bank.Parts.Source.TrimEnd()}\n\n{text}";
        var rendered = added.Count == 0 ? null : await renderer.RenderAsync(ContentTypes.QuestionBank, gift, bank.Slug, cancellationToken);
        return new BankProposal(file, bank.VersionId, gift, added.Count, leftOut, losses.All, rendered?.Findings ?? []);
    }
}
