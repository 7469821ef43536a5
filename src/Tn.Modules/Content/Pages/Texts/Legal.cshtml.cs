using Tn.Content.Documents;
using Tn.Content.Documents.Translations;

namespace Tn.Content.Pages.Texts;

/// <summary>The page published under <c>/mentions-legales</c>.</summary>
internal sealed class LegalModel(IPublishedDocuments documents, TranslationQueries translations) : TextPageModel(documents, translations)
{
    protected override string Slug => SitePages.Legal;
}
