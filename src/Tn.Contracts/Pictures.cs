using Tn.Kernel;

namespace Tn.Contracts;

/// <summary>Draws images anew, so that nothing stays of what their files said: neither place nor camera. Implemented by Content.</summary>
public interface IPictures
{
    /// <summary>The image upright and small enough for a page, as JPEG or PNG; refused when it is broken or has too many pixels.</summary>
    /// <param name="width">Most pixels across.</param>
    Task<Outcome<byte[]>> RedrawAsync(byte[] image, int width, CancellationToken cancellationToken);
}

/// <summary>Portraits of consultants. Implemented by Journey.</summary>
public interface IPortraits
{
    /// <summary>When the person's portrait was accepted by an instructor; null without one. Says nothing of whether she lets it be shown.</summary>
    Task<DateTimeOffset?> AcceptedAtAsync(PersonId person, CancellationToken cancellationToken);

    /// <summary>That portrait's bytes, JPEG or PNG, or null.</summary>
    Task<Stream?> OpenAsync(PersonId person, CancellationToken cancellationToken);
}
