using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Tn.Content.Packages.Install;
using Tn.Content.Packages.Watch;
using Tn.Platform.Web;

namespace Tn.Content.Tests.Packages;

public sealed class WatchingAFolder : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly string root = Directory.CreateTempSubdirectory("tn-watch-").FullName;

    [Theory]
    [InlineData(60_000)] // The system's notices only.
    [InlineData(20)] // And looking by itself.
    public async Task A_change_is_told_once_it_is_quiet(int everyMilliseconds)
    {
        Write("paquet/package.yml", "id: x\n");
        var told = Channel.CreateUnbounded<string>();
        using var stop = new CancellationTokenSource();
        using var watch = new FolderWatch(root, TimeProvider.System, TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(everyMilliseconds));
        var running = watch.RunAsync((folder, token) => told.Writer.WriteAsync(Path.GetFileName(folder), token).AsTask(), stop.Token);

        Assert.Equal("paquet", await NextAsync(told));
        Write("paquet/pages/a.md", "Un.\n");
        Write("paquet/pages/b.md", "Deux.\n");
        Assert.Equal("paquet", await NextAsync(told));
        Write("autre/package.yml", "id: y\n");
        Assert.Equal("autre", await NextAsync(told));
        File.Delete(Path.Combine(root, "paquet/pages/a.md"));
        Assert.Equal("paquet", await NextAsync(told));
        Assert.False(told.Reader.TryPeek(out _));

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task What_changed_is_installed_through_the_committee()
    {
        await using var site = await ContentSite.OpenAsync();
        foreach (var (path, text) in Course())
        {
            Write($"paquet/{path}", text);
        }

        var said = new SaidLog<WatchPackages>();
        var watcher = Watcher(site, said);
        Assert.Equal(3, (await watcher.InstallAsync(Path.Combine(root, "paquet"), default))!.Created);
        Assert.Single(await site.OpenSubmissionsAsync());
        Assert.False((await site.LatestAsync("premiere")).Published);

        Write("paquet/cours/01-premiere.md", APackage.Lesson("Première", "Corrigé."));
        Assert.Equal(1, (await watcher.InstallAsync(Path.Combine(root, "paquet"), default))!.Updated);
    }

    [Fact]
    public async Task What_is_wrong_is_in_the_log_with_its_file_and_line_and_nothing_is_installed()
    {
        await using var site = await ContentSite.OpenAsync();
        foreach (var (path, text) in Course())
        {
            Write($"paquet/{path}", text);
        }

        Write("paquet/cours/01-premiere.md", APackage.Lesson("Première", "![x](media/absente.png)"));
        var said = new SaidLog<WatchPackages>();
        Assert.Null(await Watcher(site, said).InstallAsync(Path.Combine(root, "paquet"), default));
        Assert.Contains(said.Lines, line => line.StartsWith("Error paquet/cours/01-premiere.md:16: erreur :", StringComparison.Ordinal));
        Assert.Empty(await site.OpenSubmissionsAsync());
    }

    [Theory]
    [InlineData("Development", true)]
    [InlineData("Production", false)]
    public void It_is_for_development_only(string environment, bool allowed)
    {
        var check = new WatchOptionsCheck(new AnEnvironment(environment));
        Assert.Equal(allowed, check.Validate(null, new WatchOptions { Watch = root }).Succeeded);
        Assert.True(check.Validate(null, new WatchOptions()).Succeeded);
        Assert.Contains("Content:Watch", check.Validate(null, new WatchOptions { Watch = Path.Combine(root, "absent") }).FailureMessage, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private static async Task<string> NextAsync(Channel<string> told) => await told.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    private static WatchPackages Watcher(ContentSite site, SaidLog<WatchPackages> said) =>
        new(Options.Create(new WatchOptions()), site.Get<Microsoft.Extensions.DependencyInjection.IServiceScopeFactory>(), site.Get<Sentences>(), site.Clock, said);

    private static IEnumerable<(string Path, string Text)> Course() =>
    [
        ("package.yml", "id: tn.essai\nversion: 1.0.0\ntitle: Essai\nlanguage: fr\nlicence: Licence Ouverte 2.0\nauthors: [Équipe]\naxis: donnees\nengine: 1.0.0\n"),
        ("cours/course.yml", "title: Un cours\nsummary: Court.\nobjectives:\n  - Savoir\naudience: tous\nlevel: pratique\nminutes: 20\naxis: donnees\nprerequisites: []\nreviewBy: 2027-11-30\n"),
        ("cours/01-premiere.md", APackage.Lesson("Première", "Un.")),
        ("cours/02-seconde.md", APackage.Lesson("Seconde", "Deux.")),
    ];

    private void Write(string path, string text)
    {
        var file = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private sealed class AnEnvironment(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "essai";

        public string ContentRootPath { get; set; } = ".";

        public Microsoft.Extensions.FileProviders.IFileProvider ContentRootFileProvider { get; set; } = new Microsoft.Extensions.FileProviders.NullFileProvider();
    }
}
