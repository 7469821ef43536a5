using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Tn.Content.Api.Tokens;
using Tn.Content.Documents;
using Tn.Content.Media;
using Tn.Content.Media.Keep;
using Tn.Content.Review;
using Tn.Content.Types;
using Tn.Platform.Data;

namespace Tn.Content.Api;

/// <summary>What authors and the committee read, with their own rights: drafts, submissions, the library.</summary>
internal static class DeskEndpoints
{
    private const string Desk = "Bureau des auteurs";

    public static void MapDesk(this RouteGroupBuilder api)
    {
        api.MapGet("/drafts", DraftsAsync).AddEndpointFilter(new ApiDoor(ApiScopes.Drafts)).Describe(Desk, "Dernières versions", "Vos documents ; tous, pour qui gère les contenus.").Produces<ApiList<ApiDraft>>().NeedsToken();
        api.MapGet("/drafts/{id}", DraftAsync).AddEndpointFilter(new ApiDoor(ApiScopes.Drafts)).Describe(Desk, "Une dernière version", "Avec son texte source.").Produces<ApiDraftDetail>().NeedsToken();
        api.MapGet("/submissions", SubmissionsAsync).AddEndpointFilter(new ApiDoor(ApiScopes.Submissions)).Describe(Desk, "Dossiers de relecture en cours", "Tous pour le comité, les vôtres sinon ; l’échéance la plus proche d’abord.").Produces<ApiList<ApiSubmission>>().NeedsToken();
        api.MapGet("/submissions/{id:guid}", SubmissionAsync).AddEndpointFilter(new ApiDoor(ApiScopes.Submissions)).Describe(Desk, "Un dossier de relecture", "Sans les votes : ils se lisent sur le site.").Produces<ApiSubmission>().NeedsToken();
        api.MapGet("/medias", MediasAsync).AddEndpointFilter(new ApiDoor(ApiScopes.Medias)).Describe(Desk, "Chercher une image ou un document", "Pour les montrer dans un texte ; les plus récents d’abord.").Produces<ApiList<ApiMedia>>().NeedsToken();
    }

    private static async Task<IResult> DraftsAsync(HttpContext http, DocumentQueries documents, [Description("Titre ou adresse.")] string? q, [Description("Numéro de page, à partir de 1.")] int? p, CancellationToken cancellationToken)
    {
        var act = ApiDoor.ActOf(http);
        if (!MediaRights.MayUse(act))
        {
            return ApiProblem.Denied();
        }

        var list = await documents.ListAsync(new DocumentFilter(q, null, null, act.Can(Permission.ManageContent) ? null : act.Person, ApiAnswer.Number(p), ApiAnswer.Size), cancellationToken);
        var drafts = list.Items.Select(line => new ApiDraft(line.ItemId, line.VersionId, line.ContentType, line.Slug, line.Title, line.Published, line.ModifiedUtc, line.AuthorName)).ToList();
        return ApiAnswer.Page(http, p, drafts, list.Total, draft => $"{draft.VersionId}{draft.Published}");
    }

    private static async Task<IResult> DraftAsync(string id, HttpContext http, DocumentQueries documents, CancellationToken cancellationToken)
    {
        var act = ApiDoor.ActOf(http);
        if (!MediaRights.MayUse(act))
        {
            return ApiProblem.Denied();
        }

        var latest = await documents.LatestAsync(id, cancellationToken);
        if (latest is null || (latest.Owner != act.Actor && !act.Can(Permission.ManageContent)))
        {
            return ApiProblem.NotFound("Aucun document que vous puissiez lire n’a cet identifiant.");
        }

        return ApiAnswer.Tagged(http, TagOf(latest), Detail(latest));
    }

    /// <summary>What changes when a latest version does; a writer sends it back in <c>If-Match</c>.</summary>
    internal static string TagOf(ContentVersion latest) => latest.VersionId + (latest.Published ? "p" : "b");

    /// <summary>A latest version with its fields, as its editor would show them.</summary>
    internal static ApiDraftDetail Detail(ContentVersion latest) => new(
        new ApiDraft(latest.ItemId, latest.VersionId, latest.ContentType, latest.Slug, latest.DisplayText, latest.Published, latest.ModifiedUtc, latest.AuthorName),
        latest.Parts.LearningPart?.Summary ?? string.Empty,
        latest.Parts.Source,
        ContentTypeCatalogue.Of(latest.ContentType).Fields.ToDictionary(field => field.Name, field => Completeness.TextOf(field, latest.Slug, latest.Parts), StringComparer.Ordinal));

    private static async Task<IResult> SubmissionsAsync(HttpContext http, TnDbContext db, [Description("Numéro de page, à partir de 1.")] int? p, CancellationToken cancellationToken)
    {
        var open = ReadableBy(db, ApiDoor.ActOf(http))
            .Where(row => row.State == ReviewState.Submitted || row.State == ReviewState.InReview || row.State == ReviewState.ChangesRequested || row.State == ReviewState.Approved);
        var total = await open.CountAsync(cancellationToken);
        var rows = await open.OrderBy(row => row.DueOn).ThenBy(row => row.SubmittedUtc).ThenBy(row => row.Id)
            .Skip((ApiAnswer.Number(p) - 1) * ApiAnswer.Size).Take(ApiAnswer.Size)
            .ToListAsync(cancellationToken);
        return ApiAnswer.Page(http, p, [.. rows.Select(Describe)], total, one => $"{one.Id}{one.State}{one.Round}");
    }

    private static async Task<IResult> SubmissionAsync(Guid id, HttpContext http, TnDbContext db, CancellationToken cancellationToken) =>
        await ReadableBy(db, ApiDoor.ActOf(http)).SingleOrDefaultAsync(row => row.Id == new SubmissionId(id), cancellationToken) is { } found
            ? ApiAnswer.Tagged(http, $"{found.Id}{found.State}{found.Round}", Describe(found))
            : ApiProblem.NotFound("Aucun dossier que vous puissiez lire n’a cet identifiant.");

    private static async Task<IResult> MediasAsync(HttpContext http, MediaQueries medias, [Description("Nom, texte de remplacement ou auteur.")] string? q, [Description("Numéro de page, à partir de 1.")] int? p, CancellationToken cancellationToken)
    {
        if (!MediaRights.MayUse(ApiDoor.ActOf(http)))
        {
            return ApiProblem.Denied();
        }

        var list = await medias.ListAsync(new MediaFilter(q, null, false, ApiAnswer.Number(p), ApiAnswer.Size), cancellationToken);
        return ApiAnswer.Page(http, p, [.. list.Items.Select(item => new ApiMedia(item.Id, item.Name, item.Url, item.Alt, item.Licence, item.Width, item.Height))], list.Total, media => $"{media}");
    }

    /// <summary>All for the committee and for who manages contents, one's own for the others.</summary>
    private static IQueryable<ReviewSubmission> ReadableBy(TnDbContext db, ActContext act)
    {
        var rows = db.Set<ReviewSubmission>().AsNoTracking().AsSplitQuery();
        return act.Can(Permission.ReviewContent) || act.Can(Permission.ManageContent) ? rows : rows.Where(row => row.Submitter == act.Actor);
    }

    internal static ApiSubmission Describe(ReviewSubmission row) => new(row.Id.Value, row.Title, row.State.ToString(), row.Round, row.SubmittedUtc, row.DueOn,
        [.. row.Documents.Select(document => new ApiSubmissionDocument(document.ItemId, document.VersionId, document.ContentType, document.Title))]);
}
