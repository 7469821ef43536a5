using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tn.Kernel;
using Tn.Platform.Data;
using Tn.Platform.Search;

namespace Tn.Platform.Tests.Search;

/// <summary>A site with a database, an index and a shelf of documents, in a folder of its own.</summary>
internal sealed class ASearchSite : IAsyncDisposable
{
    private readonly string folder;
    private readonly bool keepsFolder;
    private readonly ServiceProvider services;

    private ASearchSite(string folder, Shelf shelf, bool keepsFolder)
    {
        (this.folder, Shelf, this.keepsFolder) = (folder, shelf, keepsFolder);
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddPlatform(new ConfigurationBuilder().Build(), new DataFolder(folder));
        collection.AddSingleton<ISearchSource>(shelf);
        services = collection.BuildServiceProvider();
    }

    public Shelf Shelf { get; }

    public SearchEngine Engine => services.GetRequiredService<SearchEngine>();

    public SearchKeeper Keeper => services.GetRequiredService<SearchKeeper>();

    public SearchIndex Index => services.GetRequiredService<SearchIndex>();

    /// <summary>The index's folder now.</summary>
    public string IndexPath => Index.PathOfCurrent()!;

    public static async Task<ASearchSite> OpenAsync(params SearchDocument[] documents)
    {
        var site = new ASearchSite(Directory.CreateTempSubdirectory("tn-search").FullName, new Shelf(documents), keepsFolder: false);
        await using (var scope = site.services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<TnDbContext>().Database.EnsureCreatedAsync();
        }

        await site.Keeper.OpenAsync(default);
        return site;
    }

    /// <summary>Another process on the same folder, after this one ended.</summary>
    public ASearchSite NextProcess() => new(folder, Shelf, keepsFolder: true);

    /// <summary>Writes that documents changed, as acts do; the index is not told.</summary>
    public async Task ChangeAsync(params SearchDocument[] documents)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TnDbContext>();
        foreach (var document in documents)
        {
            Shelf.Put(document);
            db.Record(new SearchableChanged(document.Kind, document.Id), ActContext.System(DateTimeOffset.UnixEpoch, "test"));
        }

        await db.SaveChangesAsync();
    }

    public async Task RemoveAsync(string kind, string id)
    {
        Shelf.Remove(id);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TnDbContext>();
        db.Record(new SearchableChanged(kind, id), ActContext.System(DateTimeOffset.UnixEpoch, "test"));
        await db.SaveChangesAsync();
    }

    public SearchResults Search(string text) => Engine.Search(new SearchQuery(text));

    public IReadOnlyList<string> Find(string text) => [.. Search(text).Hits.Select(hit => hit.Id)];

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (!keepsFolder)
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

/// <summary>Documents in memory, in the place of a module's table.</summary>
internal sealed class Shelf(IEnumerable<SearchDocument> documents) : ISearchSource
{
    private readonly Dictionary<string, SearchDocument> documents = documents.ToDictionary(document => document.Id);

    /// <summary>How often single documents were asked for.</summary>
    public int Asked { get; private set; }

    /// <summary>How often everything was.</summary>
    public int Fills { get; private set; }

    public IReadOnlyList<string> Kinds => ["person", "lesson", "centre"];

    public void Put(SearchDocument document) => documents[document.Id] = document;

    public void Remove(string id) => documents.Remove(id);

    public async IAsyncEnumerable<SearchDocument> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Fills++;
        foreach (var document in documents.Values)
        {
            yield return document;
        }

        await Task.CompletedTask;
    }

    public Task<SearchDocument?> FindAsync(string kind, string id, CancellationToken cancellationToken)
    {
        Asked++;
        return Task.FromResult(documents.GetValueOrDefault(id));
    }
}
