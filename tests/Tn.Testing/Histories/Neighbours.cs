using System.Collections.Concurrent;
using Tn.Contracts;
using Tn.Kernel;

namespace Tn.Testing.Histories;

/// <summary>Accounts: the consultants of a history and the members of its committees.</summary>
internal sealed class Accounts(IEnumerable<Simulated> consultants) : IPeople
{
    private readonly Dictionary<PersonId, PersonCard> cards = consultants
        .Select(one => new PersonCard(one.Person, one.Name, $"consultant{one.Number}@exemple.test", new HashSet<Role> { Role.Consultant }))
        .Concat(Roster.All.DistinctBy(seat => seat.Person).Select(seat => new PersonCard(seat.Person, seat.DisplayName, $"{seat.Person.Value:N}@exemple.test", Roster.RolesOf(seat.Person))))
        .ToDictionary(card => card.Id);

    public Task<PersonCard?> FindAsync(PersonId id, CancellationToken cancellationToken) => Task.FromResult(cards.GetValueOrDefault(id));

    public Task<PersonCard?> FindByEmailAsync(string email, CancellationToken cancellationToken) => Task.FromResult(cards.Values.FirstOrDefault(card => card.Email == email));

    public Task<IReadOnlyDictionary<PersonId, PersonCard>> FindManyAsync(IReadOnlyCollection<PersonId> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<PersonId, PersonCard>>(ids.Where(cards.ContainsKey).Distinct().ToDictionary(id => id, id => cards[id]));

    public Task<IReadOnlyList<PersonCard>> WithRoleAsync(Role role, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PersonCard>>([.. cards.Values.Where(card => card.Roles.Contains(role))]);
}

/// <summary>What consultants have learnt, as the module of courses would tell it.</summary>
internal sealed class Completions : ICompletions
{
    private readonly ConcurrentDictionary<PersonId, List<CompletedCourse>> completed = new();

    public void Add(PersonId person, string slug, DateTimeOffset at) =>
        completed.GetOrAdd(person, _ => []).Add(new CompletedCourse(slug, slug, slug, at, "attestation"));

    /// <summary>Nobody learnt anything: for the proof that the property of courses can fail.</summary>
    public void Forget() => completed.Clear();

    public IReadOnlyList<CompletedCourse> Of(PersonId person) => completed.TryGetValue(person, out var courses) ? courses : [];

    public Task<IReadOnlyList<CompletedCourse>> OfAsync(PersonId person, CancellationToken cancellationToken) => Task.FromResult(Of(person));
}

/// <summary>The consultant's charter in its versions, newest first.</summary>
internal sealed class Charters : IPublishedDocuments
{
    private readonly List<PublishedDocument> versions = [Version("v1", isMaterial: true, French.StartOf(Calendar.FirstDay))];

    public PublishedDocument Current => versions[0];

    public IReadOnlyList<PublishedDocument> Versions => versions;

    public void Publish(string id, bool isMaterial, DateTimeOffset at) => versions.Insert(0, Version(id, isMaterial, at));

    public Task<IReadOnlyList<PublishedDocument>> ListAsync(string contentType, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PublishedDocument>>([Current]);

    public Task<PublishedDocument?> FindAsync(string contentType, string slug, CancellationToken cancellationToken) =>
        Task.FromResult<PublishedDocument?>(contentType == ContentTypes.Charter && slug == "consultant" ? Current : null);

    public Task<PublishedDocument?> FindVersionAsync(string versionId, CancellationToken cancellationToken) => Task.FromResult(versions.Find(one => one.VersionId == versionId));

    public Task<IReadOnlyList<PublishedDocument>> HistoryAsync(string itemId, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<PublishedDocument>>([.. versions]);

    private static PublishedDocument Version(string id, bool isMaterial, DateTimeOffset at) => new(
        "charter", id, ContentTypes.Charter, "consultant", "Charte du consultant privé", string.Empty, null, null, at,
        $"<p>Article 1, {id}.</p>", $"Article 1, {id}.\n", new Dictionary<string, string> { ["number"] = id, ["change"] = isMaterial ? "material" : "editorial" });
}

/// <summary>A bank of forty items an axis, in which the choice <c>a</c> is right.</summary>
internal sealed class Bank : IQuestionBanks
{
    public const string Right = "a";
    public const string Wrong = "b";
    private const int ItemsAnAxis = 40;
    private static readonly string[] Difficulties = ["facile", "moyen", "difficile"];

    private static readonly IReadOnlyList<BankItem> Items =
        [.. Axes.Founding.SelectMany(axis => Enumerable.Range(1, ItemsAnAxis).Select(number => Item(axis.Key, $"{axis.Key}-{number:000}", Difficulties[number % 3])))];

    public Task<IReadOnlyList<BankItem>> ItemsAsync(CancellationToken cancellationToken) => Task.FromResult(Items);

    private static BankItem Item(string axis, string id, string difficulty) => new(
        id, $"v-{id}", axis, new Question(id, QuestionKind.SingleChoice, $"<p>{id}</p>", [new(Right, "Juste", 1, ""), new(Wrong, "Faux", 0, ""), new("c", "Faux", 0, "")], "", difficulty));
}
