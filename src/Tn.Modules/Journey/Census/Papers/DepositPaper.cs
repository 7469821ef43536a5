using Microsoft.EntityFrameworkCore;
using Tn.Journey.Census.Save;
using Tn.Journey.Path;
using Tn.Platform.Data;
using Tn.Platform.Files;

namespace Tn.Journey.Census.Papers;

/// <summary>What the candidate types beside the file.</summary>
internal sealed class PaperForm
{
    public string? Kind { get; set; }

    public string? IssuedOn { get; set; }

    public string? ValidUntil { get; set; }
}

/// <summary>The candidate deposits a paper, or takes back one that nobody checked. Refused while somebody reads the file.</summary>
internal sealed class DepositPaper(TnDbContext db, FileStore files, IPictures pictures)
{
    // Well above what a file needs in several years; below what would hurt the disk.
    private const int MostPapers = 60;

    /// <param name="content">Can be sought in; null when no file was chosen.</param>
    public async Task<Outcome> DepositAsync(PaperForm form, string? fileName, Stream? content, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ApplyAsConsultant).IsRefused(out var refusal)
            || Describe(form, French.Day(act.At)).IsRefused(out refusal, out var described))
        {
            return refusal;
        }

        var dossier = await db.Set<ConsultantDossier>().AsNoTracking().SingleOrDefaultAsync(one => one.Person == act.Person, cancellationToken);
        if ((await MayDepositAsync(dossier, cancellationToken)).IsRefused(out refusal))
        {
            return refusal;
        }

        if (content is null)
        {
            return new Refusal("papers.file-missing");
        }

        if ((await PaperFile.RecogniseAsync(fileName, content, cancellationToken)).IsRefused(out refusal, out var file))
        {
            return refusal;
        }

        if (described.Kind == PaperKinds.Photo)
        {
            if ((await RedrawAsync(file, content, cancellationToken)).IsRefused(out refusal, out var drawn))
            {
                return refusal;
            }

            content = drawn;
        }

        if ((await files.SaveAsync(content, PaperFile.MaximumBytes, cancellationToken)).IsRefused(out refusal, out var stored))
        {
            return refusal;
        }

        db.Add(Paper.Deposit(dossier!.Id, described, stored.Key.Value, stored.Length, file, act.At));
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }

    // A portrait may be shown to everybody: nothing of where and with what it was taken is kept.
    private async Task<Outcome<Stream>> RedrawAsync(PaperFile file, Stream content, CancellationToken cancellationToken)
    {
        if (!file.IsImage)
        {
            return new Refusal("papers.photo-image");
        }

        using var whole = new MemoryStream();
        await content.CopyToAsync(whole, cancellationToken);
        return (await pictures.RedrawAsync(whole.ToArray(), Portraits.Width, cancellationToken)).IsRefused(out var refusal, out var drawn)
            ? refusal
            : new MemoryStream(drawn);
    }

    /// <summary>Takes a paper back; somebody else's is as if it were not there.</summary>
    public async Task<Outcome> TakeBackAsync(PaperId id, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ApplyAsConsultant).IsRefused(out var denied))
        {
            return denied;
        }

        var dossier = await db.Set<ConsultantDossier>().AsNoTracking().SingleOrDefaultAsync(one => one.Person == act.Person, cancellationToken);
        if (dossier is null || await db.Set<Paper>().SingleOrDefaultAsync(paper => paper.Id == id && paper.Dossier == dossier.Id, cancellationToken) is not { } paper)
        {
            return new Refusal("papers.not-found");
        }

        if (!SaveCensusStep.IsOpen(dossier))
        {
            return new Refusal("census.locked");
        }

        return paper.TakeBack().IsRefused(out var refusal) ? refusal : await db.SaveUnlessMovedAsync(cancellationToken);
    }

    private async Task<Outcome> MayDepositAsync(ConsultantDossier? dossier, CancellationToken cancellationToken)
    {
        if (dossier is null)
        {
            return new Refusal("papers.no-file");
        }

        if (!SaveCensusStep.IsOpen(dossier))
        {
            return new Refusal("census.locked");
        }

        return await db.Set<Paper>().CountAsync(paper => paper.Dossier == dossier.Id, cancellationToken) < MostPapers ? Outcome.Done : new Refusal("papers.too-many");
    }

    private static Outcome<PaperDescription> Describe(PaperForm form, DateOnly today)
    {
        if (PaperKinds.Find(form.Kind) is not { } kind)
        {
            return new Refusal("papers.kind");
        }

        if (Text.Day(form.IssuedOn) is not { } issued || issued > today)
        {
            return new Refusal("papers.issued-on");
        }

        var until = Text.Day(form.ValidUntil);
        return (kind.NeedsEnd || !Text.Missing(form.ValidUntil)) && !(until >= issued)
            ? new Refusal("papers.valid-until")
            : new PaperDescription(kind, issued, until);
    }
}
