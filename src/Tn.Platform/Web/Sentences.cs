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

    /// <summary>The sentence of a refusal, in the current language.</summary>
    public string Of(Refusal refusal) => Of(refusal.Code, refusal.Values);

    /// <summary>The sentence of a code, or the code itself when no book has it (a test forbids that).</summary>
    public string Of(string code, IReadOnlyDictionary<string, string>? values = null)
    {
        var sentence = Find(code) ?? code;
        return values is null || values.Count == 0
            ? sentence
            : Placeholder().Replace(sentence, match => values.GetValueOrDefault(match.Groups["name"].Value, match.Value));
    }

    /// <summary>The bare sentence, or null when no book has it.</summary>
    public string? Find(string code) =>
        books.Select(book => book.Resources.GetString(code, CultureInfo.CurrentUICulture)).FirstOrDefault(text => text is not null);

    [GeneratedRegex(@"\{(?<name>[a-z][A-Za-z0-9]*)\}", RegexOptions.None, 1000)]
    private static partial Regex Placeholder();
}

/// <summary>A module's sentences.</summary>
public sealed record SentenceBook(ResourceManager Resources);

/// <summary>Registers a module's sentences.</summary>
public static class SentenceBooks
{
    /// <summary>Adds every book under <c>Resources/</c> of the assembly: <c>Sentences.resx</c>, and one per large feature.</summary>
    public static IServiceCollection AddSentences(this IServiceCollection services, System.Reflection.Assembly assembly)
    {
        const string Ending = ".resources";
        var prefix = $"{assembly.GetName().Name}.Resources.";
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal) && name.EndsWith(Ending, StringComparison.Ordinal)))
        {
            services.AddSingleton(new SentenceBook(new ResourceManager(name[..^Ending.Length], assembly)));
        }

        return services;
    }
}
