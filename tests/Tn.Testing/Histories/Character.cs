namespace Tn.Testing.Histories;

/// <summary>How somebody goes about things.</summary>
/// <param name="Pause">Fewest and most days between two looks at her file.</param>
/// <param name="Knowledge">Right answers of forty that she gives on average.</param>
/// <param name="Answers">Percent of looks at which she does what is asked of her.</param>
/// <param name="Renews">Percent of looks at which she asks for a renewal while its window is open.</param>
/// <param name="RenewsLate">Percent of looks at which she asks for it once her term is over.</param>
/// <param name="Faults">Per thousand of looks at which the committee has to sanction her.</param>
/// <param name="Contests">Percent of refusals and sanctions she appeals against.</param>
/// <param name="Tries">Percent of looks at which she tries what her file does not allow.</param>
internal sealed record Character(string Name, int Share, (int Least, int Most) Pause, int Knowledge, int Answers, int Renews, int RenewsLate, int Faults, int Contests, int Tries)
{
    public static readonly IReadOnlyList<Character> All =
    [
        new("diligent", 34, (2, 14), 35, 95, 70, 60, 3, 50, 2),
        new("slow", 28, (10, 45), 32, 75, 25, 40, 6, 35, 2),
        new("silent", 14, (20, 70), 31, 35, 12, 15, 8, 10, 1),
        new("fraudulent", 10, (4, 20), 34, 85, 60, 40, 60, 70, 10),
        new("impatient", 14, (1, 10), 30, 98, 80, 60, 8, 80, 25),
    ];

    public static Character Draw(Random random)
    {
        var at = random.Next(All.Sum(one => one.Share));
        return All.First(one => (at -= one.Share) < 0);
    }
}
