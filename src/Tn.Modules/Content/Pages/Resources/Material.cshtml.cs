using Microsoft.AspNetCore.Mvc;
using Tn.Content.Media;
using Tn.Platform.Web;

namespace Tn.Content.Pages.Resources;

/// <summary>A teaching material; the facilitator's notes for those who may read them.</summary>
internal sealed class MaterialModel(IPublishedDocuments documents, ICourseCatalogue bodies, MediaQueries medias) : TnPageModel
{
    [FromRoute]
    public string Slug { get; init; } = string.Empty;

    public PublishedDocument Material { get; private set; } = null!;

    public LessonBody Body { get; private set; } = null!;

    /// <summary>What can be downloaded with it.</summary>
    public IReadOnlyList<MediaItem> Files { get; private set; } = [];

    public bool ReadsNotes => Act.Can(Permission.ReadFacilitatorNotes);

    public bool HasNotes => Body.Parts.OfType<FacilitatorPart>().Any();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await documents.FindAsync(ContentTypes.TeachingMaterial, Slug, cancellationToken) is not { } material
            || await bodies.FindLessonAsync(material.VersionId, cancellationToken) is not { } body)
        {
            return NotFound();
        }

        Material = material;
        Body = body;
        Files = await medias.FilesOfAsync(material.VersionId, cancellationToken);
        return Page();
    }
}
