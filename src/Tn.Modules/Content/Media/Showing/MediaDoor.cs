using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Tn.Platform.Files;
using Tn.Platform.Web;

namespace Tn.Content.Media.Showing;

/// <summary>Serves medias: for ever under a version, asked again at their present address, and to nobody outside while private.</summary>
internal sealed class MediaDoor : IEndpointPart
{
    // Opened by itself, a drawing is a document of this site: it may neither run nor load anything.
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/medias/{id}/{name}", (string id, string name, HttpContext http, MediaShelf shelf, FileStore files, IActProvider acts, CancellationToken cancellationToken) =>
            ServeAsync(http, files, shelf.FindAsync(id, null, name, acts.Current, cancellationToken), isPinned: false)).ExcludeFromDescription();
        endpoints.MapGet("/medias/{id}/{version:int:min(1)}/{name}", (string id, int version, string name, HttpContext http, MediaShelf shelf, FileStore files, IActProvider acts, CancellationToken cancellationToken) =>
            ServeAsync(http, files, shelf.FindAsync(id, version, name, acts.Current, cancellationToken), isPinned: true)).ExcludeFromDescription();
    }

    private static async Task<IResult> ServeAsync(HttpContext http, FileStore files, Task<ShelfFile?> finding, bool isPinned)
    {
        if (await finding is not { } file || files.Open(FileKey.Parse(file.FileKey)) is not { } content)
        {
            return Results.NotFound();
        }

        var headers = http.Response.Headers;
        headers.CacheControl = !file.IsPublic ? "private, no-store" : isPinned ? "public, max-age=31536000, immutable" : "public, no-cache";
        headers.ContentSecurityPolicy = Policy;
        return Results.Stream(
            content,
            file.ContentType,
            // With a name it is a download: nothing that we did not write ourselves is ever shown under this site's address.
            file.Kind == MediaKind.Attachment ? file.Name : null,
            entityTag: new EntityTagHeaderValue($"\"{file.FileKey[..32]}\""),
            enableRangeProcessing: true);
    }
}
