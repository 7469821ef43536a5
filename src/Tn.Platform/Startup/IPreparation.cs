namespace Tn.Platform.Startup;

/// <summary>
/// What must stand in the database before the first request, in every environment: the founding rules, the way in for a first administrator.
/// Runs at each start, in a scope of its own, and adds only what is missing.
/// </summary>
public interface IPreparation
{
    /// <summary>Lower first; the demonstration comes after all of them.</summary>
    int Order { get; }

    /// <summary>Adds what is missing.</summary>
    Task PrepareAsync(CancellationToken cancellationToken);
}
