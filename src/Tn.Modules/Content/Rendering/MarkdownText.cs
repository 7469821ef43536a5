using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Tn.Content.Rendering;

/// <summary>
/// The one Markdown dialect: CommonMark, tables, footnotes, definition and task lists, <c>:::</c> blocks.
/// No generic attributes: they let <c># h {onclick=…}</c> through.
/// </summary>
internal static class MarkdownText
{
    public static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseFootnotes()
        .UseDefinitionLists()
        .UseTaskLists()
        .Use<BlockExtension>()
        .Build();

    /// <summary>Parses a text.</summary>
    /// <exception cref="ArgumentException">Nested too deeply.</exception>
    public static MarkdownDocument Parse(string markdown) => Markdown.Parse(markdown, Pipeline);

    /// <summary>Renders blocks one after the other; the result still has to be cleaned.</summary>
    public static string Render(IEnumerable<Block> blocks)
    {
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        foreach (var block in blocks)
        {
            renderer.Render(block);
        }

        return writer.ToString();
    }

    /// <summary>The words of a block, without marks.</summary>
    public static string WordsOf(LeafBlock block)
    {
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer) { EnableHtmlForInline = false, EnableHtmlEscape = false };
        Pipeline.Setup(renderer);
        renderer.WriteLeafInline(block);
        return writer.ToString();
    }

    /// <summary>Adds only the block form of custom containers; the inline <c>::span::</c> would eat the ids of questions.</summary>
    private sealed class BlockExtension : IMarkdownExtension
    {
        public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Insert(0, new CustomContainerParser());

        public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
        {
            if (renderer is HtmlRenderer html)
            {
                html.ObjectRenderers.Insert(0, new LessonBlockRenderer());
                html.ObjectRenderers.Insert(0, new NestedGiftRenderer());
                html.ObjectRenderers.ReplaceOrAdd<HtmlTaskListRenderer>(new TaskRenderer());
            }
        }
    }

    /// <summary>A box as a character: a form control in a text would be one that does nothing.</summary>
    private sealed class TaskRenderer : HtmlObjectRenderer<TaskList>
    {
        protected override void Write(HtmlRenderer renderer, TaskList obj) => renderer.Write(obj.Checked ? "☑" : "☐");
    }
}
