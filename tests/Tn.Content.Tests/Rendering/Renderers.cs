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

    public static BodyRenderer Body { get; } = At(Bench());

    /// <summary>With workers of its own, and the budget that is the product's.</summary>
    public static RenderBench Bench() => new(Options.Create(new ContentOptions()));

    public static BodyRenderer At(RenderBench bench) => new(new LessonRenderer(Cleaner, Gift), Gift, bench);
}
