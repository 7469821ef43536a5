using System.Collections.Concurrent;
using Microsoft.AspNetCore.OutputCaching;

namespace Tn.Courses.Tests.Building;

/// <summary>Everyone has an account, named after the id.</summary>
internal sealed class Everyone : IPeople
{
    public static readonly PersonId Helene = new(Guid.Parse("11111111-1111-7111-8111-111111111111"));
    public static readonly PersonId Karim = new(Guid.Parse("22222222-2222-7222-8222-222222222222"));

    public Task<PersonCard?> FindAsync(PersonId id, CancellationToken cancellationToken) => Task.FromResult<PersonCard?>(Card(id));

    public Task<PersonCard?> FindByEmailAsync(string email, CancellationToken cancellationToken) => Task.FromResult<PersonCard?>(null);

    public Task<IReadOnlyDictionary<PersonId, PersonCard>> FindManyAsync(IReadOnlyCollection<PersonId> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<PersonId, PersonCard>>(ids.ToDictionary(id => id, Card));

    public Task<IReadOnlyList<PersonCard>> WithRoleAsync(Role role, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<PersonCard>>([]);

    public static string NameOf(PersonId id) => id == Helene ? "Hélène Marchetti" : id == Karim ? "Karim Benali" : "Quelqu’un";

    private static PersonCard Card(PersonId id) => new(id, NameOf(id), $"{id}@demo.test", new HashSet<Role> { Role.Advisor });
}

/// <summary>Keeps the letters told, once per key.</summary>
internal sealed class LettersKept : INotifier
{
    public ConcurrentDictionary<string, (PersonId To, Letter Letter)> ByKey { get; } = new();

    public Task TellAsync(PersonId to, string key, Letter letter, ActContext act, CancellationToken cancellationToken)
    {
        ByKey.TryAdd(key, (to, letter));
        return Task.CompletedTask;
    }
}

/// <summary>An output cache that only remembers which tags were evicted.</summary>
internal sealed class EvictionsSeen : IOutputCacheStore
{
    public List<string> Tags { get; } = [];

    public ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken)
    {
        Tags.Add(tag);
        return ValueTask.CompletedTask;
    }

    public ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken) => ValueTask.FromResult<byte[]?>(null);

    public ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
