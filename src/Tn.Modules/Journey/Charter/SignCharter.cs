using Microsoft.EntityFrameworkCore;
using Tn.Journey.Charter.Evidence;
using Tn.Journey.Path;
using Tn.Journey.Training;
using Tn.Platform.Data;

namespace Tn.Journey.Charter;

/// <summary>What the signer sends: the version that was shown, and the sentence as typed.</summary>
internal sealed record SignatureInput(string? VersionId, string? Sentence);

/// <summary>
/// Signs the consultant's charter in force: evidence, receipt, path and event in one transaction.
/// Signing the same version twice (a double click) gives the first signature back; so does signing it on the path walked anew, which goes on.
/// </summary>
// @exemplary: an act that is safe to send twice
internal sealed class SignCharter(
    TnDbContext db,
    IPublishedDocuments documents,
    IConsultantPath path,
    INotifier notifier,
    IReminders reminders,
    CheckTraining training)
{
    /// <returns>
    /// The signature; refused when there is nothing to sign (<c>charter.not-due</c>), when the text changed since it was shown
    /// (<c>charter.text-changed</c>) or when the sentence is not the expected one (<c>charter.sentence</c>).
    /// </returns>
    public async Task<Outcome<CharterSignature>> SignAsync(SignatureInput input, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ApplyAsConsultant).IsRefused(out var denied))
        {
            return denied;
        }

        if (await FindAsync(act.Person, input.VersionId, cancellationToken) is { } already)
        {
            return await GoOnAsync(already, input, act, cancellationToken);
        }

        try
        {
            var signed = await SignOnceAsync(input, act, cancellationToken);
            // The other click may have signed between our two looks: what is no longer due is then signed.
            return signed.IsDone || await FindAsync(act.Person, input.VersionId, cancellationToken) is not { } meanwhile ? signed : meanwhile;
        }
        catch (DbUpdateException)
        {
            // The same signature sent twice at once: the index, or the file's revision, let one of them through.
            db.ChangeTracker.Clear();
            return await FindAsync(act.Person, input.VersionId, cancellationToken) is { } first ? first : new Refusal("dossier.moved-meanwhile");
        }
    }

    // Whoever walks the path anew has signed this very text already: the evidence stands, and only the file has to go on.
    private async Task<Outcome<CharterSignature>> GoOnAsync(CharterSignature already, SignatureInput input, ActContext act, CancellationToken cancellationToken)
    {
        var dossier = await db.Set<ConsultantDossier>().SingleAsync(one => one.Person == act.Person, cancellationToken);
        if (dossier.State != PathState.CharterToSign)
        {
            return already;
        }

        var charter = await documents.FindAsync(ContentTypes.Charter, CharterText.Slug, cancellationToken);
        if (Check(charter, dossier, input).IsRefused(out var refusal))
        {
            return refusal;
        }

        var reason = $"Charte {already.CharterNumber} signée le {French.ShortDate(French.Day(already.SignedAt))}, engagement confirmé, preuve {Grouped(already.Hash)}.";
        if ((await path.MoveAsync(dossier.Person, PathTrigger.SignCharter, reason, act, cancellationToken)).IsRefused(out refusal))
        {
            return refusal;
        }

        await training.CheckAsync(dossier, act, cancellationToken);
        return (await db.SaveUnlessMovedAsync(cancellationToken)).IsRefused(out refusal) ? refusal : already;
    }

    private async Task<Outcome<CharterSignature>> SignOnceAsync(SignatureInput input, ActContext act, CancellationToken cancellationToken)
    {
        var dossier = await db.Set<ConsultantDossier>().SingleOrDefaultAsync(one => one.Person == act.Person, cancellationToken);
        if (dossier is not { State: PathState.CharterToSign or PathState.ResignatureDue or PathState.ResignatureOverdue })
        {
            return new Refusal("charter.not-due");
        }

        var charter = await documents.FindAsync(ContentTypes.Charter, CharterText.Slug, cancellationToken);
        return Check(charter, dossier, input).IsRefused(out var refusal)
            ? refusal
            : await KeepAsync(dossier, charter!, input.Sentence!, act, cancellationToken);
    }

    // The text that was shown is the one in force, and the sentence is the expected one.
    private static Outcome Check(PublishedDocument? charter, ConsultantDossier dossier, SignatureInput input)
    {
        if (charter is null)
        {
            return new Refusal("charter.none");
        }

        if (charter.VersionId != input.VersionId)
        {
            return new Refusal("charter.text-changed").With("number", CharterText.NumberOf(charter));
        }

        return CharterText.Matches(CharterText.IntentOf(dossier.DisplayName, charter), input.Sentence) ? Outcome.Done : new Refusal("charter.sentence");
    }

    private async Task<Outcome<CharterSignature>> KeepAsync(ConsultantDossier dossier, PublishedDocument charter, string typed, ActContext act, CancellationToken cancellationToken)
    {
        var signature = CharterSignature.Of(dossier, charter, typed, act);
        var reason = $"Charte {signature.CharterNumber} signée, preuve {Grouped(signature.Hash)}.";
        if ((await path.MoveAsync(dossier.Person, PathTrigger.SignCharter, reason, act, cancellationToken)).IsRefused(out var refusal))
        {
            return refusal;
        }

        db.Add(signature);
        db.Add(SignatureEvidence.Due(signature.Id, act.At));
        db.Record(new CharterSigned(dossier.Person, charter.Slug, charter.VersionId, signature.Id), act);
        await notifier.TellAsync(dossier.Person, $"charter-receipt:{signature.Id}", ReceiptOf(signature), act, cancellationToken);
        await reminders.CancelAsync(ResignatureReminder.Name, dossier.Id.ToString(), cancellationToken);
        await training.CheckAsync(dossier, act, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return signature;
    }

    // The file's history vouches for the evidence; in groups of eight, so that the line can wrap.
    private static string Grouped(string hash) => string.Join(' ', hash.Chunk(8).Select(group => new string(group)));

    private Task<CharterSignature?> FindAsync(PersonId person, string? versionId, CancellationToken cancellationToken) =>
        db.Set<CharterSignature>().AsNoTracking().SingleOrDefaultAsync(one => one.Person == person && one.CharterVersionId == versionId, cancellationToken);

    private static Letter ReceiptOf(CharterSignature signature) => new(
        "Reçu : vous avez signé la charte du consultant",
        [
            $"Vous avez signé la charte du consultant privé, version {signature.CharterNumber}, le {French.Moment(signature.SignedAt)}.",
            $"Empreinte SHA-256 du texte signé : {signature.TextSha256}.",
            $"Empreinte de la preuve : {signature.Hash}.",
            "Gardez ce message. Le document scellé, le texte exact que vous avez signé et toute la preuve restent à votre disposition sur la page du récépissé.",
        ],
        "Voir le récépissé",
        $"/mon-parcours/charte/recepisse/{signature.Id}");
}
