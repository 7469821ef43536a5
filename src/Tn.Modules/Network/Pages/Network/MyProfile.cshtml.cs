using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Tn.Network.Profiles;
using Tn.Platform.Data;
using Tn.Platform.Web;

namespace Tn.Network.Pages.Network;

/// <summary>One's own profile, and what of it may be read.</summary>
[Authorize]
internal sealed class MyProfileModel(TnDbContext db, SaveMyProfile save, IPeople people, Sentences sentences) : TnPageModel
{
    [BindProperty]
    public ProfileForm Input { get; set; } = new();

    public string DisplayName { get; private set; } = string.Empty;

    /// <summary>True when the census says the enterprise, themes and places.</summary>
    public bool FollowsCensus { get; private set; }

    /// <summary>What the public reads, or would read; null when nothing appears.</summary>
    public PublicProfile? Public { get; private set; }

    /// <summary>True when the preview shows what is typed and not yet saved.</summary>
    public bool IsPreview { get; private set; }

    public IEnumerable<SelectListItem> AxisChoices => Axes.All.Select(axis => new SelectListItem(axis.Name, axis.Key));

    public IEnumerable<SelectListItem> DepartmentChoices => Departments.All.Select(one => new SelectListItem(one.Label, one.Code));

    public IEnumerable<SelectListItem> ConsentChoices =>
        Enum.GetValues<ProfileField>().Select(one => new SelectListItem(sentences.Of($"network.field.{one.ToString().ToLowerInvariant()}"), one.ToString()));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var profile = await LoadAsync(cancellationToken);
        if (profile is null)
        {
            return Challenge();
        }

        Input = ProfileForm.Of(profile);
        Public = profile.AsPublic();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if ((await save.SaveAsync(Input.ToDetails(), Input.Consents, Act, cancellationToken)).IsRefused(out var refusal))
        {
            Explain(refusal);
            Public = (await LoadAsync(cancellationToken))?.AsPublic();
            return Page();
        }

        Confirm("Votre fiche est enregistrée. L’annuaire montre ce que vous avez accepté, et rien d’autre.");
        return Redirect("/mon-profil");
    }

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellationToken)
    {
        var profile = await LoadAsync(cancellationToken);
        if (profile is null)
        {
            return Challenge();
        }

        // Shown, never saved: the profile read here is not tracked.
        if (profile.Describe(SaveMyProfile.Kept(profile, Input.ToDetails()), Act.At).IsRefused(out var refusal))
        {
            Explain(refusal);
        }

        profile.ShowOnly(Input.Consents, Act.At);
        Public = profile.AsPublic();
        IsPreview = true;
        return Page();
    }

    private async Task<NetworkProfile?> LoadAsync(CancellationToken cancellationToken)
    {
        var act = Act;
        if (act.Actor is not { } person || await people.FindAsync(person, cancellationToken) is not { } account)
        {
            return null;
        }

        DisplayName = account.DisplayName;
        var kind = SaveMyProfile.KindOf(account.Roles);
        FollowsCensus = kind == NetworkKind.Consultant;
        return await db.Set<NetworkProfile>().AsNoTracking().SingleOrDefaultAsync(profile => profile.Person == person, cancellationToken)
            ?? NetworkProfile.Begin(person, kind, account.DisplayName, Slug.Of(account.DisplayName), act.At);
    }
}

/// <summary>The profile as typed.</summary>
internal sealed class ProfileForm
{
    public string? Structure { get; set; }

    public string? RoleTitle { get; set; }

    public string? Presentation { get; set; }

    public List<string> Axes { get; set; } = [];

    public List<string> Departments { get; set; } = [];

    public string? Commune { get; set; }

    public string? Languages { get; set; }

    public List<ProfileField> Consents { get; set; } = [];

    public static ProfileForm Of(NetworkProfile profile) => new()
    {
        Structure = profile.Details.Structure,
        RoleTitle = profile.Details.RoleTitle,
        Presentation = profile.Details.Presentation,
        Axes = [.. profile.Details.Axes],
        Departments = [.. profile.Details.Departments],
        Commune = profile.Details.Commune,
        Languages = string.Join(", ", profile.Details.Languages),
        Consents = [.. profile.Consents],
    };

    public ProfileDetails ToDetails() => new(
        Line(Structure),
        Line(RoleTitle),
        (Presentation ?? string.Empty).ReplaceLineEndings("\n").Trim(),
        [.. Axes.Distinct()],
        [.. Departments.Distinct()],
        Line(Commune),
        [.. Line(Languages).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()]);

    private static string Line(string? text) => (text ?? string.Empty).ReplaceLineEndings(" ").Trim();
}
