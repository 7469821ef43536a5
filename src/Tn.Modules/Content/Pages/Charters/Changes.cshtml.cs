using Microsoft.AspNetCore.Mvc;
using Tn.Content.Documents;
using Tn.Platform.Web;

namespace Tn.Content.Pages.Charters;

/// <summary>What a version of a charter changed from the one published before it.</summary>
internal sealed class ChangesModel(IPublishedDocuments documents) : TnPageModel
{
    /// <summary>The version's id.</summary>
    [FromRoute]
    public string Version { get; init; } = string.Empty;

    public PublishedDocument Charter { get; private set; } = null!;

    /// <summary>The version before, or null for the first.</summary>
    public PublishedDocument? Before { get; private set; }

    public IReadOnlyList<TextChange> Changes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!ContentId.IsValid(Version) || await documents.FindVersionAsync(Version, cancellationToken) is not { ContentType: ContentTypes.Charter } charter)
        {
            return NotFound();
        }

        Charter = charter;
        Before = (await documents.HistoryAsync(charter.ItemId, cancellationToken)).SkipWhile(one => one.VersionId != charter.VersionId).Skip(1).FirstOrDefault();
        Changes = Before is null ? [] : TextChanges.Between(Before.Markdown, charter.Markdown);
        return Page();
    }
}
