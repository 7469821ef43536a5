using Microsoft.Extensions.Options;
using Tn.Content.Questions;
using Tn.Content.Rendering;

namespace Tn.Content.Tests.Rendering;

/// <summary>The renderer without a site: rules need no database.</summary>
internal static class Renderers
{
    private static readonly HtmlCleaner Cleaner = new();
    private static readonly InlineText Texts = new(Cleaner);
    private static readonly GiftReader Gift = new(new GiftParser(), new QuestionBuilder(Texts));

    public static BodyRenderer Body { get; } = new(new LessonRenderer(Cleaner, Gift), Gift, new RenderBench(Options.Create(new ContentOptions())));
}
