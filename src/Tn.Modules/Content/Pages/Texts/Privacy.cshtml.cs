using Tn.Content.Documents;
using Tn.Content.Documents.Translations;

namespace Tn.Content.Pages.Texts;

/// <summary>The page published under <c>/donnees-personnelles</c>.</summary>
internal sealed class PrivacyModel(IPublishedDocuments documents, TranslationQueries translations) : TextPageModel(documents, translations)
{
    protected override string Slug => SitePages.Privacy;
}
