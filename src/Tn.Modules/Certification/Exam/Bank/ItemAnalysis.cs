namespace Tn.Certification.Exam.Bank;

/// <summary>Sums over the sittings that drew an item's version: x is what the item brought, y what the rest of the form brought.</summary>
internal sealed record ItemSums(int Sittings, int Unknown, double X, double Y, double Xx, double Yy, double Xy);

/// <summary>How often a choice was made.</summary>
/// <param name="Rate">From 0 to 1, of the sittings that drew the item.</param>
internal sealed record ChoiceRate(string ChoiceId, bool IsRight, double Rate);

/// <summary>What an item should be read again for.</summary>
internal enum ItemFlag
{
    /// <summary>Nothing can be said yet.</summary>
    TooFewSittings,
    TooEasy,
    TooHard,

    /// <summary>Those who do well elsewhere do worse here: the key may be wrong.</summary>
    NegativeDiscrimination,
    WeakDiscrimination,

    /// <summary>A wrong choice is made more often than the right one.</summary>
    DistractorBeatsKey,

    /// <summary>A wrong choice nobody makes: it helps to guess.</summary>
    IdleDistractor,
    ManyUnknown,
}

/// <summary>An item's figures. Pure, from sums and counts of rows.</summary>
/// <param name="Difficulty">Mean of what it brought, from 0 (nobody) to 1 (everybody); null before the first sitting.</param>
/// <param name="Discrimination">Correlation of the item with the rest of the form, from -1 to 1; null when it does not vary.</param>
internal sealed record ItemAnalysis(int Sittings, double? Difficulty, double? Discrimination, double UnknownRate, IReadOnlyList<ChoiceRate> Choices, IReadOnlyList<ItemFlag> Flags)
{
    // Customary bounds of classical item analysis; they only raise a flag for people to read.
    private const int Enough = 30;
    private const double Easy = 0.95;
    private const double Hard = 0.20;
    private const double Weak = 0.15;
    private const double Idle = 0.02;
    private const double Unknowing = 0.30;

    /// <param name="answers">By answer as written in <see cref="ItemScore"/>.</param>
    public static ItemAnalysis Of(BankItem item, ItemSums? sums, IReadOnlyDictionary<string, int> answers)
    {
        if (sums is null or { Sittings: 0 })
        {
            return new ItemAnalysis(0, null, null, 0, [], [ItemFlag.TooFewSittings]);
        }

        var bare = new ItemAnalysis(sums.Sittings, sums.X / sums.Sittings / 1000, Correlation(sums), (double)sums.Unknown / sums.Sittings, Rates(item, sums.Sittings, answers), []);
        return bare with { Flags = [.. FlagsOf(bare)] };
    }

    private static IReadOnlyList<ChoiceRate> Rates(BankItem item, int sittings, IReadOnlyDictionary<string, int> answers)
    {
        if (item.Question.Kind.IsTyped())
        {
            return [];
        }

        var made = answers.Where(one => one.Key is not ("-" or "?")).SelectMany(one => one.Key.Split(' ').Select(id => (id, one.Value))).ToLookup(one => one.id, one => one.Value, StringComparer.Ordinal);
        return [.. item.Question.Choices.Select(choice => new ChoiceRate(choice.Id, choice.Weight > 0, (double)made[choice.Id].Sum() / sittings))];
    }

    private static double? Correlation(ItemSums sums)
    {
        double n = sums.Sittings;
        var spread = Math.Sqrt((n * sums.Xx) - (sums.X * sums.X)) * Math.Sqrt((n * sums.Yy) - (sums.Y * sums.Y));
        return spread > 0 ? Math.Clamp(((n * sums.Xy) - (sums.X * sums.Y)) / spread, -1, 1) : null;
    }

    private static IEnumerable<ItemFlag> FlagsOf(ItemAnalysis item)
    {
        if (item.Sittings < Enough)
        {
            return [ItemFlag.TooFewSittings];
        }

        var right = item.Choices.Where(choice => choice.IsRight).Select(choice => choice.Rate).DefaultIfEmpty(0).Max();
        var wrong = item.Choices.Where(choice => !choice.IsRight).ToList();
        return new (ItemFlag Flag, bool Raised)[]
        {
            (ItemFlag.NegativeDiscrimination, item.Discrimination < 0),
            (ItemFlag.DistractorBeatsKey, wrong.Exists(choice => choice.Rate > right)),
            (ItemFlag.TooEasy, item.Difficulty > Easy),
            (ItemFlag.TooHard, item.Difficulty < Hard),
            (ItemFlag.WeakDiscrimination, item.Discrimination is >= 0 and < Weak),
            (ItemFlag.ManyUnknown, item.UnknownRate > Unknowing),
            (ItemFlag.IdleDistractor, wrong.Exists(choice => choice.Rate < Idle)),
        }.Where(one => one.Raised).Select(one => one.Flag);
    }
}
