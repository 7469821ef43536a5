using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tn.Platform.Events;
using Tn.Platform.Startup;

namespace Tn.Content.AxesInForce;

/// <summary>At start, before the first request.</summary>
internal sealed class AxesAtStart(AxisRegister register) : IPreparation
{
    public int Order => 5;

    public Task PrepareAsync(CancellationToken cancellationToken) => register.RenewAsync(cancellationToken);
}

/// <summary>When the committee published or archived an axis. Safe to run twice.</summary>
internal sealed class WhenAxesChange(AxisRegister register) : IEventHandler<ContentPublished>, IEventHandler<ContentArchived>
{
    public Task HandleAsync(ContentPublished happened, ActContext act, CancellationToken cancellationToken) => RenewAsync(happened.ContentType, cancellationToken);

    public Task HandleAsync(ContentArchived happened, ActContext act, CancellationToken cancellationToken) => RenewAsync(happened.ContentType, cancellationToken);

    private Task RenewAsync(string contentType, CancellationToken cancellationToken) =>
        contentType == ContentTypes.Axis ? register.RenewAsync(cancellationToken) : Task.CompletedTask;
}

/// <summary>An event is heard by one node: the others look every half minute.</summary>
internal sealed partial class AxesOfOtherNodes(AxisRegister register, TimeProvider clock, ILogger<AxesOfOtherNodes> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(30), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await register.RenewAsync(stoppingToken);
            }
            catch (Exception wrong) when (wrong is not OperationCanceledException)
            {
                // The database is away: the axes known so far stay, and the next look tries again.
                NotRead(wrong);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The axes could not be read; those known stay.")]
    private partial void NotRead(Exception wrong);
}
