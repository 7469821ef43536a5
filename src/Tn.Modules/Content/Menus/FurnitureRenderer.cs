using System.Net;
using Tn.Content.Documents;
using Tn.Content.Rendering;

namespace Tn.Content.Menus;

/// <summary>Draws a menu or the home page's blocks for the committee, and says line by line what is wrong.</summary>
internal static class FurnitureRenderer
{
    public static RenderedBody Menu(string source, Findings findings, int lineOffset)
    {
        var items = MenuPart.Read(source).Items;
        CheckNumber(items.Count, "lien", findings);
        for (var at = 0; at < items.Count; at++)
        {
            var line = lineOffset + at + 1;
            if (items[at].Text.Length is 0 or > LinkRules.TextLength)
            {
                findings.Error(line, $"Écrivez le texte du lien, en {LinkRules.TextLength} caractères au plus, puis « | » et l’adresse.");
            }
            else if (!LinkRules.IsAllowed(items[at].Url))
            {
                findings.Error(line, $"« {items[at].Text} » n’a pas d’adresse qui convienne : écrivez « {items[at].Text} | /formations », ou une adresse en https://.");
            }
        }

        return Body($"<ul>{string.Concat(items.Select(item => $"<li>{Encoded(item.Text)} : {Encoded(item.Url)}</li>"))}</ul>");
    }

    public static RenderedBody Home(string source, Findings findings, int lineOffset)
    {
        var blocks = HomePart.Read(source).Blocks;
        CheckNumber(blocks.Count, "bloc", findings);
        for (var at = 0; at < blocks.Count; at++)
        {
            var line = lineOffset + at + 1;
            if (!HomeBlockKinds.All.Contains(blocks[at].Kind))
            {
                findings.Error(line, $"Le bloc « {blocks[at].Kind} » n’existe pas. Les blocs connus sont : {string.Join(", ", HomeBlockKinds.All)}.");
            }
            else if (blocks[at].Title.Length is 0 or > 120)
            {
                findings.Error(line, $"Écrivez le titre du bloc, en 120 caractères au plus : « {blocks[at].Kind} | Titre ».");
            }
        }

        return Body(string.Concat(blocks.Select(block => $"<h2>{Encoded(block.Title)}</h2><p>({Encoded(block.Kind)}) {Encoded(block.Text)}</p>")));
    }

    private static void CheckNumber(int count, string what, Findings findings)
    {
        if (count is 0 or > LinkRules.MaximumItems)
        {
            findings.Error(0, $"Il faut au moins un {what}, et {LinkRules.MaximumItems} au plus : un par ligne.");
        }
    }

    private static RenderedBody Body(string html) => new([new RenderedPart(PartKind.Text, html)], [], 0, string.Empty);

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
