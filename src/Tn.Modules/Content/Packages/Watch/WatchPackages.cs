using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Tn.Content.Packages.Install;
using Tn.Content.Rendering;
using Tn.Platform.Web;

namespace Tn.Content.Packages.Watch;

/// <summary>
/// Installs the packages of <c>Content:Watch</c> when they change, as « packages install » would: what is new goes to the committee, what
/// was edited here waits for a decision, and what is wrong is said in the log with its file and line.
/// </summary>
internal sealed partial class WatchPackages(IOptions<WatchOptions> options, IServiceScopeFactory scopes, Sentences sentences, TimeProvider clock, ILogger<WatchPackages> log) : BackgroundService
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <summary>Reads a package and installs it when it is whole.</summary>
    /// <returns>What was done, or null when nothing could be.</returns>
    public async Task<InstallReport?> InstallAsync(string folder, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var package = await scope.ServiceProvider.GetRequiredService<PackageReader>().ReadAsync(folder, cancellationToken);
        foreach (var finding in package.Findings)
        {
            Found(finding.Severity == Severity.Error ? LogLevel.Error : LogLevel.Warning, Path.GetFileName(folder), finding);
        }

        if (!package.IsValid)
        {
            return null;
        }

        var outcome = await scope.ServiceProvider.GetRequiredService<InstallPackage>()
            .InstallAsync(package, null, ActContext.System(clock.GetUtcNow(), "watch"), cancellationToken);
        if (outcome.IsRefused(out var refusal))
        {
            Refused(Path.GetFileName(folder), sentences.InFrench.Of(refusal));
            return null;
        }

        var report = outcome.Value;
        foreach (var conflict in report.Conflicts)
        {
            Found(LogLevel.Warning, Path.GetFileName(folder), conflict);
        }

        Installed(package.Manifest!.Id, package.Manifest.Version, report.Created, report.Updated, report.Removed, report.Submissions);
        return report;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Watch is not { Length: > 0 } root)
        {
            return;
        }

        using var watch = new FolderWatch(Path.GetFullPath(root), clock, Quiet, Every);
        Watching(root);
        try
        {
            await watch.RunAsync(TryAsync, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site stops.
        }
    }

    private async Task TryAsync(string folder, CancellationToken cancellationToken)
    {
        try
        {
            await InstallAsync(folder, cancellationToken);
        }
        catch (Exception failure) when (failure is DbException or DbUpdateException or IOException)
        {
            // The next change tries again; a watcher must not take the site down.
            Failed(failure, folder);
        }
    }

    [LoggerMessage(Message = "{Package}/{Finding}")]
    private partial void Found(LogLevel level, string package, Finding finding);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Package}: {Sentence}")]
    private partial void Refused(string package, string sentence);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Package} {Version} installed: {Created} new, {Updated} changed, {Removed} removed, {Submissions} submissions to the committee.")]
    private partial void Installed(string package, string version, int created, int updated, int removed, int submissions);

    [LoggerMessage(Level = LogLevel.Information, Message = "Watching the packages of {Folder}.")]
    private partial void Watching(string folder);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Folder} was not installed this time.")]
    private partial void Failed(Exception failure, string folder);
}

/// <summary>The watched folder.</summary>
internal static class WatchServices
{
    public static IServiceCollection AddPackageWatch(this IServiceCollection services)
    {
        services.AddOptions<WatchOptions>().BindConfiguration("Content").ValidateOnStart();
        services.AddSingleton<IValidateOptions<WatchOptions>, WatchOptionsCheck>();
        services.AddSingleton<WatchPackages>();
        return services.AddHostedService(provider => provider.GetRequiredService<WatchPackages>());
    }
}
