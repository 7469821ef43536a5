using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Tn.Journey.Tests.Census.Register;

/// <summary>A register on this machine that answers as the test says.</summary>
internal sealed class StubRegister : IAsyncDisposable
{
    private readonly WebApplication app;

    private StubRegister(WebApplication app) => this.app = app;

    public string Address => app.Urls.First();

    /// <summary>What was asked, with its query.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>The answer recorded from the real register.</summary>
    public static string Recorded => File.ReadAllText(System.IO.Path.Combine(AppContext.BaseDirectory, "Census", "Register", "recherche-entreprises.json"));

    public static async Task<StubRegister> OpenAsync(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var host = builder.Build();
        host.Urls.Add("http://127.0.0.1:0");
        var stub = new StubRegister(host);
        host.Run(context =>
        {
            stub.Asked.Add(context.Request.Path + context.Request.QueryString.ToString());
            return answer(context);
        });
        await host.StartAsync();
        return stub;
    }

    public static Task<StubRegister> SayingAsync(int status, string body) => OpenAsync(async context =>
    {
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(body, context.RequestAborted);
    });

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
