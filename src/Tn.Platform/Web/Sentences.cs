using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Tn.Kernel;

namespace Tn.Platform.Web;

/// <summary>
/// What people read for a code: refusals, states, labels. Each module brings <c>Resources/Sentences.resx</c> (French)
/// and <c>Sentences.en.resx</c>; <c>{name}</c> in a sentence takes the value of that name.
/// </summary>
public sealed partial class Sentences(IEnumerable<SentenceBook> books)
{
    private readonly IReadOnlyList<SentenceBook> books = [.. books];
    private readonly CultureInfo? always;

    private Sentences(IReadOnlyList<SentenceBook> books, CultureInfo always)
        : this(books) => this.always = always;

    /// <summary>The same in French whoever reads: for what is kept or sent (histories, letters, minutes).</summary>
    public Sentences InFrench => always is null ? new Sentences(books, Kernel.French.Culture) : this;

    /// <summary>The sentence of a refusal, in the current language.</summary>
    public string Of(Refusal refusal) => Of(refusal.Code, refusal.Values);

    /// <summary>The sentence of a code, or the code itself when no book has it (a test forbids that).</summary>
    public string Of(string code, IReadOnlyDictionary<string, string>? values = null)
    {
        var sentence = Find(code) ?? code;
        return values is null || values.Count == 0
            ? sentence
            : Placeholder().Replace(sentence, match => values.TryGetValue(match.Groups["name"].Value, out var value) ? Said(value) : match.Value);
    }

    private string Said(string value) => always is null && Languages.IsEnglish ? DatesInEnglish.Of(value) : value;

    /// <summary>The bare sentence, or null when no book has it.</summary>
    public string? Find(string code) =>
        books.Select(book => book.Resources.GetString(code, always ?? CultureInfo.CurrentUICulture)).FirstOrDefault(text => text is not null);

    [GeneratedRegex(@"\{(?<name>[a-z][A-Za-z0-9]*)\}", RegexOptions.None, 1000)]
    private static partial Regex Placeholder();
}

/// <summary>A module's sentences.</summary>
public sealed record SentenceBook(ResourceManager Resources);

/// <summary>Registers a module's sentences.</summary>
public static class SentenceBooks
{
    /// <summary>
    /// Adds every book under <c>Resources/</c> of the assembly: <c>Sentences.resx</c>, and one per large feature;
    /// and <c>Texts.en.resx</c>, the English of its pages.
    /// </summary>
    public static IServiceCollection AddSentences(this IServiceCollection services, System.Reflection.Assembly assembly)
    {
        const string Ending = ".resources";
        var prefix = $"{assembly.GetName().Name}.Resources.";
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal) && name.EndsWith(Ending, StringComparison.Ordinal)))
        {
            services.AddSingleton(new SentenceBook(new ResourceManager(name[..^Ending.Length], assembly)));
        }

        services.AddSingleton(new TextBook(new ResourceManager($"{prefix}Texts", assembly)));
        return services;
    }
}
