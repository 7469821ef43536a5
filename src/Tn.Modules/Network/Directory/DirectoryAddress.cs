using Microsoft.AspNetCore.Http.Extensions;

namespace Tn.Network.Directory;

/// <summary>A choice beside a list: following it adds or removes it.</summary>
internal sealed record FacetLink(string Label, int Count, string Url, bool IsChosen);

/// <summary>One group of choices.</summary>
internal sealed record FacetGroup(string Title, IReadOnlyList<FacetLink> Links);

/// <summary>Writes the directory's addresses; a new choice goes back to the first page.</summary>
internal sealed record DirectoryAddress(string? Text, IReadOnlyList<string> Axes, string? Department, string? Type)
{
    public string ToggleAxis(string axis) => (this with { Axes = Axes.Contains(axis) ? [.. Axes.Except([axis])] : [.. Axes, axis] }).ToString();

    public string ToggleType(string type) => (this with { Type = Type == type ? null : type }).ToString();

    public string ToggleDepartment(string code) => (this with { Department = Department == code ? null : code }).ToString();

    public override string ToString()
    {
        var query = new QueryBuilder();
        Add(query, "q", Text);
        foreach (var axis in Axes)
        {
            query.Add("axe", axis);
        }

        Add(query, "departement", Department);
        Add(query, "type", Type);
        return "/annuaire" + query.ToQueryString();
    }

    private static void Add(QueryBuilder query, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            query.Add(name, value);
        }
    }
}
