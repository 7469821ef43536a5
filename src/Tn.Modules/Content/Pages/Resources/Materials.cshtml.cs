using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tn.Platform.Web;

namespace Tn.Content.Pages.Resources;

/// <summary>Teaching materials, all or of one axis.</summary>
internal sealed class MaterialsModel(IPublishedDocuments documents) : TnPageModel
{
    [FromQuery(Name = "axe")]
    public string? Axis { get; set; }

    public IReadOnlyList<PublishedDocument> Materials { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Axis = Axes.Find(Axis)?.Key;
        var all = await documents.ListAsync(ContentTypes.TeachingMaterial, cancellationToken);
        Materials = [.. all.Where(material => Axis is null || material.Axis == Axis)];
    }

    /// <summary>" · 45 min", or nothing.</summary>
    public static string Minutes(PublishedDocument material, Platform.Web.Texts texts) =>
        int.TryParse(material.Fields.GetValueOrDefault("minutes"), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? $" · {texts.Minutes(minutes)}" : string.Empty;
}
