namespace Tn.Platform.Web;

/// <summary>A step on the thread: a path, a course's progress, a review.</summary>
/// <param name="Title">What the step is.</param>
/// <param name="Knot">Where one stands with it.</param>
/// <param name="Sentence">What blocks, who must act, by when; shown beside the knot.</param>
/// <param name="Url">Where the step is done or read, or null.</param>
/// <param name="Date">An already readable date, for example "14 janvier 2027".</param>
/// <param name="Language">The title's, where it is a content in another language than the page.</param>
public sealed record ThreadStep(string Title, ThreadKnot Knot, string? Sentence = null, string? Url = null, string? Date = null, string? Language = null);

/// <summary>How a step of the thread is drawn, always with its word.</summary>
public enum ThreadKnot
{
    Done,

    /// <summary>Where one stands.</summary>
    Here,

    Next,

    /// <summary>Cannot be done before something else happens.</summary>
    Blocked,
}
