using Microsoft.AspNetCore.Mvc;
using Tn.Platform.Web;

namespace Tn.Content.Pages.News;

/// <summary>The news, newest first.</summary>
internal sealed class NewsListModel(IPublishedDocuments documents) : TnPageModel
{
    public const int Size = 20;

    [FromQuery(Name = "p")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<PublishedDocument> News { get; private set; } = [];

    public int Total { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Number = Math.Clamp(Number, 1, 10_000);
        var all = await documents.ListAsync(ContentTypes.News, cancellationToken);
        Total = all.Count;
        News = [.. all.OrderByDescending(one => one.PublishedUtc).Skip((Number - 1) * Size).Take(Size)];
    }
}
