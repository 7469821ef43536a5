using Tn.Content.Documents;

namespace Tn.Content.Types;

/// <summary>How a field is written, checked and shown.</summary>
internal enum FieldKind
{
    /// <summary>One line of text.</summary>
    Line,

    /// <summary>A few sentences.</summary>
    Text,

    /// <summary>One entry a line.</summary>
    Lines,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A day, <c>yyyy-MM-dd</c>.</summary>
    Day,

    /// <summary>A day and a time of Paris, <c>yyyy-MM-ddTHH:mm</c>.</summary>
    Moment,

    /// <summary>One of <see cref="FieldDefinition.Options"/>.</summary>
    Choice,

    /// <summary>The last part of an address.</summary>
    Slug,

    /// <summary>One source a line: <c>title | publisher | year | https://…</c>.</summary>
    Sources,

    /// <summary>Item ids of a course's lessons, one a line, in order.</summary>
    Lessons,

    /// <summary>The address of an image of the library.</summary>
    Picture,

    /// <summary>Addresses of medias to download, one a line, in order.</summary>
    Files,

    /// <summary>The document's text, in Markdown.</summary>
    Markdown,

    /// <summary>The document's text: questions in Moodle's GIFT format.</summary>
    Gift,

    /// <summary>The document's text: lines of a few cells between bars.</summary>
    Rows,
}

/// <summary>
/// A field of a part: what it is called, what may stand in it, where it is kept. Its label stands in the resources under
/// <c>content.field.{Name}</c>, its hint, if it has one, under <c>content.hint.{Name}</c>.
/// </summary>
/// <param name="Name">Part and member, as in <c>LearningPart.Summary</c>. Kept in exports: never rename one.</param>
/// <param name="Read">The field as text; empty when there is nothing.</param>
/// <param name="Write">The parts with this field's text, which <see cref="FieldCheck"/> has accepted.</param>
internal sealed record FieldDefinition(string Name, FieldKind Kind, Func<ContentParts, string> Read, Func<ContentParts, string, ContentParts> Write)
{
    /// <summary>A draft may lack it; what is sent to the committee may not.</summary>
    public bool Required { get; init; }

    /// <summary>The most characters; 0 for a text, whose bound is the renderer's.</summary>
    public int Length { get; init; } = 300;

    /// <summary>The least a <see cref="FieldKind.Number"/> may be.</summary>
    public int Minimum { get; init; }

    /// <summary>The most a <see cref="FieldKind.Number"/> may be.</summary>
    public int Maximum { get; init; } = int.MaxValue;

    /// <summary>What a <see cref="FieldKind.Choice"/> offers.</summary>
    public IReadOnlyList<FieldOption> Options
    {
        get => OptionsNow();
        init => OptionsNow = () => value;
    }

    /// <summary>The same when what is offered changes with what is published.</summary>
    public Func<IReadOnlyList<FieldOption>> OptionsNow { get; init; } = () => [];

    /// <summary>True for the document's text, which is rendered.</summary>
    public bool IsBody => Kind is FieldKind.Markdown or FieldKind.Gift or FieldKind.Rows;

    /// <summary>The part it belongs to.</summary>
    public string Part => Name[..Name.IndexOf('.', StringComparison.Ordinal)];

    /// <summary>The same field where it may not be missing.</summary>
    public FieldDefinition Needed() => this with { Required = true };
}

/// <param name="Value">As kept.</param>
/// <param name="Sentence">Code of its label in the resources.</param>
internal sealed record FieldOption(string Value, string Sentence);
