using FsCheck;
using FsCheck.Fluent;

namespace Tn.Content.Tests.Versions;

/// <summary>Blocks of HTML as the renderer writes them, of few words so that texts have much in common.</summary>
public static class HtmlBlocks
{
    public static Arbitrary<Comparing.Sentence> Any() => Block().Select(html => new Comparing.Sentence(html)).ToArbitrary();

    private static Gen<string> Block() => Gen.OneOf(
        Words().Select(words => $"<p>{words}</p>"),
        Words().Select(words => $"<h2>{words}</h2>"),
        Words().ListOf().Where(items => items.Count > 0).Select(items => $"<ul>{string.Concat(items.Select(item => $"<li>{item}</li>"))}</ul>"),
        Words().Select(words => $"<blockquote><p>{words}</p></blockquote>"));

    private static Gen<string> Words() =>
        Word().ListOf().Where(words => words.Count > 0).Select(words => string.Join(' ', words));

    private static Gen<string> Word() => Gen.OneOf(
        Gen.Elements("un", "deux", "trois", "quatre", "cinq"),
        Gen.Elements("un", "deux").Select(word => $"<strong>{word}</strong>"),
        Gen.Elements("deux", "trois").Select(word => $"<a href=\"https://exemple.fr/{word}\">{word}</a>"));
}
