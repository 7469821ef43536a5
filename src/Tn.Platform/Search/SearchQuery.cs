using Microsoft.AspNetCore.Html;

namespace Tn.Platform.Search;

/// <summary>What someone looks for. Anything may be typed: the text is read as words, never as a query language.</summary>
/// <param name="Text">Read up to 200 characters and 20 words; empty lists everything by title.</param>
public sealed record SearchQuery(string Text)
{
    /// <summary>What was typed, as far as it will be read.</summary>
    public static string Cut(string? text) => QuestionReader.Trim(text);

    /// <summary>Any of these kinds; all when empty.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Any of these axis keys; all when empty.</summary>
    public IReadOnlyList<string> Axes { get; init; } = [];

    /// <summary>Any of these département codes; all when empty.</summary>
    public IReadOnlyList<string> Departments { get; init; } = [];

    /// <summary>Any of these categories; all when empty.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Only documents of these ids, for what the index must not decide by itself (who is certified today); null for no limit.</summary>
    public IReadOnlyCollection<string>? OnlyIds { get; init; }

    /// <summary>Ids to be counted among what is found, whatever its category; null for none.</summary>
    public IReadOnlyCollection<string>? CountedIds { get; init; }

    /// <summary>From 1; pages beyond the ten thousandth result are empty.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Results a page, 0 (counts only) to 100.</summary>
    public int Size { get; init; } = 20;
}

/// <summary>What was found.</summary>
/// <param name="Total">How many in all, with every filter.</param>
/// <param name="Suggestion">The question with its unknown words replaced by likely ones, or null.</param>
/// <param name="IsLoosened">Nothing held all the words: these hold most of them.</param>
/// <param name="IsReady">False while the index is being rebuilt and there is no older one to answer.</param>
public sealed record SearchResults(
    int Total,
    IReadOnlyList<SearchHit> Hits,
    SearchFacets Facets,
    string? Suggestion,
    bool IsLoosened = false,
    bool IsReady = true)
{
    /// <summary>How many of <see cref="SearchQuery.CountedIds"/> meet every filter but the category.</summary>
    public int Counted { get; init; }

    /// <summary>The answer while there is no index.</summary>
    public static readonly SearchResults NotReady = new(0, [], new SearchFacets([], [], [], []), null, IsReady: false);
}

/// <summary>One result.</summary>
/// <param name="Excerpt">The telling part of the text, encoded, found words in <c>mark</c>.</param>
/// <param name="Why">Which words of the question it answers, and where; empty when nothing was asked.</param>
public sealed record SearchHit(
    string Kind,
    string Id,
    string Title,
    string Url,
    string? Category,
    string? Subtitle,
    IHtmlContent Excerpt,
    IReadOnlyList<SearchMatch> Why);

/// <summary>A word of the question found in a document.</summary>
/// <param name="Asked">As typed.</param>
/// <param name="Found">As written in the document.</param>
public sealed record SearchMatch(string Asked, string Found, SearchPlace In);

/// <summary>Where a word was found, the most telling first.</summary>
public enum SearchPlace
{
    Title,
    Keywords,
    Body,
}

/// <summary>
/// Counts by value, most frequent first. Each facet is counted with all filters but its own,
/// so that it says what another choice would bring.
/// </summary>
public sealed record SearchFacets(
    IReadOnlyList<FacetCount> Kinds,
    IReadOnlyList<FacetCount> Axes,
    IReadOnlyList<FacetCount> Departments,
    IReadOnlyList<FacetCount> Categories);

/// <summary>How many documents have a value.</summary>
public sealed record FacetCount(string Value, int Count);
