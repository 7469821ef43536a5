namespace Tn.Certification.CaseStudies;

internal readonly record struct CaseSubjectId(Guid Value) : IGuidId<CaseSubjectId>
{
    public static CaseSubjectId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}

/// <summary>A case of the bank: a small business as told by its owner, and what is asked. Never edited: a better text is a new case, and the old one retires.</summary>
internal sealed class CaseSubject
{
    public const int LongestTitle = 150;
    public const int ShortestText = 300;
    public const int LongestText = 12_000;

    public CaseSubjectId Id { get; init; }

    public string Title { get; init; } = string.Empty;

    /// <summary>Plain paragraphs.</summary>
    public string Text { get; init; } = string.Empty;

    public string AddedBy { get; init; } = string.Empty;

    public DateTimeOffset AddedAt { get; init; }

    /// <summary>Set when it is no longer drawn.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    /// <summary>No longer drawn; works already given keep their text.</summary>
    public void Retire(DateTimeOffset now) => RetiredAt ??= now;
}
