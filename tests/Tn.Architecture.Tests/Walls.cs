using System.Reflection;
using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Dependencies;
using ArchUnitNET.Domain.Extensions;
using ArchUnitNET.Loader;

namespace Tn.Architecture.Tests;

/// <summary>The rules, as functions that list what breaks them. Each says what is allowed, so that a misspelt name cannot pass.</summary>
internal static class Walls
{
    private static readonly string[] ClockMembers =
    [
        "System.DateTime::get_Now()", "System.DateTime::get_UtcNow()", "System.DateTime::get_Today()",
        "System.DateTimeOffset::get_Now()", "System.DateTimeOffset::get_UtcNow()",
    ];

    public static readonly string[] ModuleNames =
        ["Identity", "Committees", "Content", "Courses", "Journey", "Certification", "Network", "Webinars", "Reminders"];

    public static IEnumerable<System.Reflection.Assembly> Modules => ModuleNames.Select(name => System.Reflection.Assembly.Load($"Tn.{name}"));

    /// <summary>Our own assemblies that this one may not know.</summary>
    public static IReadOnlyList<string> ForbiddenReferences(System.Reflection.Assembly assembly, params string[] allowed) =>
        [.. assembly.GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => name.StartsWith("Tn.", StringComparison.Ordinal) && !allowed.Contains(name))];

    /// <summary>Public types beyond those allowed.</summary>
    public static IReadOnlyList<string> PublicTypes(System.Reflection.Assembly assembly, params string[] allowed) =>
        [.. assembly.GetExportedTypes()
            .Where(type => !type.IsNested)
            .Select(type => type.Name)
            .Except(allowed)];

    /// <summary>What a type depends on outside the allowed name spaces.</summary>
    public static IReadOnlyList<string> ForeignDependencies(ArchUnitNET.Domain.Architecture architecture, System.Type type, params string[] allowed) =>
        [.. architecture.Types.Where(found => found.FullName == type.FullName || found.FullName.StartsWith(type.FullName + "+", StringComparison.Ordinal))
            .SelectMany(found => found.Dependencies)
            .Select(dependency => dependency.Target.FullName)
            .Distinct()
            .Where(target => !target.Contains("<PrivateImplementationDetails>", StringComparison.Ordinal)
                && !allowed.Any(name => target.StartsWith(name, StringComparison.Ordinal)))];

    /// <summary>Members that read the machine's clock instead of a <see cref="TimeProvider"/>.</summary>
    public static IReadOnlyList<string> ClockReaders(ArchUnitNET.Domain.Architecture architecture, params System.Reflection.Assembly[] assemblies)
    {
        var names = assemblies.Select(assembly => assembly.GetName().Name).ToHashSet();
        return [.. architecture.Types
            .Where(type => names.Contains(type.Assembly.Name.Split(',')[0]))
            .SelectMany(type => type.Dependencies.OfType<MethodCallDependency>()
                .Where(call => ClockMembers.Any(member => call.TargetMember.FullName.Contains(member, StringComparison.Ordinal)))
                .Select(call => call.OriginMember.FullName))
            .Distinct()];
    }

    /// <summary>Reads the assemblies' types and dependencies.</summary>
    public static ArchUnitNET.Domain.Architecture Read(params System.Reflection.Assembly[] assemblies) =>
        new ArchLoader().LoadAssemblies(assemblies).Build();
}
