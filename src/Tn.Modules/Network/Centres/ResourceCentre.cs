using Tn.Platform.Data;

namespace Tn.Network.Centres;

/// <summary>What kind of structure a resource centre is. Names are kept in the database: never rename one.</summary>
internal enum CentreKind
{
    /// <summary>Chambre de commerce et d’industrie.</summary>
    CommerceChamber,

    /// <summary>Chambre de métiers et de l’artisanat.</summary>
    TradesChamber,

    /// <summary>Agence de développement.</summary>
    Agency,

    /// <summary>Collectivité.</summary>
    LocalAuthority,

    /// <summary>Association.</summary>
    Association,
}

internal readonly record struct CentreId(Guid Value) : IGuidId<CentreId>
{
    public static CentreId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}

/// <summary>What a centre says of itself; all of it is public.</summary>
internal sealed record CentreDetails(
    string Name,
    CentreKind Kind,
    string Address,
    string PostalCode,
    string Commune,
    IReadOnlyList<string> Departments,
    string Phone,
    string Site,
    string Services);

/// <summary>A place where advisors are grouped, and where a business owner can knock.</summary>
internal sealed class ResourceCentre : IRevisioned
{
    private ResourceCentre()
    {
    }

    public ResourceCentre(CentreId id, string slug, CentreDetails details)
    {
        Id = id;
        Slug = slug;
        Details = details;
        Name = details.Name;
    }

    public CentreId Id { get; private set; }

    public string Slug { get; private set; } = string.Empty;

    /// <summary>Kept beside the details so that lists can be ordered.</summary>
    public string Name { get; private set; } = string.Empty;

    public CentreDetails Details { get; private set; } = null!;

    public int Revision { get; set; }

    public string Url => $"/centres/{Slug}";
}
