using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tn.Platform.Data;
using Tn.Testing;

namespace Tn.Architecture.Tests;

public sealed class WallsTests
{
    private static readonly string[] DomainMayKnow = ["System.", "Tn.Kernel.", "Tn.Contracts.", "Stateless.", "Tn.Platform.Data.IRevisioned", "Tn.Platform.Data.TnJson", "Microsoft.CodeAnalysis.", "<PrivateImplementationDetails>"];

    [Fact]
    public void A_module_knows_the_kernel_the_contracts_and_the_platform_only()
    {
        foreach (var module in Walls.Modules)
        {
            Assert.Empty(Walls.ForbiddenReferences(module, "Tn.Kernel", "Tn.Contracts", "Tn.Platform"));
        }
    }

    [Fact]
    public void The_rule_on_references_can_fail() =>
        Assert.Contains("Tn.Web", Walls.ForbiddenReferences(typeof(TestSite).Assembly, "Tn.Kernel", "Tn.Contracts", "Tn.Platform"));

    [Fact]
    public void Contracts_know_the_kernel_only_and_the_kernel_knows_nobody()
    {
        Assert.Empty(Walls.ForbiddenReferences(typeof(Contracts.Axes).Assembly, "Tn.Kernel"));
        Assert.Empty(Walls.ForbiddenReferences(typeof(Kernel.Outcome).Assembly));
        Assert.Empty(Walls.ForbiddenReferences(typeof(TnDbContext).Assembly, "Tn.Kernel", "Tn.Contracts"));
    }

    [Fact]
    public void Only_the_door_of_a_module_is_public()
    {
        foreach (var module in Walls.Modules)
        {
            Assert.Empty(Walls.PublicTypes(module, module.GetName().Name!["Tn.".Length..] + "Module"));
        }
    }

    [Fact]
    public void The_rule_on_public_types_can_fail() =>
        Assert.Contains(nameof(TestSite), Walls.PublicTypes(typeof(TestSite).Assembly, "Visitor"));

    [Fact]
    public void What_has_a_life_knows_no_web_no_database_and_no_job()
    {
        var architecture = Walls.Read([.. Walls.Modules]);
        var entities = MappedTypes().ToList();

        Assert.NotEmpty(entities);
        Assert.Equal([], entities.SelectMany(entity =>
            Walls.ForeignDependencies(architecture, entity, [.. DomainMayKnow, $"{entity.Assembly.GetName().Name}."]).Select(found => $"{entity.Name} → {found}")));
    }

    [Fact]
    public void The_rule_on_domain_code_can_fail()
    {
        var architecture = Walls.Read(typeof(EntityThatKnowsTheDatabase).Assembly);

        Assert.NotEmpty(Walls.ForeignDependencies(architecture, typeof(EntityThatKnowsTheDatabase), [.. DomainMayKnow, "Tn.Architecture.Tests."]));
    }

    [Fact]
    public void Nobody_reads_the_clock_of_the_machine()
    {
        System.Reflection.Assembly[] ours = [.. Walls.Modules, typeof(TnDbContext).Assembly, typeof(Kernel.Outcome).Assembly, typeof(Web.TnHost).Assembly];

        Assert.Empty(Walls.ClockReaders(Walls.Read(ours), ours));
    }

    [Fact]
    public void The_rule_on_clocks_can_fail()
    {
        var here = typeof(WallsTests).Assembly;

        Assert.NotEmpty(Walls.ClockReaders(Walls.Read(here), here));
    }

    // The entities are those the database really maps: a new one cannot hide from the rule.
    private static IEnumerable<Type> MappedTypes()
    {
        var folder = Directory.CreateTempSubdirectory("tn-architecture-").FullName;
        using var host = Web.TnHost.Build(["--data", folder, "--applicationName", "Tn.Web", "--contentRoot", AppContext.BaseDirectory]);
        using var scope = host.Services.CreateScope();
        var modules = Walls.Modules.ToHashSet();
        return [.. scope.ServiceProvider.GetRequiredService<TnDbContext>().Model.GetEntityTypes()
            .Select(entity => entity.ClrType)
            .Where(type => modules.Contains(type.Assembly) && !IsIdentityFramework(type))
            .Distinct()];
    }

    // The account classes inherit from ASP.NET Core Identity's by design.
    private static bool IsIdentityFramework(Type type) =>
        type.BaseType?.Namespace?.StartsWith("Microsoft.AspNetCore.Identity", StringComparison.Ordinal) == true;
}

/// <summary>A fixture that breaks the rule on domain code.</summary>
internal sealed class EntityThatKnowsTheDatabase
{
    public DbContext? Database { get; set; }
}

/// <summary>A fixture that breaks the rule on clocks.</summary>
internal static class ReaderOfTheClock
{
    public static DateTimeOffset Now() => DateTimeOffset.UtcNow;
}
