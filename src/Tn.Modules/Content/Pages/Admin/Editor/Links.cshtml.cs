using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tn.Content.Documents;
using Tn.Content.Review;
using Tn.Platform.Search;
using Tn.Platform.Web;

namespace Tn.Content.Pages.Admin.Editor;

/// <summary>What an author may link to: published documents that match, as the public's search finds them.</summary>
[Authorize]
internal sealed class LinksModel(SearchEngine search) : TnPageModel
{
    private const int Shown = 12;

    public IActionResult OnGet([FromQuery(Name = "q")] string? text)
    {
        if (!DocumentDoor.HasDesk(Act))
        {
            return Forbid();
        }

        var found = search.Search(new SearchQuery(text ?? string.Empty) { Kinds = [SearchKinds.Course, SearchKinds.Lesson, SearchKinds.Material, SearchKinds.Page], Size = Shown });
        return new JsonResult(new { items = found.Hits.Select(hit => new { title = hit.Title, url = hit.Url, subtitle = hit.Subtitle }) });
    }
}
