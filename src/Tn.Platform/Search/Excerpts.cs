using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Lucene.Net.Documents;
using Microsoft.AspNetCore.Html;

namespace Tn.Platform.Search;

/// <summary>
/// Shows where a document answers a question. Built from text, encoded piece by piece at the very end:
/// whatever stands in a document, no tag but <c>mark</c> comes out.
/// </summary>
internal static class Excerpts
{
    private const int Length = 240;
    private const int Lead = 60;

    /// <summary>Words read of a body: enough for the longest lesson, a bound for the rest.</summary>
    private const int MostWords = 20_000;

    /// <summary>Windows tried: a text made of one word over and over must not cost its square.</summary>
    private const int MostStarts = 300;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The part of a text that holds the most words of the question, or its beginning.</summary>
    public static IHtmlContent Of(string body, IReadOnlyList<QuestionWord> asked)
    {
        var found = FrenchWords.Read(body, MostWords)
            .Select(word => (Word: word, Asked: asked.FirstOrDefault(one => one.Fits(word))))
            .Where(pair => pair.Asked is not null)
            .ToList();
        var (start, end) = Window(body, found.ConvertAll(pair => (pair.Word.Start, pair.Asked!)));
        var html = new StringBuilder();
        html.Append(start > 0 ? "… " : string.Empty);
        var at = start;
        foreach (var (word, _) in found.Where(pair => pair.Word.Start >= start && pair.Word.End <= end))
        {
            html.Append(Encoder.Encode(body[at..word.Start])).Append("<mark>").Append(Encoder.Encode(body[word.Start..word.End])).Append("</mark>");
            at = word.End;
        }

        html.Append(Encoder.Encode(body[at..end])).Append(end < body.Length ? " …" : string.Empty);
        return new HtmlString(html.ToString());
    }

    /// <summary>Which words of the question a document answers, each at its most telling place.</summary>
    public static List<SearchMatch> Matches(string text, Document document, IReadOnlyList<QuestionWord> asked)
    {
        var left = asked.ToList();
        var matches = new List<SearchMatch>();
        foreach (var (field, place) in new[] { (IndexFields.Title, SearchPlace.Title), (IndexFields.Keywords, SearchPlace.Keywords), (IndexFields.Body, SearchPlace.Body) })
        {
            var content = left.Count > 0 ? document.Get(field) ?? string.Empty : string.Empty;
            foreach (var word in FrenchWords.Read(content, MostWords))
            {
                if (left.Find(one => one.Fits(word)) is { } answered)
                {
                    left.Remove(answered);
                    matches.Add(new SearchMatch(WithoutArticle(text, answered.Word), WithoutArticle(content, word), place));
                }
            }
        }

        return matches;
    }

    /// <summary>« électricité » for « l’électricité ».</summary>
    public static string WithoutArticle(string text, Word word)
    {
        var written = text[word.Start..word.End];
        return written[(written.AsSpan().LastIndexOfAny('\'', '’') + 1)..] is { Length: > 0 } bare ? bare : written;
    }

    private static (int Start, int End) Window(string body, List<(int Start, QuestionWord Asked)> found)
    {
        var best = (Start: 0, Distinct: 0);
        foreach (var (start, _) in found.Take(MostStarts))
        {
            var distinct = found.SkipWhile(one => one.Start < start).TakeWhile(one => one.Start < start + Length - Lead).Select(one => one.Asked).Distinct().Count();
            if (distinct > best.Distinct)
            {
                best = (start, distinct);
            }
        }

        var from = best.Start <= Lead ? 0 : NextWord(body, best.Start - Lead);
        var to = from + Length >= body.Length ? body.Length : WordBefore(body, from + Length, from);
        return (from, to);
    }

    private static int NextWord(string body, int at)
    {
        var space = body.IndexOf(' ', at);
        return space < 0 || space > at + Lead ? at : space + 1;
    }

    private static int WordBefore(string body, int at, int notBefore)
    {
        var space = body.LastIndexOf(' ', at, at - notBefore);
        return space <= notBefore ? at : space;
    }
}
