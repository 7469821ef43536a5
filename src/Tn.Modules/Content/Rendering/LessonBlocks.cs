using System.Net;
using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Tn.Content.Rendering;

/// <summary>The <c>:::</c> blocks this programme knows, and the line each is headed with.</summary>
internal static class LessonBlocks
{
    public const string Facilitator = "animateur";
    public const string Video = "video";

    private static readonly Dictionary<string, string> Titles = new(StringComparer.Ordinal)
    {
        ["objectifs"] = "Ce que vous saurez faire",
        ["a-retenir"] = "À retenir",
        ["cas"] = "Un cas",
        ["exercice"] = "Exercice",
        [Facilitator] = "Pour animer un atelier",
        [Video] = "Vidéo",
    };

    public static IEnumerable<string> Names => Titles.Keys;

    /// <summary>The block's title line, or null when nobody knows such a block.</summary>
    public static string? TitleOf(CustomContainer block) => Titles.GetValueOrDefault(block.Info ?? string.Empty);

    public static bool IsFacilitator(Block block) => block is CustomContainer { Info: Facilitator };

    /// <summary>A fence of questions.</summary>
    public static bool IsGift(Block block) => block is FencedCodeBlock { Info: "gift" };
}

/// <summary>Draws a block with its title line; an unknown one as a notice with its content.</summary>
internal sealed class LessonBlockRenderer : HtmlObjectRenderer<CustomContainer>
{
    protected override void Write(HtmlRenderer renderer, CustomContainer obj)
    {
        // Inside another block, notes for the facilitator would escape the check of who may read them.
        if (LessonBlocks.IsFacilitator(obj) && obj.Parent is not MarkdownDocument)
        {
            return;
        }

        var title = LessonBlocks.TitleOf(obj);
        renderer.EnsureLine();
        renderer.Write($"<div class=\"tn-block tn-block--{(title is null ? "inconnu" : obj.Info)}\"><p class=\"tn-block__title\">");
        renderer.Write(title ?? $"Bloc « {WebUtility.HtmlEncode(obj.Info)} » : ce site ne sait pas l’afficher autrement que comme un texte.");
        renderer.Write("</p>");
        if (obj.Info == LessonBlocks.Video)
        {
            WriteVideoLink(renderer, obj.Arguments);
        }

        renderer.WriteChildren(obj);
        renderer.Write("</div>");
    }

    /// <summary>A link, never a player: nothing is asked of a third party before the reader wants it.</summary>
    private static void WriteVideoLink(HtmlRenderer renderer, string? address)
    {
        if (Uri.TryCreate(address?.Trim(), UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps)
        {
            renderer.Write($"<p><a href=\"{WebUtility.HtmlEncode(url.AbsoluteUri)}\">Voir la vidéo sur {WebUtility.HtmlEncode(url.Host)}</a></p>");
        }
    }
}

/// <summary>Questions inside another block cannot be answered there: said, instead of showing their key.</summary>
internal sealed class NestedGiftRenderer : HtmlObjectRenderer<FencedCodeBlock>
{
    private static readonly CodeBlockRenderer Code = new();

    protected override void Write(HtmlRenderer renderer, FencedCodeBlock obj)
    {
        if (LessonBlocks.IsGift(obj))
        {
            renderer.Write("<p><em>Une question se trouve ici à l’intérieur d’un autre bloc : elle ne peut pas être posée.</em></p>");
            return;
        }

        Code.Write(renderer, obj);
    }
}
