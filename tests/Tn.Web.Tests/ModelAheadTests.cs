using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Scaffolding;
using Microsoft.Extensions.DependencyInjection;
using Tn.Migrations.Sqlite.Model;
using Tn.Platform.Data;
using Tn.Testing;

namespace Tn.Web.Tests;

/// <summary>The model that Entity Framework generated is the one that the modules declare.</summary>
[Collection(OnSqlite.Name)]
public sealed partial class ModelAheadTests(SqliteSite sqlite)
{
    private const string Cure = "The model changed since it was generated: generate it anew, as CONTRIBUTING.md says.";

    [Fact]
    public async Task What_was_generated_is_what_would_be_generated_today()
    {
        await using var scope = sqlite.Site.Services.CreateAsyncScope();
        var today = Directory.CreateTempSubdirectory("tn-model-").FullName;
        try
        {
            Generate(scope.ServiceProvider.GetRequiredService<TnDbContext>(), today);

            var kept = Read(Path.Combine(Repository.Root, "src", "Tn.Migrations.Sqlite", "Model"));
            var found = Read(today);
            Assert.True(kept.Keys.Order(StringComparer.Ordinal).SequenceEqual(found.Keys.Order(StringComparer.Ordinal)), Cure);
            Assert.All(found, file => Assert.True(kept[file.Key] == file.Value, $"{file.Key}: {Cure}"));
        }
        finally
        {
            Directory.Delete(today, recursive: true);
        }
    }

    [Fact]
    public async Task A_site_on_SQLite_reads_it()
    {
        await using var scope = sqlite.Site.Services.CreateAsyncScope();

        Assert.Same(SqliteTnDbContextModel.Instance, scope.ServiceProvider.GetRequiredService<TnDbContext>().Model);
    }

    private static void Generate(TnDbContext db, string folder)
    {
        var services = new ServiceCollection().AddEntityFrameworkDesignTimeServices().AddDbContextDesignTimeServices(db);
#pragma warning disable EF1001 // As `dotnet ef` finds them by the provider's name.
        new Microsoft.EntityFrameworkCore.Sqlite.Design.Internal.SqliteDesignTimeServices().ConfigureDesignTimeServices(services);
#pragma warning restore EF1001
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<ICompiledModelScaffolder>().ScaffoldModel(
            db.GetService<IDesignTimeModel>().Model,
            folder,
            new CompiledModelCodeGenerationOptions { ContextType = typeof(SqliteTnDbContext), ModelNamespace = "Tn.Migrations.Sqlite.Model", Language = "C#" });
    }

    // Each time it is generated, the model gets another number.
    private static Dictionary<string, string> Read(string folder) => Directory.EnumerateFiles(folder, "*.cs").ToDictionary(
        file => Path.GetFileName(file),
        file => ModelNumber().Replace(File.ReadAllText(file, Encoding.UTF8).ReplaceLineEndings("\n"), string.Empty),
        StringComparer.Ordinal);

    [GeneratedRegex("modelId: new Guid\\(\"[^\"]+\"\\)", RegexOptions.None, 1000)]
    private static partial Regex ModelNumber();
}
