using Microsoft.AspNetCore.Mvc;
using Tn.Content.Documents;
using Tn.Content.Documents.Translations;
using Tn.Platform.Web;

namespace Tn.Content.Pages.Texts;

/// <summary>Shows a published page; a page with an address of its own is shown there only.</summary>
internal abstract class TextPageModel(IPublishedDocuments documents, TranslationQueries translations) : TnPageModel
{
    public PublishedDocument Document { get; private set; } = null!;

    protected abstract string Slug { get; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await documents.FindAsync(ContentTypes.Page, Slug, cancellationToken) is not { } page)
        {
            return NotFound();
        }

        var home = SitePages.UrlOf(page.Slug);
        if (!string.Equals(Request.Path.Value, home, StringComparison.OrdinalIgnoreCase))
        {
            return RedirectPermanent(home);
        }

        Document = page;
        ViewData["Title"] = page.Title;
        ViewData["Lede"] = page.Summary;
        ViewData["Languages"] = await translations.LanguagesOfAsync(page.ItemId, cancellationToken);
        return Page();
    }
}
