using Tn.Platform.Web;

namespace Tn.Journey.Path;

/// <summary>Draws a file's path as a thread of stages. Pure: from the file, its history and the sentence of where it stands.</summary>
internal static class PathThread
{
    private static readonly PathStage[] Stages =
    [
        PathStage.Census, PathStage.Admissibility, PathStage.Charter, PathStage.Training,
        PathStage.Exam, PathStage.CaseStudy, PathStage.Jury, PathStage.Certification, PathStage.Renewal,
    ];

    /// <param name="history">Newest first.</param>
    /// <param name="date">A day as the reader says it.</param>
    /// <param name="links">Where a stage is done or read.</param>
    public static IReadOnlyList<ThreadStep> Of(
        PathState? state,
        IReadOnlyList<PathHistoryRow> history,
        string sentence,
        Func<PathStage, string> name,
        Func<DateOnly, string> date,
        IReadOnlyDictionary<PathStage, string> links)
    {
        var here = state is { } known ? StageOf(known) : PathStage.Census;
        // What was walked before the census was reopened must be walked anew.
        var since = history.TakeWhile(row => row.Trigger != PathTrigger.ReopenCensus).ToList();
        return [.. Stages.Select(stage => Step(stage, here, state, since, sentence, name(stage), date, links.GetValueOrDefault(stage)))];
    }

    /// <summary>The stage shown as « here »: a charter to sign anew and a sanction meet someone who is certified.</summary>
    public static PathStage StageOf(PathState state) => state switch
    {
        PathState.ResignatureDue or PathState.ResignatureOverdue or PathState.Suspended or PathState.Withdrawn => PathStage.Certification,
        _ => PathMachine.Duties[state].Stage,
    };

    private static ThreadStep Step(
        PathStage stage, PathStage here, PathState? state, List<PathHistoryRow> since, string sentence, string name, Func<DateOnly, string> date, string? link)
    {
        if (stage == here)
        {
            var blocked = state is PathState.Suspended or PathState.Withdrawn or PathState.Rejected or PathState.NotAdmissible or PathState.Closed;
            return new ThreadStep(name, blocked ? ThreadKnot.Blocked : ThreadKnot.Here, sentence, link, since.Count > 0 ? date(Day(since[0])) : null);
        }

        if (stage > here)
        {
            return new ThreadStep(name, ThreadKnot.Next);
        }

        var left = since.FirstOrDefault(row => StageOf(row.From) == stage && StageOf(row.To) > stage);
        return new ThreadStep(name, ThreadKnot.Done, null, link, left is null ? null : date(Day(left)));
    }

    private static DateOnly Day(PathHistoryRow row) => French.Day(row.At);
}
