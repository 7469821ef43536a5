using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Tn.Browser.Tests.Hostile;

/// <summary>The site without its content security policy, so that whatever the cleaning lets through does run. There is no such setting in the product.</summary>
public sealed class UnprotectedSite : BrowserSite
{
    protected override Action<WebApplicationBuilder> Adjust => builder => builder.Services.AddTransient<IStartupFilter, WithoutPolicy>();

    private sealed class WithoutPolicy : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, then) =>
            {
                context.Response.OnStarting(() =>
                {
                    context.Response.Headers.ContentSecurityPolicy = default;
                    return Task.CompletedTask;
                });
                return then(context);
            });
            next(app);
        };
    }
}
