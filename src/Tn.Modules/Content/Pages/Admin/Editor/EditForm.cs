using Tn.Content.Documents;
using Tn.Content.Types;

namespace Tn.Content.Pages.Admin.Editor;

/// <summary>What the author types: the type's fields in its order, and what goes with the save.</summary>
internal sealed class EditForm
{
    /// <summary>The version it was typed over.</summary>
    public string? BaseVersionId { get; set; }

    public string? Comment { get; set; }

    public List<FieldInput> Fields { get; set; } = [];

    /// <summary>The title of a lesson to begin with this save.</summary>
    public string? NewLesson { get; set; }

    /// <summary>A change of a course's lessons, as its button says it: see <see cref="LessonMoves"/>.</summary>
    public string? Move { get; set; }

    /// <summary>Addresses of files to add.</summary>
    public List<string?> Add { get; set; } = [];

    /// <summary>Addresses of files to take off.</summary>
    public List<string> Drop { get; set; } = [];

    /// <summary>A form that shows a version as it is.</summary>
    public static EditForm Of(TypeDefinition type, ContentVersion version) => new()
    {
        BaseVersionId = version.VersionId,
        Fields = [.. type.Fields.Select(field => new FieldInput { Name = field.Name, Text = Completeness.TextOf(field, version.Slug, version.Parts) })],
    };

    /// <summary>The same form with texts typed earlier.</summary>
    public EditForm With(IReadOnlyDictionary<string, string?> values, string baseVersionId)
    {
        BaseVersionId = baseVersionId;
        Fields.ForEach(field => field.Text = values.GetValueOrDefault(field.Name!) ?? field.Text);
        return this;
    }

    /// <summary>The form in the type's order, whatever was sent: unknown fields are left out, missing ones keep what the version says.</summary>
    public EditForm InOrder(TypeDefinition type, ContentVersion version)
    {
        var typed = Values;
        var ordered = Of(type, version).With(typed, BaseVersionId ?? string.Empty);
        (ordered.Comment, ordered.NewLesson, ordered.Move, ordered.Add, ordered.Drop) = (Comment, NewLesson, Move, Add, Drop);
        return ordered;
    }

    /// <summary>The typed texts by field name.</summary>
    public IReadOnlyDictionary<string, string?> Values =>
        Fields.Where(one => one.Name is not null).GroupBy(one => one.Name!, StringComparer.Ordinal).ToDictionary(group => group.Key, group => (string?)(group.First().Text ?? string.Empty), StringComparer.Ordinal);

    /// <summary>The typed text of a field.</summary>
    public string TextOf(FieldDefinition field) => Fields.Find(one => one.Name == field.Name)?.Text ?? string.Empty;

    /// <summary>A document's files after those ticked were taken off and those chosen were added, each once, one a line.</summary>
    public string FilesAfter(FieldDefinition field) => string.Join('\n', FieldText.Lines(TextOf(field))
        .Except(Drop, StringComparer.Ordinal)
        .Concat(Add.Select(address => address?.Trim()).OfType<string>().Where(address => address.Length > 0))
        .Distinct(StringComparer.Ordinal));

    /// <summary>Where a field's input stands in the form, as errors name it; empty for what is about the whole.</summary>
    public string KeyOf(string? name) => name switch
    {
        null => string.Empty,
        nameof(NewLesson) => "Input.NewLesson",
        _ => Fields.FindIndex(one => one.Name == name) is >= 0 and var at ? $"Input.Fields[{at}].Text" : string.Empty,
    };
}

/// <summary>A field's name and the text typed in it.</summary>
internal sealed class FieldInput
{
    public string? Name { get; set; }

    public string? Text { get; set; }
}
