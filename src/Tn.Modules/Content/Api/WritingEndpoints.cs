using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Tn.Content.Api.Tokens;
using Tn.Content.Documents;
using Tn.Content.Documents.Create;
using Tn.Content.Documents.Save;
using Tn.Content.Review;
using Tn.Content.Review.Submit;
using Tn.Content.Types;
using Tn.Platform.Web;

namespace Tn.Content.Api;

/// <summary>
/// What authors write, with a token and their own rights, through the acts of the editor: drafts and their way to the committee.
/// Nobody overwrites what they have not read: a change names the version it was made over in <c>If-Match</c>.
/// </summary>
internal static class WritingEndpoints
{
    private const string Desk = "Bureau des auteurs";
    private const int MostBytes = 1_000_000;

    public static void MapWriting(this RouteGroupBuilder api)
    {
        api.MapPost("/drafts", BeginAsync).AddEndpointFilter(new ApiDoor(ApiScopes.Writing, writes: true)).WithMetadata(new RequestSizeLimitAttribute(MostBytes)).Accepts<ApiNewDraft>("application/json")
            .Describe(Desk, "Commencer un document", "D’un type que votre compte peut commencer ; son adresse vient du titre.").Produces<ApiDraftDetail>(StatusCodes.Status201Created).NeedsToken();
        api.MapPut("/drafts/{id}", SaveAsync).AddEndpointFilter(new ApiDoor(ApiScopes.Writing, writes: true)).WithMetadata(new RequestSizeLimitAttribute(MostBytes)).Accepts<ApiDraftChange>("application/json")
            .Describe(Desk, "Enregistrer une version", "If-Match nomme la version lue : si quelqu’un a enregistré depuis, rien n’est écrasé (412). Un texte identique ne fait pas de version.").Produces<ApiDraftDetail>().NeedsToken();
        api.MapPost("/drafts/{id}/submission", SendAsync).AddEndpointFilter(new ApiDoor(ApiScopes.Sending, writes: true)).WithMetadata(new RequestSizeLimitAttribute(MostBytes)).Accepts<ApiSubmissionNote>("application/json")
            .Describe(Desk, "Envoyer au comité", "Avec les brouillons qui vont ensemble : un cours et ses leçons. If-Match, facultatif, nomme la version lue.").Produces<ApiSubmission>(StatusCodes.Status201Created).NeedsToken();
    }

    private static async Task<IResult> BeginAsync(HttpContext http, CreateDocument create, DocumentQueries documents, Sentences sentences, CancellationToken cancellationToken)
    {
        if (await ReadAsync<ApiNewDraft>(http, cancellationToken) is not { } input)
        {
            return ApiRefusal.Unreadable();
        }

        var outcome = await create.CreateAsync(input.Type, input.Title, ApiDoor.ActOf(http), cancellationToken);
        if (outcome.IsRefused(out var refusal))
        {
            return ApiRefusal.Of(refusal, sentences);
        }

        var latest = (await documents.LatestAsync(outcome.Value, cancellationToken))!;
        Tag(http, latest);
        return Results.Created($"/api/v1/drafts/{latest.ItemId}", DeskEndpoints.Detail(latest));
    }

    private static async Task<IResult> SaveAsync(string id, HttpContext http, SaveDraft save, DocumentQueries documents, Sentences sentences, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, http, documents, cancellationToken) is not { } latest)
        {
            return ApiRefusal.NoDraft();
        }

        if (http.Request.GetTypedHeaders().IfMatch.Count == 0)
        {
            return ApiRefusal.MatchMissing();
        }

        if (!Matches(http, latest))
        {
            return ApiRefusal.Changed(latest);
        }

        if (await ReadAsync<ApiDraftChange>(http, cancellationToken) is not { Fields: { } fields } change)
        {
            return ApiRefusal.Unreadable();
        }

        var type = ContentTypeCatalogue.Of(latest.ContentType);
        if (fields.Keys.FirstOrDefault(name => type.Find(name) is null) is { } unknown)
        {
            return ApiRefusal.UnknownField(unknown, type.Fields.Select(field => field.Name));
        }

        var outcome = await save.SaveAsync(new DraftInput(id, latest.VersionId, fields) { Comment = change.Comment?.Trim() ?? string.Empty }, ApiDoor.ActOf(http), cancellationToken);
        if (outcome.IsRefused(out var refusal))
        {
            return ApiRefusal.Of(refusal, sentences);
        }

        var saved = (await documents.LatestAsync(id, cancellationToken))!;
        Tag(http, saved);
        return Results.Ok(DeskEndpoints.Detail(saved));
    }

    private static async Task<IResult> SendAsync(string id, HttpContext http, SubmitForReview submit, DocumentQueries documents, ReviewQueries reviews, Sentences sentences, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, http, documents, cancellationToken) is not { } latest)
        {
            return ApiRefusal.NoDraft();
        }

        if (!Matches(http, latest))
        {
            return ApiRefusal.Changed(latest);
        }

        if (await ReadAsync<ApiSubmissionNote>(http, cancellationToken) is not { } input)
        {
            return ApiRefusal.Unreadable();
        }

        var outcome = await submit.SubmitAsync(id, ApiDoor.ActOf(http), cancellationToken, input.Note ?? string.Empty);
        if (outcome.IsRefused(out var refusal))
        {
            return ApiRefusal.Of(refusal, sentences);
        }

        var submission = (await reviews.FindAsync(outcome.Value, cancellationToken))!;
        return Results.Created($"/api/v1/submissions/{submission.Id}", DeskEndpoints.Describe(submission));
    }

    /// <summary>The latest version of a document that this person may write; null for one that is not there or not theirs, which cannot be told apart.</summary>
    private static async Task<ContentVersion?> FindAsync(string id, HttpContext http, DocumentQueries documents, CancellationToken cancellationToken) =>
        await documents.LatestAsync(id, cancellationToken) is { } latest && DocumentDoor.Opens(ApiDoor.ActOf(http), latest) ? latest : null;

    private static bool Matches(HttpContext http, ContentVersion latest)
    {
        var wanted = http.Request.GetTypedHeaders().IfMatch;
        var tag = new EntityTagHeaderValue($"\"{DeskEndpoints.TagOf(latest)}\"");
        return wanted.Count == 0 || wanted.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Compare(tag, useStrongComparison: true));
    }

    private static void Tag(HttpContext http, ContentVersion latest) =>
        http.Response.GetTypedHeaders().ETag = new EntityTagHeaderValue($"\"{DeskEndpoints.TagOf(latest)}\"");

    /// <summary>The body, read behind the door: a stranger learns nothing of what would be readable. Null when it is not such JSON.</summary>
    private static async Task<T?> ReadAsync<T>(HttpContext http, CancellationToken cancellationToken)
        where T : class
    {
        if (!http.Request.HasJsonContentType())
        {
            return null;
        }

        try
        {
            return await http.Request.ReadFromJsonAsync<T>(cancellationToken);
        }
        catch (Exception unreadable) when (unreadable is JsonException or BadHttpRequestException)
        {
            return null;
        }
    }
}
