using Microsoft.AspNetCore.Mvc;
using Tn.Content.Documents;
using Tn.Platform.Web;

namespace Tn.Content.Pages.Charters;

/// <summary>A charter in force by its name, or any version that was once in force by its id.</summary>
internal sealed class CharterModel(IPublishedDocuments documents) : TnPageModel
{
    /// <summary>The charter's name or a version's id.</summary>
    [FromRoute]
    public string Version { get; init; } = string.Empty;

    public PublishedDocument Charter { get; private set; } = null!;

    /// <summary>The version in force of the same charter, or null when there is none any more.</summary>
    public PublishedDocument? InForce { get; private set; }

    public IReadOnlyList<PublishedDocument> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var charter = ContentId.IsValid(Version) ? await documents.FindVersionAsync(Version, cancellationToken) : null;
        charter ??= await documents.FindAsync(ContentTypes.Charter, Version, cancellationToken);
        if (charter is not { ContentType: ContentTypes.Charter })
        {
            return NotFound();
        }

        Charter = charter;
        InForce = (await documents.ListAsync(ContentTypes.Charter, cancellationToken)).FirstOrDefault(other => other.ItemId == charter.ItemId);
        History = await documents.HistoryAsync(charter.ItemId, cancellationToken);
        return Page();
    }
}
