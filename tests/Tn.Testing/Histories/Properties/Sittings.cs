using Tn.Certification.Exam;
using Tn.Kernel;

namespace Tn.Testing.Histories.Properties;

/// <summary>The exam's rules over all sittings of a candidate.</summary>
internal static class Sittings
{
    private const int AttemptsAYear = 3;
    private const int DaysBeforeARetake = 15;

    public static IEnumerable<string> OutOfRule(Ledger ledger) => ledger.Lives.SelectMany(life => life.Sittings.SelectMany((sat, at) => Judge(life, sat, [.. life.Sittings.Take(at)])));

    private static IEnumerable<string> Judge(Life life, Sat sat, IReadOnlyList<Sat> earlier)
    {
        var start = sat.Sitting.StartedAt;
        var what = $"{life.Dossier.Number}, sitting of {French.Day(start):yyyy-MM-dd}";
        if (earlier.Any(one => one.At(start) is SittingStatus.Open or SittingStatus.Paused or SittingStatus.Closed or SittingStatus.Graded))
        {
            yield return $"{what}: another was under way, or waited for its result";
        }

        var counted = earlier.Where(one => one.At(start) != SittingStatus.Cancelled).ToList();
        if (counted.Count(one => one.Sitting.StartedAt > start.AddYears(-1)) >= AttemptsAYear)
        {
            yield return $"{what}: a fourth within a year";
        }

        if (counted.LastOrDefault() is { } last && IsFailed(last, start) && French.Day(start) < French.Day(last.Sitting.ClosedAt!.Value).AddDays(DaysBeforeARetake))
        {
            yield return $"{what}: less than fifteen days after a failure";
        }

        if (sat.Sitting.Passed is { } passed && passed != sat.IsPassing)
        {
            yield return $"{what}: judged {passed}, with {sat.RightAxes.Count} right answers";
        }
    }

    private static bool IsFailed(Sat sat, DateTimeOffset at) => sat.At(at) == SittingStatus.Rejected || (sat.At(at) == SittingStatus.Published && !sat.IsPassing);
}
