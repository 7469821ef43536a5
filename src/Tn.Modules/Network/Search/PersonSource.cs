using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Tn.Network.Profiles;
using Tn.Platform.Data;
using Tn.Platform.Search;

namespace Tn.Network.Search;

/// <summary>People, as they wish to be read. Whether someone is certified is not in the index: it can change without a word here.</summary>
internal sealed class PersonSource(TnDbContext db) : ISearchSource
{
    public IReadOnlyList<string> Kinds => [NetworkKinds.Person];

    public async IAsyncEnumerable<SearchDocument> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var profile in db.Set<NetworkProfile>().AsNoTracking().Where(profile => profile.IsPublic).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (profile.AsPublic() is { } shown)
            {
                yield return DocumentOf(shown);
            }
        }
    }

    public async Task<SearchDocument?> FindAsync(string kind, string id, CancellationToken cancellationToken)
    {
        var person = new PersonId(Guid.Parse(id));
        var profile = await db.Set<NetworkProfile>().AsNoTracking().SingleOrDefaultAsync(one => one.Person == person, cancellationToken);
        return profile?.AsPublic() is { } shown ? DocumentOf(shown) : null;
    }

    /// <summary>The name of a kind in the index.</summary>
    public static string CategoryOf(NetworkKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>What is found of a person: made from what she shows, and from nothing else.</summary>
    public static SearchDocument DocumentOf(PublicProfile person) => new(NetworkKinds.Person, person.Person.ToString(), person.DisplayName, person.Presentation ?? string.Empty, person.Url)
    {
        Axes = person.Axes,
        Departments = person.Departments,
        Category = CategoryOf(person.Kind),
        Subtitle = person.Line,
        Keywords = string.Join(", ", new[] { person.Role, person.Structure, person.Commune, Words(person.Kind) }.OfType<string>()
            .Concat(person.Axes.Select(Axes.NameOf))
            .Concat(person.Departments.Select(code => $"{Departments.NameOf(code)} {code}"))
            .Concat(person.Languages)),
    };

    // Both genders, since people type either.
    private static string Words(NetworkKind kind) => kind switch
    {
        NetworkKind.Advisor => "conseiller conseillère",
        NetworkKind.Consultant => "consultant consultante",
        _ => "expert experte",
    };
}
