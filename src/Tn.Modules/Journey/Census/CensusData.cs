using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tn.Journey.Admissibility;
using Tn.Journey.Census.Papers;
using Tn.Journey.Census.References;
using Tn.Journey.Charter;
using Tn.Journey.Path;
using Tn.Platform.Data;
using Tn.Platform.Web;

namespace Tn.Journey.Census;

/// <summary>
/// What the path knows of a person, given back on request: answers with their origin, papers, clients' answers, requests, history and
/// signatures. Never the notes between instructors, nor the hash of a link.
/// </summary>
internal sealed class CensusData(TnDbContext db, CensusReader censuses, Sentences sentences) : IPersonalData
{
    private readonly Sentences inFrench = sentences.InFrench;

    public async Task<IReadOnlyDictionary<string, object>> ExportAsync(PersonId person, CancellationToken cancellationToken)
    {
        if (await db.Set<ConsultantDossier>().AsNoTracking().SingleOrDefaultAsync(one => one.Person == person, cancellationToken) is not { } dossier)
        {
            return new Dictionary<string, object>();
        }

        return new Dictionary<string, object>
        {
            ["Dossier de consultant"] = new Dictionary<string, object>
            {
                ["Numéro"] = dossier.Number,
                ["État"] = inFrench.Name(dossier.State),
                ["Ouvert le"] = French.Moment(dossier.OpenedAt),
            },
            ["Recensement"] = await AnswersAsync(dossier, cancellationToken),
            ["Papiers déposés"] = await PapersAsync(dossier.Id, cancellationToken),
            ["Réponses de clients"] = await ReferencesAsync(dossier.Id, cancellationToken),
            ["Pièces demandées"] = await RequestsAsync(dossier.Id, cancellationToken),
            ["Historique du parcours"] = await HistoryAsync(dossier.Id, cancellationToken),
            ["Chartes signées"] = await SignaturesAsync(person, cancellationToken),
        };
    }

    private async Task<object> AnswersAsync(ConsultantDossier dossier, CancellationToken cancellationToken)
    {
        var folder = await censuses.OfAsync(dossier, cancellationToken);
        return CensusSteps.All.Where(info => folder.Entry.Of(info.Step) is not null).ToDictionary(info => info.Title, info => (object)new Dictionary<string, object>
        {
            ["Réponses"] = JsonSerializer.SerializeToElement(folder.Entry.Of(info.Step), CensusAnswers.TypeOf(info.Step), TnJson.Options),
            ["Origines"] = folder.Marks[info.Step].ToDictionary(one => one.Key, one => one.Value.Sentence),
        });
    }

    private async Task<object> PapersAsync(DossierId dossier, CancellationToken cancellationToken) =>
        (await db.Set<Paper>().AsNoTracking().Where(one => one.Dossier == dossier).OrderBy(one => one.DepositedAt).ToListAsync(cancellationToken))
            .Select(one => new { papier = one.KindName, fichier = one.FileName, date = one.IssuedOn, valable = one.ValidUntil, depose = one.DepositedAt, etat = one.State.ToString(), motif = one.Reason, adresse = $"/papiers/{one.Id}" }).ToList();

    private async Task<object> ReferencesAsync(DossierId dossier, CancellationToken cancellationToken) =>
        await db.Set<ReferenceRequest>().AsNoTracking().Where(one => one.Dossier == dossier).OrderBy(one => one.AskedAt)
            .Select(one => new { mission = one.Result, client = one.ClientEmail, demande = one.AskedAt, reponse = one.Answer.ToString(), par = one.AnsweredBy, commentaire = one.Comment, le = one.AnsweredAt })
            .ToListAsync(cancellationToken);

    private async Task<object> RequestsAsync(DossierId dossier, CancellationToken cancellationToken) =>
        (await db.Set<PieceRequest>().AsNoTracking().Where(one => one.Dossier == dossier).OrderBy(one => one.RequestedAt).ToListAsync(cancellationToken))
            .Select(one => new { demande = one.RequestedAt, pieces = one.Pieces, reponse = one.AnsweredAt }).ToList();

    private async Task<object> HistoryAsync(DossierId dossier, CancellationToken cancellationToken) =>
        (await db.Set<PathHistoryRow>().AsNoTracking().Where(row => row.Dossier == dossier).OrderBy(row => row.Ordinal).ToListAsync(cancellationToken))
            .Select(row => new { le = row.At, par = row.ActorName, fait = inFrench.Name(row.Trigger), etat = inFrench.Name(row.To), motif = row.Reason }).ToList();

    private async Task<object> SignaturesAsync(PersonId person, CancellationToken cancellationToken) =>
        await db.Set<CharterSignature>().AsNoTracking().Where(one => one.Person == person).OrderBy(one => one.SignedAt)
            .Select(one => new { version = one.CharterNumber, le = one.SignedAt, empreinte = one.TextSha256 }).ToListAsync(cancellationToken);
}
