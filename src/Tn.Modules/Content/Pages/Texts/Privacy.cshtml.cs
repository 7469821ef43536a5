using Tn.Content.Documents;

namespace Tn.Content.Pages.Texts;

/// <summary>The page published under <c>/donnees-personnelles</c>.</summary>
internal sealed class PrivacyModel(IPublishedDocuments documents) : TextPageModel(documents)
{
    protected override string Slug => SitePages.Privacy;
}
