using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tn.Network.Profiles;
using Tn.Platform.Data;
using Tn.Platform.Web;

namespace Tn.Network.Pages.Network;

/// <summary>A person's portrait, while she lets it be shown.</summary>
[ResponseCache(NoStore = true)]
internal sealed class PhotoModel(TnDbContext db, IPortraits portraits) : TnPageModel
{
    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        var profile = await db.Set<NetworkProfile>().AsNoTracking().SingleOrDefaultAsync(one => one.Slug == slug, cancellationToken);
        return profile?.AsPublic() is { ShowsPhoto: true } shown && await portraits.OpenAsync(shown.Person, cancellationToken) is { } photo
            ? File(photo, photo.ReadByte() == 0xFF && photo.Seek(0, SeekOrigin.Begin) == 0 ? "image/jpeg" : "image/png")
            : NotFound();
    }
}
