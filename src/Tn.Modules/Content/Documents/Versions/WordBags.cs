namespace Tn.Content.Documents.Versions;

/// <summary>How much two texts have in common, whatever the order of their words.</summary>
internal static class WordBags
{
    private static readonly char[] Between = [' ', '\n', '\t', '\u00a0', '\u202f', '.', ',', ';', ':'];

    /// <summary>The words in common, as a share of those of the longer text: 0 to 1; two empty texts are the same.</summary>
    public static double Share(string left, string right)
    {
        var bag = Words(left).CountBy(word => word, StringComparer.OrdinalIgnoreCase).ToDictionary(StringComparer.OrdinalIgnoreCase);
        var size = bag.Values.Sum();
        var total = 0;
        var common = 0;
        foreach (var word in Words(right))
        {
            total++;
            if (bag.TryGetValue(word, out var still) && still > 0)
            {
                bag[word] = still - 1;
                common++;
            }
        }

        var longest = Math.Max(size, total);
        return longest == 0 ? 1 : (double)common / longest;
    }

    private static string[] Words(string text) => text.Split(Between, StringSplitOptions.RemoveEmptyEntries);
}
