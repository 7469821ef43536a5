using Tn.Content.Review;
using Tn.Content.Review.Threads;

namespace Tn.Content.Pages.Committee;

/// <summary>A passage as the desk shows it, with its threads and the form that opens one.</summary>
internal sealed record PassageView(SubmissionId Submission, string VersionId, DiscussedPassage Discussed, bool MaySpeak)
{
    /// <summary>The form's empty field.</summary>
    public string? Text => null;
}

/// <summary>A thread as the desk shows it.</summary>
/// <param name="Quoted">With the words it was opened on: they are no longer beside it.</param>
internal sealed record ThreadView(SubmissionId Submission, string VersionId, ReviewThread Thread, bool Quoted, bool MaySpeak)
{
    /// <summary>The form's empty field.</summary>
    public string? Text => null;

    /// <summary>Where its forms are sent.</summary>
    public string Address => $"/comites/pedagogique/{Submission}/discussion?doc={VersionId}&fil={Thread.Id}";
}
