using Microsoft.AspNetCore.Mvc;

namespace Tn.Content.Pages.Texts;

/// <summary>Any other page.</summary>
internal sealed class TextModel(IPublishedDocuments documents) : TextPageModel(documents)
{
    [FromRoute(Name = "slug")]
    public string Wanted { get; init; } = string.Empty;

    protected override string Slug => Wanted;
}
