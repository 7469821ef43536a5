using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using Tn.Journey.Path;
using Tn.Platform.Data;
using Tn.Platform.Mail;

namespace Tn.Journey.Census.References;

/// <summary>What the consultant gives to have a mission confirmed.</summary>
internal sealed class AskForm
{
    /// <summary>The mission's fingerprint.</summary>
    public string? Mission { get; set; }

    public string? ClientEmail { get; set; }

    public bool ClientAgrees { get; set; }
}

/// <summary>
/// The consultant asks a client to confirm a mission: a mail leaves with a link that opens once. Refused without the client's consent,
/// to one's own address, and beyond a few mails: this is no way to write to people who asked for nothing.
/// </summary>
internal sealed class AskReference(TnDbContext db, CensusReader censuses, IPeople people, IProgrammeRules rules, LetterRenderer letters)
{
    private const int MostPerMission = 3;
    private const int MostPerDay = 10;

    public async Task<Outcome> AskAsync(AskForm form, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ApplyAsConsultant).IsRefused(out var refusal))
        {
            return refusal;
        }

        var folder = await censuses.OfAsync(act.Person, cancellationToken);
        if (folder.Dossier is not { MergedInto: null } dossier || folder.Entry.References?.DeclaredMissions.FirstOrDefault(one => one.Fingerprint == form.Mission) is not { } mission)
        {
            return new Refusal("references.no-mission");
        }

        if ((await CheckAsync(form, mission, dossier, act, cancellationToken)).IsRefused(out refusal, out var address))
        {
            return refusal;
        }

        var rule = await rules.FindAsync(RuleKeys.CensusReferenceConfirmationDays, French.Day(act.At), cancellationToken);
        var (request, token) = ReferenceRequest.Ask(dossier.Id, mission, address, French.Day(act.At).AddDays(rule.Number), act.At);
        db.Add(request);
        db.Add(letters.Compose($"reference:{request.Id}", address, "Madame, Monsieur", Write(dossier, request, token), act.At));
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }

    private async Task<Outcome<string>> CheckAsync(AskForm form, Mission mission, ConsultantDossier dossier, ActContext act, CancellationToken cancellationToken)
    {
        if (!MailAddress.TryCreate(form.ClientEmail?.Trim(), out var address) || address.Address != form.ClientEmail!.Trim() || !address.Host.Contains('.', StringComparison.Ordinal))
        {
            return new Refusal("references.address");
        }

        if (!form.ClientAgrees || !mission.ClientConsents)
        {
            return new Refusal("references.consent");
        }

        if (await people.FindAsync(act.Person, cancellationToken) is { } card && string.Equals(card.Email, address.Address, StringComparison.OrdinalIgnoreCase))
        {
            return new Refusal("references.own-address");
        }

        var asked = db.Set<ReferenceRequest>().Where(one => one.Dossier == dossier.Id);
        if (await asked.AnyAsync(one => one.Mission == mission.Fingerprint && one.Answer == ReferenceAnswer.Confirmed, cancellationToken))
        {
            return new Refusal("references.confirmed-already");
        }

        var yesterday = act.At.AddDays(-1);
        return await asked.CountAsync(one => one.Mission == mission.Fingerprint, cancellationToken) >= MostPerMission
            || await asked.CountAsync(one => one.AskedAt > yesterday, cancellationToken) >= MostPerDay
                ? new Refusal("references.too-many")
                : address.Address;
    }

    private static Letter Write(ConsultantDossier dossier, ReferenceRequest request, string token) => new(
        "Confirmez-vous cette mission ?",
        [
            $"{dossier.DisplayName} ({dossier.EnterpriseName}) vous cite comme référence pour une mission auprès de votre entreprise, et dit avoir votre accord pour vous écrire.",
            "Une minute suffit : vous lisez ce qui est déclaré, puis vous confirmez, corrigez ou démentez. Aucun compte n’est nécessaire et votre adresse ne sera pas publiée.",
            $"Le lien s’ouvre jusqu’au {French.Date(request.OpensUntil)} et ne sert qu’une fois. Si cette demande ne vous dit rien, ne répondez pas, ou démentez-la.",
        ],
        "Répondre",
        $"/references/{token}");
}
