namespace Tn.Certification.Exam.Publication;

/// <summary>What a sitting would be worth otherwise: items set aside, other marks. Pure, and nothing is kept.</summary>
/// <param name="Neutralised">Places of the items, from 1.</param>
internal sealed record WhatIf(IReadOnlyCollection<int> Neutralised, int? PassPercent, int? BlockPassPercent)
{
    /// <summary>The verdict that would follow, from the sitting's own form and answers and what incidents have already decided.</summary>
    public Verdict Of(Sitting sitting, IReadOnlyDictionary<int, ItemResponse> answers, IReadOnlySet<string> alreadyNeutralised)
    {
        var form = sitting.Form();
        var rules = sitting.Rules with { PassPercent = PassPercent ?? sitting.Rules.PassPercent, BlockPassPercent = BlockPassPercent ?? sitting.Rules.BlockPassPercent };
        var versions = Neutralised.Select(form.At).OfType<PinnedItem>().Select(item => item.VersionId);
        return Scoring.Verdict(form, answers, rules, versions.Concat(alreadyNeutralised).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Reads « 3, 12 17 » ; refused when a number is not an item's place or a mark is not a percentage.</summary>
    public static Outcome<WhatIf> Read(string? items, int? passPercent, int? blockPassPercent, int itemCount)
    {
        var places = new HashSet<int>();
        foreach (var word in (items ?? string.Empty).Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(word, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var place) || place < 1 || place > itemCount)
            {
                return new Refusal("exam.incident-item").With("count", French.Count(itemCount, "question", "questions"));
            }

            places.Add(place);
        }

        return passPercent is < 0 or > 100 || blockPassPercent is < 0 or > 100 ? new Refusal("exam.mark-range") : new WhatIf(places, passPercent, blockPassPercent);
    }
}
