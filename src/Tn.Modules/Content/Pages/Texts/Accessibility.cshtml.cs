using Tn.Content.Documents;

namespace Tn.Content.Pages.Texts;

/// <summary>The page published under <c>/accessibilite</c>.</summary>
internal sealed class AccessibilityModel(IPublishedDocuments documents) : TextPageModel(documents)
{
    protected override string Slug => SitePages.Accessibility;
}
