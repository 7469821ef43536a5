using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;
using Tn.Platform.Web;

namespace Tn.Platform.Tests.TagHelpers;

/// <summary>A page on which tag helpers are drawn.</summary>
internal sealed class APage
{
    /// <summary>The interface's words: no book, so French.</summary>
    public static readonly Texts Texts = new([]);

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly ModelMetadataProvider metadata = new EmptyModelMetadataProvider();

    public APage() => View = new ViewContext
    {
        HttpContext = new DefaultHttpContext { RequestServices = new ServiceCollection().AddSingleton(Texts).BuildServiceProvider() },
        ViewData = new ViewDataDictionary(metadata, new ModelStateDictionary()),
    };

    public ViewContext View { get; }

    /// <summary>A field of the page's model.</summary>
    public ModelExpression Field<T>(string name, T value) => new(name, metadata.GetModelExplorerForType(typeof(T), value));

    /// <summary>Someone typed this.</summary>
    public APage Typed(string name, string value)
    {
        View.ViewData.ModelState.SetModelValue(name, value, value);
        return this;
    }

    public APage Wrong(string name, string sentence)
    {
        View.ViewData.ModelState.AddModelError(name, sentence);
        return this;
    }

    public APage At(string path, string query)
    {
        View.HttpContext.Request.Path = path;
        View.HttpContext.Request.QueryString = new QueryString(query);
        return this;
    }

    /// <summary>Runs the tag helper; what it says is written later, as a page does.</summary>
    public static TagHelperOutput Run(TagHelper helper, params TagHelperAttribute[] attributes)
    {
        var output = new TagHelperOutput("tn", [.. attributes], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        helper.Process(new TagHelperContext([], new Dictionary<object, object>(), "1"), output);
        return output;
    }

    public static string Written(TagHelperOutput output)
    {
        using var writer = new StringWriter();
        output.WriteTo(writer, Encoder);
        return writer.ToString();
    }

    public static string Draw(TagHelper helper, params TagHelperAttribute[] attributes) => Written(Run(helper, attributes));
}
