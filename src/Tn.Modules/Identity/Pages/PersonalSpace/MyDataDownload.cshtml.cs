using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tn.Identity.PersonalSpace;
using Tn.Platform.Data;
using Tn.Platform.Web;

namespace Tn.Identity.Pages.PersonalSpace;

/// <summary>The same data as a file.</summary>
[Authorize]
internal sealed class MyDataDownloadModel(PersonalDataFile file) : TnPageModel
{
    private static readonly JsonSerializerOptions Indented = new(TnJson.Options) { WriteIndented = true };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var parts = await file.ReadAsync(Act.Person, cancellationToken);
        Response.Headers.CacheControl = "no-store";
        return File(JsonSerializer.SerializeToUtf8Bytes(parts, Indented), "application/json; charset=utf-8", $"mes-donnees-{French.Day(Act.At):yyyy-MM-dd}.json");
    }
}
