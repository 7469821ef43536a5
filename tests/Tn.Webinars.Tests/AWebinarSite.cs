using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tn.Platform;
using Tn.Platform.Data;
using Tn.Webinars.Registrations;
using Tn.Webinars.Sessions;

namespace Tn.Webinars.Tests;

/// <summary>The module on a real database, beside small stand-ins for the modules it asks.</summary>
internal sealed class AWebinarSite : IAsyncDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    public static readonly PersonId Lea = new(new Guid("00000000-0000-0000-0000-000000000001"));

    private readonly string folder = Directory.CreateTempSubdirectory("tn-webinars").FullName;
    private readonly ServiceProvider services;

    private AWebinarSite()
    {
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddPlatform(new ConfigurationBuilder().Build(), new DataFolder(folder));
        collection.AddWebinars();
        collection.AddSingleton<IPublishedDocuments>(Documents);
        collection.AddSingleton<INotifier>(Desk);
        collection.AddSingleton<IReminders>(Desk);
        collection.AddSingleton<IPeople, NoPeople>();
        services = collection.BuildServiceProvider(validateScopes: true);
    }

    public DocumentShelf Documents { get; } = new();

    public ReminderDesk Desk { get; } = new();

    public static async Task<AWebinarSite> OpenAsync()
    {
        var site = new AWebinarSite();
        await site.DoAsync<TnDbContext, bool>(db => db.Database.EnsureCreatedAsync());
        return site;
    }

    public async Task<T> DoAsync<TService, T>(Func<TService, Task<T>> work)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Publishes a webinar and settles its session.</summary>
    public async Task<WebinarSession> PublishAsync(PublishedDocument document, DateTimeOffset? at = null)
    {
        Documents.Put(document);
        await DoAsync<SessionCalendar, bool>(async calendar =>
        {
            await calendar.FollowAsync(document, ActContext.System(at ?? Now, "test"), default);
            return true;
        });
        return await DoAsync<TnDbContext, WebinarSession>(db => db.Set<WebinarSession>().AsNoTracking().SingleAsync(session => session.ItemId == document.ItemId));
    }

    public Task<Outcome> RegisterAsync(string slug, DateTimeOffset? at = null) =>
        DoAsync<RegisterForWebinar, Outcome>(act => act.RegisterAsync(slug, ActOf(at), default));

    public Task<Outcome> CancelAsync(string slug) => DoAsync<CancelRegistration, Outcome>(act => act.CancelAsync(slug, ActOf(null), default));

    public Task<List<WebinarRegistration>> SeatsAsync() => DoAsync<TnDbContext, List<WebinarRegistration>>(db => db.Set<WebinarRegistration>().AsNoTracking().ToListAsync());

    public static PublishedDocument AWebinar(string slug = "factures", params (string Name, string Value)[] fields) => new(
        $"item-{slug}", "version-1", ContentTypes.Webinar, slug, "Factures : qui fait quoi", "Organiser l’arrivée des factures.", "gestion", null, Now,
        "<p>Texte.</p>", "Texte.", fields.ToDictionary(field => field.Name, field => field.Value));

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static ActContext ActOf(DateTimeOffset? at) => new(Lea, "Léa Martin", new HashSet<Role> { Role.Advisor }, at ?? Now, "test");

    private sealed class NoPeople : IPeople
    {
        public Task<PersonCard?> FindAsync(PersonId id, CancellationToken cancellationToken) => Task.FromResult<PersonCard?>(null);

        public Task<PersonCard?> FindByEmailAsync(string email, CancellationToken cancellationToken) => Task.FromResult<PersonCard?>(null);

        public Task<IReadOnlyDictionary<PersonId, PersonCard>> FindManyAsync(IReadOnlyCollection<PersonId> ids, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<PersonId, PersonCard>>(new Dictionary<PersonId, PersonCard>());

        public Task<IReadOnlyList<PersonCard>> WithRoleAsync(Role role, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<PersonCard>>([]);
    }
}

/// <summary>Published documents in memory, in the place of Content.</summary>
internal sealed class DocumentShelf : IPublishedDocuments
{
    private readonly Dictionary<string, PublishedDocument> documents = [];

    public void Put(PublishedDocument document) => documents[document.Slug] = document;

    public Task<IReadOnlyList<PublishedDocument>> ListAsync(string contentType, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PublishedDocument>>([.. documents.Values.Where(document => document.ContentType == contentType)]);

    public Task<PublishedDocument?> FindAsync(string contentType, string slug, CancellationToken cancellationToken) => Task.FromResult(documents.GetValueOrDefault(slug));

    public Task<PublishedDocument?> FindVersionAsync(string versionId, CancellationToken cancellationToken) => Task.FromResult<PublishedDocument?>(null);

    public Task<IReadOnlyList<PublishedDocument>> HistoryAsync(string itemId, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<PublishedDocument>>([]);
}

/// <summary>Letters and plans in memory, in the place of Reminders; each key once, as there.</summary>
internal sealed class ReminderDesk : INotifier, IReminders
{
    public Dictionary<string, Letter> Letters { get; } = [];

    public Dictionary<string, PlannedReminder> Planned { get; } = [];

    public Task TellAsync(PersonId to, string key, Letter letter, ActContext act, CancellationToken cancellationToken)
    {
        Letters.TryAdd(key, letter);
        return Task.CompletedTask;
    }

    public Task PlanAsync(PlannedReminder reminder, CancellationToken cancellationToken)
    {
        Planned.TryAdd(reminder.Key, reminder);
        return Task.CompletedTask;
    }

    public Task CancelAsync(string kind, string subject, CancellationToken cancellationToken)
    {
        foreach (var key in Planned.Values.Where(planned => planned.Kind == kind && planned.Subject == subject).Select(planned => planned.Key).ToList())
        {
            Planned.Remove(key);
        }

        return Task.CompletedTask;
    }
}
