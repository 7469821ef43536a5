namespace Tn.Content.Review.Threads;

/// <summary>Tells those concerned that something was said: who wrote or submitted the document, and who spoke in the thread.</summary>
internal sealed class ThreadLetters(INotifier notifier)
{
    /// <summary>In the caller's unit of work; does not save. Nobody is told of their own words.</summary>
    public async Task TellAsync(ReviewThread thread, ReviewSubmission submission, ActContext act, CancellationToken cancellationToken)
    {
        var document = submission.Documents.First(one => one.ItemId == thread.ItemId);
        var remark = thread.Remarks[^1];
        var letter = new Letter(
            $"{act.ActorName} commente « {document.Title} »",
            [$"Passage : « {Shorten(thread.Quote)} »", remark.Text],
            "Lire et répondre",
            $"/comites/pedagogique/{submission.Id}?doc={document.VersionId}#fil-{thread.Id}");
        var concerned = thread.Voices.Append(thread.OpenedBy).Concat(new[] { submission.Submitter, document.Author }.OfType<PersonId>());
        foreach (var person in concerned.Distinct().Where(person => person != act.Actor))
        {
            await notifier.TellAsync(person, $"review-remark:{thread.Id}:{remark.Number}", letter, act, cancellationToken);
        }
    }

    private static string Shorten(string words) => words.Length <= 160 ? words : $"{words[..160].TrimEnd()}…";
}
