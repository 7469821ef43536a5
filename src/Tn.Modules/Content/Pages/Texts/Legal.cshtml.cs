using Tn.Content.Documents;

namespace Tn.Content.Pages.Texts;

/// <summary>The page published under <c>/mentions-legales</c>.</summary>
internal sealed class LegalModel(IPublishedDocuments documents) : TextPageModel(documents)
{
    protected override string Slug => SitePages.Legal;
}
