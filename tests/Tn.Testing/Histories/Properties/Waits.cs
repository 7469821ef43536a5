using Tn.Contracts;
using Tn.Kernel;

namespace Tn.Testing.Histories.Properties;

/// <summary>States that others must end: the jury sits every other week, works run nearly every evening.</summary>
internal static class Waits
{
    // A jury puts off one file in twenty, lacks its quorum for one in twenty, and may lack a college for a fortnight.
    private const int ForTheJury = 120;
    // The longest, with a short one at its end.
    private const int LongestOutage = Calendar.LongestOutage + 6;

    private static readonly Dictionary<PathState, int> Longest = new()
    {
        [PathState.AwaitingJury] = ForTheJury,
        [PathState.RenewalAwaitingJury] = ForTheJury,
        [PathState.PiecesRequested] = 60 + LongestOutage,
        [PathState.ExamRetake] = 15 + LongestOutage,
        [PathState.ResignatureDue] = 60 + LongestOutage,
        [PathState.RenewalOpen] = 150 + LongestOutage,
        [PathState.Deferred] = 90 + LongestOutage,
    };

    public static IEnumerable<string> TooLong(Ledger ledger) =>
        from life in ledger.Lives
        from stay in life.Stays
        where Longest.ContainsKey(stay.State)
        let days = (stay.Left is { } left ? French.Day(left) : Calendar.End).DayNumber - French.Day(stay.Entered).DayNumber
        where days > Longest[stay.State]
        select $"{life.Dossier.Number} stays in {stay.State} for {days} days from {French.Day(stay.Entered):yyyy-MM-dd}: {life.Told(stay.Entered)}";
}
