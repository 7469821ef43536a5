using Tn.Platform.Web;

namespace Tn.Content.Pages.Charters;

/// <summary>The charters in force.</summary>
internal sealed class ChartersModel(IPublishedDocuments documents) : TnPageModel
{
    public IReadOnlyList<PublishedDocument> Charters { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Charters = await documents.ListAsync(ContentTypes.Charter, cancellationToken);
}
