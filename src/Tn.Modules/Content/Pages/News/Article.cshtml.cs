using Microsoft.AspNetCore.Mvc;
using Tn.Platform.Web;

namespace Tn.Content.Pages.News;

/// <summary>One piece of news.</summary>
internal sealed class ArticleModel(IPublishedDocuments documents) : TnPageModel
{
    [FromRoute]
    public string Slug { get; init; } = string.Empty;

    public PublishedDocument Article { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await documents.FindAsync(ContentTypes.News, Slug, cancellationToken) is not { } article)
        {
            return NotFound();
        }

        Article = article;
        return Page();
    }
}
