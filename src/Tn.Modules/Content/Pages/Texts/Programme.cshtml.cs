using Tn.Content.Documents;
using Tn.Content.Documents.Translations;

namespace Tn.Content.Pages.Texts;

/// <summary>The page published under <c>/programme</c>.</summary>
internal sealed class ProgrammeModel(IPublishedDocuments documents, TranslationQueries translations) : TextPageModel(documents, translations)
{
    protected override string Slug => SitePages.Programme;
}
