using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Tn.Platform.Jobs;
using Tn.Platform.Web;

namespace Tn.Platform.Mail;

/// <summary>Adds the mail pump, its transport and its sweep.</summary>
internal static class MailSetup
{
    public static IServiceCollection AddTnMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsCheck>();
        services.AddOptions<MailOptions>().Bind(configuration.GetSection("Mail")).ValidateOnStart();
        services.AddSingleton<PickupFolder>();
        services.AddSingleton<SmtpServer>();
        services.AddSingleton<IMailTransport>(provider => provider.GetRequiredService<IOptions<MailOptions>>().Value.IsSmtp
            ? provider.GetRequiredService<SmtpServer>()
            : provider.GetRequiredService<PickupFolder>());
        services.AddSingleton<LetterRenderer>();
        services.AddSingleton(provider => new MailPump(
            provider.GetRequiredService<IServiceScopeFactory>(),
            provider.GetRequiredService<IMailTransport>(),
            provider.GetRequiredService<IOptions<MailOptions>>(),
            provider.GetRequiredService<IOptions<SiteOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<MailPump>>()));
        services.AddHostedService<MailWorker>();
        services.AddRecurringWork<MailSweep>("mails", "* * * * *");
        return services;
    }
}

/// <summary>Sends what a crash or a failed try left.</summary>
internal sealed class MailSweep(MailPump pump) : IRecurringWork
{
    public Task RunAsync(CancellationToken cancellationToken) => pump.DrainAsync(cancellationToken);
}

/// <summary>Sends at once what was just written.</summary>
internal sealed partial class MailWorker(MailPump pump, MailSignal signal, ILogger<MailWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var leftovers = Leftovers.WakeLater(signal.Raise);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await signal.WaitAsync(stoppingToken);
                await pump.DrainAsync(stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception failure)
            {
                // The worker outlives a database that is away for a moment.
                LogFailure(log, failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Mails could not be read; the next sweep tries again.")]
    private static partial void LogFailure(ILogger log, Exception failure);
}
