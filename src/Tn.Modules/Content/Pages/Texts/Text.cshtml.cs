using Microsoft.AspNetCore.Mvc;
using Tn.Content.Documents.Translations;

namespace Tn.Content.Pages.Texts;

/// <summary>Any other page.</summary>
internal sealed class TextModel(IPublishedDocuments documents, TranslationQueries translations) : TextPageModel(documents, translations)
{
    [FromRoute(Name = "slug")]
    public string Wanted { get; init; } = string.Empty;

    protected override string Slug => Wanted;
}
