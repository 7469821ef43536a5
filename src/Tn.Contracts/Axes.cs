namespace Tn.Contracts;

/// <summary>A thematic axis, as defined by the pedagogical committee.</summary>
/// <param name="Key">As written in packages and addresses.</param>
/// <param name="Name">As shown.</param>
/// <param name="IsExamined">True when the certification exam asks about it: its bank must then be able to.</param>
public sealed record Axis(string Key, string Name, bool IsExamined = true);

/// <summary>
/// The axes in force: documents that the committee publishes, kept here for the whole process because every rule that
/// names one would otherwise have to be given them. Content renews them; nobody else writes (decision 0012).
/// </summary>
public static class Axes
{
    /// <summary>Those of the founding decision: in force until the committee publishes its own.</summary>
    public static readonly IReadOnlyList<Axis> Founding =
    [
        new("presence-en-ligne", "Présence en ligne"),
        new("cybersecurite", "Cybersécurité au quotidien"),
        new("gestion", "Gestion et facturation électronique"),
        new("donnees", "Données et RGPD"),
    ];

    private static volatile Register current = new(Founding, Founding);

    /// <summary>The axes in force, in the committee's order.</summary>
    public static IReadOnlyList<Axis> All => current.InForce;

    /// <summary>The axes the exam asks about.</summary>
    public static IReadOnlyList<Axis> Examined => current.Examined;

    /// <summary>The axis in force of a key, or null when there is none.</summary>
    public static Axis? Find(string? key) => All.FirstOrDefault(axis => axis.Key == key);

    /// <summary>The name of an axis, one that is in force no more included; the key itself when nobody ever published it.</summary>
    public static string NameOf(string key) => current.Known.FirstOrDefault(axis => axis.Key == key)?.Name ?? key;

    /// <summary>Called by Content at start and when the committee published or archived an axis.</summary>
    /// <param name="inForce">At least one.</param>
    /// <param name="known">Every axis that was ever published, those in force included.</param>
    public static void Publish(IReadOnlyList<Axis> inForce, IReadOnlyList<Axis> known) => current = new Register(inForce, known);

    private sealed record Register(IReadOnlyList<Axis> InForce, IReadOnlyList<Axis> Known)
    {
        public IReadOnlyList<Axis> Examined { get; } = [.. InForce.Where(axis => axis.IsExamined)];
    }
}
