using System.Globalization;

using Tn.Content.Media;

namespace Tn.Content.Types;

/// <summary>What may be typed in a field. Pure: the editor shows every refusal, the acts stop at the first.</summary>
internal static class FieldCheck
{
    /// <summary>The text as it is kept: line ends in one form, no blanks around, a body ended by a line feed.</summary>
    public static string Normal(FieldDefinition field, string? text)
    {
        var plain = (text ?? string.Empty).ReplaceLineEndings("\n");
        return field.IsBody ? plain.TrimEnd() + "\n"
            : field.Kind is FieldKind.Line or FieldKind.Text ? string.Join(' ', plain.Split((char[])[' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries))
            : plain.Trim();
    }

    /// <summary>Why a text cannot be kept in a field, or null. An empty one always can: a draft may lack anything but its title.</summary>
    /// <param name="text">As <see cref="Normal"/> gives it.</param>
    public static Refusal? Refuse(FieldDefinition field, string text)
    {
        if (text.Length == 0)
        {
            return field == Fields.Title ? new Refusal("content.title-missing") : null;
        }

        if (field.Length > 0 && text.Length > field.Length)
        {
            return new Refusal("content.field-too-long").With("maximum", field.Length.ToString("N0", French.Culture)).With("length", text.Length.ToString("N0", French.Culture));
        }

        return field.Kind switch
        {
            FieldKind.Number => Number(field, text),
            FieldKind.Day when FieldText.Day(text) is null => new Refusal("content.field-day"),
            FieldKind.Moment when FieldText.Moment(text) is null => new Refusal("content.field-moment"),
            FieldKind.Choice when field.Options.All(option => option.Value != text) => new Refusal("content.field-choice"),
            FieldKind.Slug when !Slug.IsValid(text) => new Refusal("content.field-slug").With("suggestion", Slug.Of(text)),
            FieldKind.Sources => Sources(text),
            FieldKind.Picture when !MediaAddress.IsOne(text) => new Refusal("content.field-media").With("address", Short(text)),
            FieldKind.Files => Files(text),
            _ => null,
        };
    }

    private static Refusal? Number(FieldDefinition field, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= field.Minimum && number <= field.Maximum
            ? null
            : new Refusal("content.field-number").With("minimum", field.Minimum.ToString("N0", French.Culture)).With("maximum", field.Maximum.ToString("N0", French.Culture));

    private static Refusal? Files(string text) =>
        FieldText.Lines(text).FirstOrDefault(line => !MediaAddress.IsOne(line)) is { } wrong ? new Refusal("content.field-media").With("address", Short(wrong)) : null;

    private static string Short(string text) => text.Length > 60 ? text[..60] : text;

    private static Refusal? Sources(string text)
    {
        var wrong = FieldText.Sources(text).FirstOrDefault(source => source.Title.Length is 0 or > 400 || !IsSafe(source.Url));
        return wrong is null ? null : new Refusal("content.field-source").With("source", Short(wrong.Title));
    }

    private static bool IsSafe(string url) =>
        url.Length == 0 || (url.Length <= 600 && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && address.UserInfo.Length == 0);
}
