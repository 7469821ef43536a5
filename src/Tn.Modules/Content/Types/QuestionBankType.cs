using Tn.Content.Documents;

namespace Tn.Content.Types;

/// <summary>A bank of questions of the certification, in GIFT. No public page shows it.</summary>
internal static class QuestionBankType
{
    // All items of a bank are of one axis: written where the bank keeps it, and where documents are found by it.
    private static readonly FieldDefinition Axis = Fields.Axis.Needed() with
    {
        Write = (parts, text) =>
        {
            var written = Fields.Axis.Write(parts, text);
            return written with { QuestionBankPart = new QuestionBankPart(written.QuestionBankPart?.Gift ?? "\n", text) };
        },
    };

    public static readonly TypeDefinition Definition = new()
    {
        Name = ContentTypes.QuestionBank,
        Fields = [Fields.Title, Fields.Address, Axis, Fields.Gift.Needed(), Fields.ReviewBy],
        Blank = new ContentParts { TitlePart = new TitlePart(string.Empty), LearningPart = new LearningPart(), QuestionBankPart = new QuestionBankPart("\n", string.Empty) },
    };
}
