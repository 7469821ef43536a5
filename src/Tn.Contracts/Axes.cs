namespace Tn.Contracts;

/// <summary>A thematic axis, as defined by the pedagogical committee.</summary>
/// <param name="Key">As written in packages and addresses.</param>
/// <param name="Name">As shown.</param>
public sealed record Axis(string Key, string Name);

/// <summary>The axes in force.</summary>
public static class Axes
{
    public static readonly IReadOnlyList<Axis> All =
    [
        new("presence-en-ligne", "Présence en ligne"),
        new("cybersecurite", "Cybersécurité au quotidien"),
        new("gestion", "Gestion et facturation électronique"),
        new("donnees", "Données et RGPD"),
    ];

    /// <summary>The axis of a key, or null when no such axis exists.</summary>
    public static Axis? Find(string? key) => All.FirstOrDefault(axis => axis.Key == key);

    /// <summary>The name of an axis, or the key itself when unknown.</summary>
    public static string NameOf(string key) => Find(key)?.Name ?? key;
}
