using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection;

namespace Tn.Platform.Web.TagHelpers;

/// <summary>What a form's field needs to know of itself: its name, what was typed, what is wrong with it.</summary>
internal sealed class FormField
{
    private readonly ModelExpression expression;
    private readonly ModelStateEntry? entry;
    private readonly Texts texts;

    /// <param name="id">Where a page draws the same field several times; null for the one made of its name.</param>
    public FormField(ModelExpression expression, ViewContext view, string label, string? id = null)
    {
        this.expression = expression;
        texts = view.HttpContext.RequestServices.GetRequiredService<Texts>();
        Name = view.ViewData.TemplateInfo.GetFullHtmlFieldName(expression.Name);
        Id = id ?? IdOf(Name);
        view.ViewData.ModelState.TryGetValue(Name, out entry);
        FieldLabels.Remember(view, Name, label);
    }

    public string Name { get; }

    public string Id { get; }

    public string HintId => Id + "-aide";

    public string ErrorId => Id + "-erreur";

    /// <summary>The first sentence about this field, or null when it is right.</summary>
    public string? Error => entry?.Errors.Count > 0 ? SentenceOf(entry.Errors[0], texts) : null;

    /// <summary>True when an empty answer is refused by the model.</summary>
    public bool IsRequired => expression.Metadata.IsRequired;

    public Type Type => Nullable.GetUnderlyingType(expression.Metadata.ModelType) ?? expression.Metadata.ModelType;

    /// <summary>What was typed if something was, else the model's value as the browser wants it.</summary>
    public string? Value => entry?.AttemptedValue ?? Write(expression.Model);

    /// <summary>The chosen values, or null when neither the request nor the model says anything.</summary>
    public IReadOnlySet<string>? Chosen
    {
        get
        {
            var raw = entry?.RawValue ?? expression.Model;
            IEnumerable<string?>? values = raw switch
            {
                null => null,
                string one => [one],
                IEnumerable many => many.Cast<object?>().Select(Write),
                _ => [Write(raw)],
            };
            return values?.OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        }
    }

    /// <summary>The id of the element that answers for a model-state key.</summary>
    public static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    /// <summary>What people read of an error; a conversion failure has no sentence of its own.</summary>
    public static string SentenceOf(ModelError error, Texts texts) =>
        string.IsNullOrEmpty(error.ErrorMessage) ? texts["Cette valeur n’est pas valable."] : error.ErrorMessage;

    /// <summary>Ids of the hint and of the error, as far as they exist.</summary>
    public string? DescribedBy(string? hint)
    {
        var ids = string.Join(' ', new[] { hint is null ? null : HintId, Error is null ? null : ErrorId }.OfType<string>());
        return ids.Length == 0 ? null : ids;
    }

    public TagBuilder? Hint(string? hint) =>
        hint is null ? null : Tag.Of("p", "tn-field__hint").With("id", HintId).Text(hint);

    public TagBuilder? ErrorLine() => Error is null
        ? null
        : Tag.Of("p", "tn-field__error").With("id", ErrorId).Add(Icon.Danger).Add(Tag.Of("span").Add(Tag.Heard(texts["Erreur : "])).Text(Error));

    /// <summary>Writes a label's words, with « (facultatif) » where an answer may be left out.</summary>
    public TagBuilder Words(TagBuilder label, string words, bool optional)
    {
        label.Text(words);
        return optional ? label.Text(" ").Add(Tag.Of("span", "tn-field__optional").Text(texts["(facultatif)"])) : label;
    }

    private static string? Write(object? value) => value switch
    {
        null => null,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        decimal or double or float => Convert.ToString(value, CultureInfo.CurrentCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
