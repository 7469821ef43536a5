using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Tn.Identity.PersonalSpace;
using Tn.Platform.Web;

namespace Tn.Identity.Pages.PersonalSpace;

/// <summary>A person's own data, as every module gives it back.</summary>
[Authorize]
internal sealed class MyDataModel(PersonalDataFile file) : TnPageModel
{
    public JsonElement Parts { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Parts = await file.ReadAsync(Act.Person, cancellationToken);
}
