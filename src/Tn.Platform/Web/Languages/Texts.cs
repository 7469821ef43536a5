using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;
using Tn.Kernel;
using Tn.Platform.Files;

namespace Tn.Platform.Web;

/// <summary>
/// The interface's words in the reader's language. Pages are written in French, which is also the key; each module brings
/// <c>Resources/Texts.en.resx</c>. What has no English is said in French (a test forbids that).
/// </summary>
public sealed class Texts(IEnumerable<TextBook> books) : IStringLocalizer
{
    private readonly Lazy<FrozenDictionary<string, string>> english = new(() => Read(books));

    /// <summary>
    /// Names a text where it is declared (a table of labels, a constant); it is said later by <c>T[word]</c>.
    /// Nothing happens here: what looks for texts without English reads the name.
    /// </summary>
    public static string Key(string french) => french;

    /// <summary>A sentence, with its values; a page encodes what it writes.</summary>
    public string this[Phrase phrase] => phrase.Values.Count == 0
        ? Find(phrase.Key)
        : Fill(Find(phrase.Key), phrase.Values, value => value);

    /// <summary>A sentence that holds markup of its own (a link, an emphasis): its values are encoded, its markup is not.</summary>
    /// <param name="phrase">Written in the page itself, never what somebody typed.</param>
    public IHtmlContent Html(Phrase phrase) => new HtmlString(phrase.Values.Count == 0
        ? Find(phrase.Key)
        : Fill(Find(phrase.Key), phrase.Values, HtmlEncoder.Default.Encode));

    /// <summary>"1 leçon", "2 leçons"; in English the plural starts at anything but one.</summary>
    public string Count(int number, string singular, string plural) => Languages.IsEnglish
        ? $"{Number(number)} {Plural(number, singular, plural)}"
        : French.Count(number, singular, plural);

    /// <summary>"leçon", "leçons": the word alone, as the number wants it.</summary>
    public string Plural(int number, string singular, string plural)
    {
        var forms = Find($"{singular}|{plural}").Split('|');
        return Math.Abs(number) == 1 || (number == 0 && !Languages.IsEnglish) ? forms[0] : forms[^1];
    }

    /// <summary>"1,4 Mo", "1.4 MB".</summary>
    public string Size(long bytes) => Languages.IsEnglish ? ByteSize.English(bytes) : ByteSize.French(bytes);

    /// <summary>"1 204", "1,204".</summary>
    public string Number(int number) => number.ToString("N0", Languages.IsEnglish ? Languages.English : French.Culture);

    /// <summary>"jeudi 14 janvier 2027", "Thursday 14 January 2027".</summary>
    public string Date(DateOnly day) => Languages.IsEnglish ? day.ToString("dddd d MMMM yyyy", Languages.English) : French.Date(day);

    /// <summary>"14 janvier 2027", "14 January 2027".</summary>
    public string ShortDate(DateOnly day) => Languages.IsEnglish ? day.ToString("d MMMM yyyy", Languages.English) : French.ShortDate(day);

    /// <summary>"jeudi 14 janvier 2027 à 9 h 05", "Thursday 14 January 2027 at 09:05"; Paris time.</summary>
    public string Moment(DateTimeOffset instant) => Languages.IsEnglish
        ? TimeZoneInfo.ConvertTime(instant, French.Paris).ToString("dddd d MMMM yyyy 'at' HH:mm", Languages.English)
        : French.Moment(instant);

    /// <summary>"1 h 30", "1 h 30 min".</summary>
    public string Minutes(int minutes) => Languages.IsEnglish && minutes > 60 && minutes % 60 != 0
        ? $"{French.Minutes(minutes)} min"
        : French.Minutes(minutes);

    LocalizedString IStringLocalizer.this[string name] => new(name, Find(name));

    LocalizedString IStringLocalizer.this[string name, params object[] arguments] =>
        new(name, string.Format(CultureInfo.CurrentUICulture, Find(name), arguments));

    IEnumerable<LocalizedString> IStringLocalizer.GetAllStrings(bool includeParentCultures) =>
        english.Value.Select(one => new LocalizedString(one.Key, one.Value));

    private string Find(string french) =>
        Languages.IsEnglish && english.Value.TryGetValue(french, out var translated) ? translated : french;

    // Not string.Format: a sentence of the interface may hold braces of its own. In one pass: what a value says is never looked at again.
    private static string Fill(string sentence, IReadOnlyList<object?> values, Func<string, string> write)
    {
        var filled = new StringBuilder(sentence.Length + (values.Count * 16));
        for (var at = 0; at < sentence.Length; at++)
        {
            if (at + 2 < sentence.Length && sentence[at] == '{' && sentence[at + 2] == '}' && char.IsAsciiDigit(sentence[at + 1]) && sentence[at + 1] - '0' < values.Count)
            {
                filled.Append(Said(values[sentence[at + 1] - '0'], write));
                at += 2;
            }
            else
            {
                filled.Append(sentence[at]);
            }
        }

        return filled.ToString();
    }

    private static string Said(object? value, Func<string, string> write) => value is IHtmlContent content
        ? Markup(content)
        : write(Convert.ToString(value, CultureInfo.CurrentUICulture) ?? string.Empty);

    private static string Markup(IHtmlContent content)
    {
        using var writer = new StringWriter();
        content.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    private static FrozenDictionary<string, string> Read(IEnumerable<TextBook> books)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var set in books.Select(book => book.Resources.GetResourceSet(Languages.English.Parent, createIfNotExists: true, tryParents: false)).OfType<ResourceSet>())
        {
            foreach (System.Collections.DictionaryEntry entry in set)
            {
                all.TryAdd((string)entry.Key, (string)entry.Value!);
            }
        }

        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

/// <summary>A module's English texts.</summary>
public sealed record TextBook(ResourceManager Resources);
