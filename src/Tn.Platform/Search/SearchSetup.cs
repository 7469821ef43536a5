using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tn.Platform.CommandLine;
using Tn.Platform.Events;

namespace Tn.Platform.Search;

/// <summary>Adds the search engine.</summary>
public static class SearchSetup
{
    internal static IServiceCollection AddTnSearch(this IServiceCollection services)
    {
        services.AddSingleton<SearchIndex>();
        services.AddSingleton<SearchFeeder>();
        services.AddSingleton(provider => new SearchKeeper(
            provider.GetRequiredService<SearchIndex>(), provider.GetRequiredService<SearchFeeder>(), provider.GetRequiredService<ILogger<SearchKeeper>>()));
        services.AddSingleton(provider => new SearchEngine(provider.GetRequiredService<SearchIndex>(), provider.GetRequiredService<ILogger<SearchEngine>>()));
        services.AddHostedService<SearchWorker>();
        services.AddSingleton<IVerb, SearchVerb>();
        services.AddSingleton<IVerb, SeedVerb>();
        return services;
    }

    /// <summary>Adds what a module's part of the index is made from.</summary>
    public static IServiceCollection AddSearchSource<TSource>(this IServiceCollection services)
        where TSource : class, ISearchSource
        => services.AddScoped<ISearchSource, TSource>();
}

/// <summary>
/// Opens the index beside the site's start, then follows each commit of this node. What another node wrote, or a command
/// rebuilt, is seen at the next look; once a day the whole index is read, since flipped bytes go unnoticed otherwise.
/// It is no Hangfire job: those run on one node, and each node has an index.
/// </summary>
internal sealed partial class SearchWorker(SearchKeeper keeper, OutboxSignal signal, TimeProvider clock, ILogger<SearchWorker> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Check = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ear = signal.Listen();
        var opened = false;
        var checkedAt = clock.GetUtcNow();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!opened)
                {
                    await keeper.OpenAsync(stoppingToken);
                    opened = true;
                }
                else if (clock.GetUtcNow() - checkedAt > Check)
                {
                    await keeper.CheckAsync(stoppingToken);
                    checkedAt = clock.GetUtcNow();
                }

                await keeper.CatchUpAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The worker outlives a database that is away for a moment.
                LogFailure(log, failure);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await WaitAsync(ear, stoppingToken);
        }
    }

    private static async Task WaitAsync(OutboxEar ear, CancellationToken stoppingToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        patience.CancelAfter(Look);
        await ear.WaitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The search index could not be fed; it will be tried again.")]
    private static partial void LogFailure(ILogger log, Exception failure);
}
