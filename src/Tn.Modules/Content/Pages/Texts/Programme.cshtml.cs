using Tn.Content.Documents;

namespace Tn.Content.Pages.Texts;

/// <summary>The page published under <c>/programme</c>.</summary>
internal sealed class ProgrammeModel(IPublishedDocuments documents) : TextPageModel(documents)
{
    protected override string Slug => SitePages.Programme;
}
