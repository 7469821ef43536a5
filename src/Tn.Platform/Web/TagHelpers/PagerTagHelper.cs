using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Tn.Kernel;

namespace Tn.Platform.Web.TagHelpers;

/// <summary>
/// Pages by address, keeping the rest of the query. The address says <c>?p=2</c>, because Razor Pages keeps
/// the name <c>page</c> for itself and would not bind it.
/// </summary>
[HtmlTargetElement("tn-pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTagHelper(Texts texts) : TagHelper
{
    /// <summary>The page shown, from 1.</summary>
    public required int Page { get; set; }

    /// <summary>Results on a page.</summary>
    public required int Size { get; set; }

    /// <summary>Results in all.</summary>
    public required int Total { get; set; }

    /// <summary>The name in the query.</summary>
    public string Parameter { get; set; } = "p";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var last = (Total + Math.Max(Size, 1) - 1) / Math.Max(Size, 1);
        if (last < 2)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "tn-pager");
        output.Attributes.SetAttribute("aria-label", texts["Pages de résultats"]);
        var list = Tag.Of("ul", "tn-pager__list");
        list.Add(Page > 1 ? Item(Link(Page - 1, texts["Page précédente"], "prev")) : null);
        foreach (var number in Shown(last))
        {
            list.Add(number == 0 ? Item(Tag.Of("span", "tn-pager__gap").Text("…")) : Item(Numbered(number)));
        }

        list.Add(Page < last ? Item(Link(Page + 1, texts["Page suivante"], "next")) : null);
        output.Content.SetHtmlContent(list);
    }

    // The first, the last and the neighbours; 0 stands for what is left out.
    private IEnumerable<int> Shown(int last)
    {
        var before = 0;
        foreach (var number in Enumerable.Range(1, last).Where(number => number == 1 || number == last || Math.Abs(number - Page) <= 1))
        {
            if (number > before + 1)
            {
                yield return 0;
            }

            yield return before = number;
        }
    }

    private static TagBuilder Item(TagBuilder content) => Tag.Of("li").Add(content);

    private TagBuilder Numbered(int number)
    {
        var words = texts.Number(number);
        var link = Tag.Of("a", "tn-pager__link").With("href", Address(number)).With("aria-label", texts[$"Page {words}"]).Text(words);
        return number == Page ? link.With("aria-current", "page") : link;
    }

    private TagBuilder Link(int number, string words, string relation) =>
        Tag.Of("a", "tn-pager__link").With("href", Address(number)).With("rel", relation).Text(words);

    private string Address(int number)
    {
        var request = View.HttpContext.Request;
        var query = new QueryBuilder(request.Query.Where(pair => pair.Key != Parameter));
        if (number > 1)
        {
            query.Add(Parameter, number.ToString(CultureInfo.InvariantCulture));
        }

        // An empty query must still replace the present one.
        var written = query.ToQueryString();
        return request.PathBase + request.Path + (written.HasValue ? written.Value : "");
    }
}
