using System.Text;
using Tn.Content.Documents;
using Tn.Content.Menus;
using Tn.Content.Questions;

namespace Tn.Content.Rendering;

/// <summary>Limits of the content module. Configuration section <c>Content</c>.</summary>
internal sealed class ContentOptions
{
    /// <summary>Seconds a text may take to render; real lessons take milliseconds.</summary>
    [System.ComponentModel.DataAnnotations.Range(1, 60)]
    public int RenderBudgetSeconds { get; set; } = 1;
}

/// <summary>Renders a document's text within a size and a time: hostile Markdown is about quadratic in Markdig.</summary>
internal sealed class BodyRenderer(LessonRenderer lessons, GiftReader gift, RenderBench bench)
{
    /// <summary>Real lessons are small: the median is 1.6 kB, 99 % stay under 23 kB.</summary>
    public const int MaximumBytes = 128 * 1024;

    /// <summary>Nearly every real text. The worst hostile ones of this size were seen to take half a second: when it is slower, the machine is.</summary>
    private const int SmallBytes = MaximumBytes / 8;

    /// <summary>Budgets a small text may take at a page: an author must not be told to simplify it because the machine is busy.</summary>
    private const int PatienceWithSmall = 10;

    /// <summary>More than any real text, and few enough for a parser that is quadratic in them.</summary>
    private const int MaximumBrackets = 8000;

    /// <summary>The rendered body, or null with an error among the findings.</summary>
    /// <param name="file">As named in findings.</param>
    /// <param name="lineOffset">Lines before the text in its file.</param>
    /// <param name="patience">How many times its budget a text may take: more where nobody waits at a page, and a busy machine must not refuse a whole package.</param>
    public async Task<RenderResult> RenderAsync(string contentType, string source, string file, CancellationToken cancellationToken, int lineOffset = 0, int patience = 1)
    {
        var findings = new Findings(file);
        var bytes = Encoding.UTF8.GetByteCount(source);
        if (bytes > MaximumBytes)
        {
            findings.Error(0, $"Le texte dépasse {MaximumBytes / 1024} ko. Découpez-le.");
        }
        else if (source.Count(letter => letter is '[' or '<' or '`') > MaximumBrackets)
        {
            findings.Error(0, "Le texte contient trop de crochets, de chevrons ou d’accents graves pour être un vrai texte.");
        }
        else if (source.Contains('\0'))
        {
            findings.Error(0, "Le texte contient un caractère nul : ce n’est pas un fichier de texte.");
        }

        if (findings.HasError)
        {
            return new RenderResult(null, findings.All);
        }

        var allowed = bytes <= SmallBytes ? Math.Max(patience, PatienceWithSmall) : patience;
        return await WithinBudgetAsync(() => RenderNow(contentType, source, file, lineOffset), allowed, findings, cancellationToken);
    }

    private RenderResult RenderNow(string contentType, string source, string file, int lineOffset)
    {
        var findings = new Findings(file);
        var body = contentType switch
        {
            ContentTypes.QuestionBank => RenderBank(source, findings, lineOffset),
            ContentTypes.Menu => FurnitureRenderer.Menu(source, findings, lineOffset),
            ContentTypes.Home => FurnitureRenderer.Home(source, findings, lineOffset),
            _ => lessons.Render(source, findings, lineOffset),
        };
        return new RenderResult(findings.HasError ? null : body, findings.All);
    }

    private RenderedBody RenderBank(string source, Findings findings, int lineOffset)
    {
        var read = gift.Read(source, findings.File, lineOffset + 1);
        findings.Add(read.Findings);
        findings.Add(QuestionLint.Bank(read.Questions, findings.File));
        return new RenderedBody([.. read.Questions.Select(one => new RenderedPart(PartKind.Question, string.Empty, one.Question))], [], 0, string.Empty);
    }

    private async Task<RenderResult> WithinBudgetAsync(Func<RenderResult> render, int patience, Findings findings, CancellationToken cancellationToken)
    {
        try
        {
            return await bench.WithinBudgetAsync(render, patience, cancellationToken);
        }
        catch (TimeoutException)
        {
            findings.Error(0, "Le texte est trop long à mettre en forme. Simplifiez-le, puis recommencez.");
            return new RenderResult(null, findings.All);
        }
    }
}

/// <param name="Body">Null when there is an error among the findings.</param>
internal sealed record RenderResult(RenderedBody? Body, IReadOnlyList<Finding> Findings);
