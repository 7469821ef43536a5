namespace Tn.Platform.Demonstration;

/// <summary>A module's part of the demonstration that fills a new site in Development, through its own acts. Deterministic.</summary>
public interface IDemonstration
{
    /// <summary>Parts run in this order: 10 accounts, 15 committees, 20 content, 30 network, 40 learning, 50 path, 60 certification, 70 webinars.</summary>
    int Order { get; }

    /// <summary>Plays the part once, on a fresh site.</summary>
    Task PlayAsync(CancellationToken cancellationToken);
}
