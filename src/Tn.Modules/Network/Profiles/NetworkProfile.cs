using Tn.Platform.Data;

namespace Tn.Network.Profiles;

/// <summary>What someone is in the network. Names are kept in the database: never rename one.</summary>
internal enum NetworkKind
{
    /// <summary>Conseiller au numérique.</summary>
    Advisor,

    /// <summary>Consultant privé.</summary>
    Consultant,

    /// <summary>Expert.</summary>
    Expert,
}

/// <summary>What a person can show or keep. Names are kept in the database: never rename one.</summary>
internal enum ProfileField
{
    /// <summary>Without it, nothing of the person appears anywhere.</summary>
    Name,
    Structure,
    Role,
    Presentation,
    Axes,
    Departments,
    Commune,
    Languages,

    /// <summary>Being written to through the site's form; the address itself is never shown.</summary>
    Contact,

    /// <summary>The portrait that an instructor accepted, if there is one.</summary>
    Photo,
}

/// <summary>What a person says of herself.</summary>
/// <param name="Departments">Codes.</param>
/// <param name="Languages">As written: « français », « langue des signes ».</param>
internal sealed record ProfileDetails(
    string Structure,
    string RoleTitle,
    string Presentation,
    IReadOnlyList<string> Axes,
    IReadOnlyList<string> Departments,
    string Commune,
    IReadOnlyList<string> Languages)
{
    public const int LongestLine = 120;
    public const int LongestPresentation = 2_000;
    public const int MostDepartments = 20;

    public static readonly ProfileDetails Empty = new(string.Empty, string.Empty, string.Empty, [], [], string.Empty, []);
}

/// <summary>
/// A person of the network. What is written here is hers; what others may read of it is what she consented to,
/// field by field (<see cref="AsPublic"/>: the one way out).
/// </summary>
internal sealed class NetworkProfile : IRevisioned
{
    private NetworkProfile()
    {
    }

    public PersonId Person { get; private set; }

    public NetworkKind Kind { get; private set; }

    public string Slug { get; private set; } = string.Empty;

    public string DisplayName { get; private set; } = string.Empty;

    public ProfileDetails Details { get; private set; } = ProfileDetails.Empty;

    public IReadOnlyList<ProfileField> Consents { get; private set; } = [];

    /// <summary>Kept beside the consents so that lists can be read by it.</summary>
    public bool IsPublic { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public int Revision { get; set; }

    /// <summary>A profile that shows nothing yet.</summary>
    public static NetworkProfile Begin(PersonId person, NetworkKind kind, string displayName, string slug, DateTimeOffset at) => new()
    {
        Person = person,
        Kind = kind,
        DisplayName = displayName,
        Slug = slug,
        UpdatedAt = at,
    };

    /// <summary>Replaces what the person says of herself.</summary>
    public Outcome Describe(ProfileDetails details, DateTimeOffset at)
    {
        if (details.Structure.Length > ProfileDetails.LongestLine
            || details.RoleTitle.Length > ProfileDetails.LongestLine
            || details.Commune.Length > ProfileDetails.LongestLine
            || details.Presentation.Length > ProfileDetails.LongestPresentation
            || details.Languages.Sum(language => language.Length) > ProfileDetails.LongestLine)
        {
            return new Refusal("network.text-too-long");
        }

        if (details.Departments.Count > ProfileDetails.MostDepartments)
        {
            return new Refusal("network.too-many-departments").With("maximum", ProfileDetails.MostDepartments.ToString(French.Culture));
        }

        if (details.Axes.Any(axis => Contracts.Axes.Find(axis) is null) || details.Departments.Any(code => Contracts.Departments.Find(code) is null))
        {
            return new Refusal("network.unknown-choice");
        }

        Details = details;
        UpdatedAt = at;
        return Outcome.Done;
    }

    /// <summary>Replaces what may be shown; taking a consent back works at once.</summary>
    public void ShowOnly(IEnumerable<ProfileField> fields, DateTimeOffset at)
    {
        Consents = [.. fields.Distinct().Order()];
        IsPublic = Consents.Contains(ProfileField.Name);
        UpdatedAt = at;
    }

    /// <summary>Takes up what the account says.</summary>
    public void Rename(string displayName, NetworkKind kind) => (DisplayName, Kind) = (displayName, kind);

    /// <summary>Takes up what the consultant's census says: it is checked there, so it is not edited here.</summary>
    public void FollowCensus(ConsultantFile file, DateTimeOffset at)
    {
        Kind = NetworkKind.Consultant;
        DisplayName = file.DisplayName;
        Details = Details with
        {
            Structure = file.EnterpriseName,
            Axes = file.Axes,
            Departments = file.Departments,
            Commune = file.Commune ?? string.Empty,
        };
        UpdatedAt = at;
    }

    /// <summary>What everyone may read, or null when the person does not wish to appear.</summary>
    public PublicProfile? AsPublic() => IsPublic
        ? new PublicProfile(
            Person,
            Slug,
            Kind,
            DisplayName,
            Shown(ProfileField.Structure, Details.Structure),
            Shown(ProfileField.Role, Details.RoleTitle),
            Shown(ProfileField.Presentation, Details.Presentation),
            Shown(ProfileField.Axes, Details.Axes),
            Shown(ProfileField.Departments, Details.Departments),
            Shown(ProfileField.Commune, Details.Commune),
            Shown(ProfileField.Languages, Details.Languages),
            Consents.Contains(ProfileField.Contact),
            Consents.Contains(ProfileField.Photo))
        : null;

    private string? Shown(ProfileField field, string value) => Consents.Contains(field) && value.Length > 0 ? value : null;

    private IReadOnlyList<string> Shown(ProfileField field, IReadOnlyList<string> values) => Consents.Contains(field) ? values : [];
}

/// <summary>What everyone may read of a person: nothing that she did not consent to is in it.</summary>
internal sealed record PublicProfile(
    PersonId Person,
    string Slug,
    NetworkKind Kind,
    string DisplayName,
    string? Structure,
    string? Role,
    string? Presentation,
    IReadOnlyList<string> Axes,
    IReadOnlyList<string> Departments,
    string? Commune,
    IReadOnlyList<string> Languages,
    bool CanBeContacted,
    bool ShowsPhoto)
{
    public string Url => $"/annuaire/{Slug}";

    /// <summary>« Conseillère · CCI du Loiret · Orléans », or null when nothing of it is shown.</summary>
    public string? Line => string.Join(" · ", new[] { Role, Structure, Commune }.OfType<string>()) is { Length: > 0 } line ? line : null;
}

/// <summary>A profile was saved; the consents stand in the journal with their date.</summary>
[EventName("network.profile-saved")]
internal sealed record ProfileSaved(PersonId Person, IReadOnlyList<ProfileField> Consents) : IEvent;
