using System.Text.Json;
using Tn.Platform.Data;

namespace Tn.Certification.Exam;

/// <summary>The items of one sitting, pinned: text, key and order are kept whole, whatever becomes of the bank.</summary>
internal sealed record ExamForm(IReadOnlyList<PinnedItem> Items)
{
    public string ToJson() => JsonSerializer.Serialize(this, TnJson.Options);

    public static ExamForm FromJson(string json) => JsonSerializer.Deserialize<ExamForm>(json, TnJson.Options)!;

    /// <summary>The item at a place, or null when there is no such place.</summary>
    /// <param name="position">From 1.</param>
    public PinnedItem? At(int position) => position >= 1 && position <= Items.Count ? Items[position - 1] : null;
}

/// <summary>An item as this candidate sees it, with its key: stays on the server.</summary>
/// <param name="Position">From 1, in the drawn order.</param>
/// <param name="Choices">In the drawn order.</param>
internal sealed record PinnedItem(
    int Position,
    string ItemId,
    string VersionId,
    string Axis,
    QuestionKind Kind,
    string StemHtml,
    IReadOnlyList<PinnedChoice> Choices)
{
    /// <summary>True when the answer is typed rather than chosen.</summary>
    public bool IsTyped => Kind.IsTyped();

    /// <summary>True when this response can be an answer to this item.</summary>
    public bool Accepts(ItemResponse response)
    {
        if (response.DoesNotKnow)
        {
            return response is { Choices.Count: 0, Text: null };
        }

        if (IsTyped)
        {
            return response.Choices.Count == 0 && response.Text is { Length: > 0 and <= 200 };
        }

        return response.Text is null
            && response.Choices.Count >= 1
            && (Kind == QuestionKind.MultipleChoice || response.Choices.Count == 1)
            && response.Choices.Distinct(StringComparer.Ordinal).Count() == response.Choices.Count
            && response.Choices.All(id => Choices.Any(choice => choice.Id == id));
    }
}

/// <summary>A choice with its weight, as in <see cref="Choice"/>.</summary>
internal sealed record PinnedChoice(string Id, string TextHtml, decimal Weight);

/// <summary>What a candidate answered to an item.</summary>
/// <param name="DoesNotKnow">« Je ne sais pas » : an answer like another, worth nothing and costing nothing.</param>
internal sealed record ItemResponse(bool DoesNotKnow, IReadOnlyList<string> Choices, string? Text)
{
    public static readonly ItemResponse Unknown = new(true, [], null);

    public static ItemResponse Chosen(params string[] choices) => new(false, choices, null);

    public static ItemResponse Typed(string text) => new(false, [], text.Trim());
}
