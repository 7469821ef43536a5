using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace Tn.Platform.Web;

/// <summary>
/// Answers 405 to a verb, or a form, that a page does not know. Razor Pages would draw the page with nothing loaded:
/// without the checks that its handlers make, and failing on whatever they should have found.
/// </summary>
internal sealed class KnownVerbsOnly : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
        // What has no handler is answered just before it would run: here no answer can be given.
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var request = context.HttpContext.Request;
        // A page without OnGet is read as it is, and the framework answers OPTIONS with nothing.
        // The error page speaks for any verb: it repeats the request it explains.
        var isReading = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);
        if (context.HandlerMethod is null && !isReading && context.HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null
            && context.HttpContext.Features.Get<IExceptionHandlerFeature>() is null)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        // Nothing to do afterwards.
    }
}

/// <summary>Registers the rule for all pages.</summary>
public static class KnownVerbs
{
    /// <summary>Refuses verbs that a page does not handle.</summary>
    public static IMvcBuilder AddKnownVerbsOnly(this IMvcBuilder mvc)
    {
        mvc.Services.Configure<MvcOptions>(options => options.Filters.Add<KnownVerbsOnly>());
        return mvc;
    }
}
