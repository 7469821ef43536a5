using Tn.Kernel;

namespace Tn.Platform.Search;

/// <summary>What the index knows of a thing that can be found. Only what the public may read goes in.</summary>
/// <param name="Kind"><c>person</c>, <c>lesson</c>, <c>course</c>, <c>material</c>, <c>webinar</c>, <c>centre</c>, <c>page</c>.</param>
/// <param name="Id">Unique within its kind.</param>
/// <param name="Title">The most telling words; weighs most.</param>
/// <param name="Body">Plain text; excerpts come from it.</param>
/// <param name="Url">Site-relative address.</param>
public sealed record SearchDocument(string Kind, string Id, string Title, string Body, string Url)
{
    /// <summary>Axis keys; a facet.</summary>
    public IReadOnlyList<string> Axes { get; init; } = [];

    /// <summary>Département codes; a facet.</summary>
    public IReadOnlyList<string> Departments { get; init; } = [];

    /// <summary>Sub-kind, for example <c>advisor</c> or <c>consultant</c> for a person; a facet.</summary>
    public string? Category { get; init; }

    /// <summary>Other words by which it should be found (place names, synonyms); weighs between title and body.</summary>
    public string Keywords { get; init; } = string.Empty;

    /// <summary>Short lines shown with the result, as they are.</summary>
    public string? Subtitle { get; init; }
}

/// <summary>Feeds the index with a module's documents. Implemented by each module, registered as <see cref="ISearchSource"/>.</summary>
public interface ISearchSource
{
    /// <summary>The kinds it feeds.</summary>
    IReadOnlyList<string> Kinds { get; }

    /// <summary>Everything of all its kinds; used to rebuild. Streams, so that memory stays flat.</summary>
    IAsyncEnumerable<SearchDocument> AllAsync(CancellationToken cancellationToken);

    /// <summary>The document as of now, or null when it should not be found (any more).</summary>
    Task<SearchDocument?> FindAsync(string kind, string id, CancellationToken cancellationToken);
}

/// <summary>Something that can be found changed: record it with the change, in the same transaction.</summary>
[EventName("search.changed")]
public sealed record SearchableChanged(string Kind, string Id) : IEvent;
