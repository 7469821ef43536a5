namespace Tn.Journey.Census.Codes;

/// <summary>A region, with the départements it is made of.</summary>
internal sealed record Region(string Code, string Name, IReadOnlyList<string> Departments);

/// <summary>The official lists the census is checked against, each with its vintage. Read when first asked for.</summary>
internal static class OfficialCodes
{
    /// <summary>Of communes, départements and regions: @etalab/decoupage-administratif 6.0.0 carries the list of 2026.</summary>
    public const string GeographyVintage = "code officiel géographique 2026";

    /// <summary>Of activities: the list in force since 2008, 732 sub-classes.</summary>
    public const string ActivityVintage = "NAF rév. 2, 2008";

    // The register of enterprises takes up the NAF of 2025 on that day; no package carries its sub-classes yet.
    private static readonly DateOnly NextActivities = new(2027, 1, 1);

    private static readonly Lazy<CodeList> CommuneList = new(() => CodeList.Load("communes"));
    private static readonly Lazy<CodeList> ActivityList = new(() => CodeList.Load("naf"));
    private static readonly Lazy<IReadOnlyList<Region>> RegionList = new(ReadRegions);

    /// <summary>Communes of today and municipal arrondissements of Paris, Lyon and Marseille.</summary>
    public static CodeList Communes => CommuneList.Value;

    /// <summary>Sub-classes of the NAF.</summary>
    public static CodeList Activities => ActivityList.Value;

    /// <summary>The eighteen regions, by name.</summary>
    public static IReadOnlyList<Region> Regions => RegionList.Value;

    /// <summary>The commune of a code typed by a person, or null.</summary>
    public static OfficialCode? Commune(string? typed) => Text.Missing(typed) ? null : Communes.Find(typed!.Trim().ToUpperInvariant());

    /// <summary>The activity of a code typed with or without its dot, or null.</summary>
    public static OfficialCode? Activity(string? typed) => Text.Missing(typed) ? null : Activities.Find(Dotted(typed!));

    /// <summary>True when the code may be that of an enterprise on this day; from 2027 any well-formed code of a known form is taken.</summary>
    public static bool IsActivity(string typed, DateOnly today) => today >= NextActivities || Activity(typed) is not null;

    /// <summary>The region of a code, or null.</summary>
    public static Region? RegionOf(string? code) => Regions.FirstOrDefault(one => one.Code == code);

    private static string Dotted(string typed)
    {
        var code = typed.Trim().ToUpperInvariant();
        return code.Length == 5 ? $"{code[..2]}.{code[2..]}" : code;
    }

    private static IReadOnlyList<Region> ReadRegions()
    {
        var departments = CodeList.Load("departments").Rows.ToLookup(row => row[2], row => row[0]);
        return [.. CodeList.Load("regions").Rows
            .Select(row => new Region(row[0], row[1].Replace('\'', '’'), [.. departments[row[0]]]))
            .OrderBy(region => Words.Fold(region.Name), StringComparer.Ordinal)];
    }
}
