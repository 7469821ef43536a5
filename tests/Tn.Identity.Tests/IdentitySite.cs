using System.Text.RegularExpressions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Tn.Identity.People;
using Tn.Identity.SignUps;
using Tn.Kernel;
using Tn.Platform;
using Tn.Platform.Data;
using Tn.Platform.Mail;

namespace Tn.Identity.Tests;

/// <summary>The module on a SQLite file of its own.</summary>
internal sealed partial class IdentitySite : IAsyncDisposable
{
    public const string GoodPassword = "quatre pommes sur un mur";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tn-identity-");
    private readonly ServiceProvider services;

    private IdentitySite(string environment, int perAccount)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Account:PerAccount"] = $"{perAccount}" })
            .Build();
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<IConfiguration>(configuration);
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddSingleton<IHostEnvironment>(new Environment(environment));
        collection.AddDataProtection().UseEphemeralDataProtectionProvider();
        collection.AddPlatform(configuration, new DataFolder(folder.FullName));
        collection.AddIdentity();
        collection.Replace(ServiceDescriptor.Singleton<IPasswordHasher<Person>>(Hasher));
        services = collection.BuildServiceProvider();
    }

    public MovedClock Clock { get; } = new();

    public CountingHasher Hasher { get; } = new();

    public static async Task<IdentitySite> OpenAsync(string environment = "Development", int perAccount = 1000)
    {
        var site = new IdentitySite(environment, perAccount);
        await site.DoAsync<TnDbContext>(db => db.Database.EnsureCreatedAsync());
        return site;
    }

    public ActContext Stranger => ActContext.Anonymous(Clock.GetUtcNow());

    public ActContext As(PersonId person, params Role[] roles) => new(person, "Qui agit", roles.ToHashSet(), Clock.GetUtcNow(), "web");

    /// <summary>Does something in a scope of its own, as a request would.</summary>
    public async Task<T> AskAsync<TService, T>(Func<TService, Task<T>> work)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task DoAsync<TService>(Func<TService, Task> work)
        where TService : notnull
        => AskAsync<TService, bool>(async service =>
        {
            await work(service);
            return true;
        });

    public Task<Outcome> SignUpAsync(string email, string password = GoodPassword) =>
        AskAsync<SignUp, Outcome>(act => act.SignUpAsync(new SignUpRequest(AccountKind.Consultant, "Élodie", "Fabre", email, password), null, Stranger, default));

    /// <summary>An account whose address is confirmed, with roles.</summary>
    public async Task<PersonId> AnAccountAsync(string email, params Role[] roles)
    {
        var person = new Person(PersonId.New(Clock.GetUtcNow()), email, "Nadia", "Haddad", Clock.GetUtcNow());
        person.Confirm();
        person.SetPasswordHash(Hasher.HashPassword(person, GoodPassword));
        await DoAsync<TnDbContext>(async db =>
        {
            db.Add(person);
            db.AddRange(roles.Select(role => RoleRow.Worn(person.PersonId, role)));
            await db.SaveChangesAsync();
        });
        return person.PersonId;
    }

    public Task<List<OutgoingMail>> MailsToAsync(string email) =>
        AskAsync<TnDbContext, List<OutgoingMail>>(db => db.Set<OutgoingMail>().Where(mail => mail.To == email).OrderBy(mail => mail.Id).ToListAsync());

    /// <summary>The person and token of the link in the newest mail.</summary>
    public async Task<(Guid Person, string Token)> LinkToAsync(string email)
    {
        var mail = (await MailsToAsync(email))[^1];
        var match = Link().Match(mail.Text);
        return (Guid.Parse(match.Groups["person"].Value), Uri.UnescapeDataString(match.Groups["token"].Value));
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [GeneratedRegex(@"personne=(?<person>[0-9a-f-]+)&jeton=(?<token>\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    private sealed class Environment(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "Tn.Identity.Tests";

        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}

/// <summary>The present time, moved forward by the test. It starts at the machine's time, which Identity's own lockout reads.</summary>
internal sealed class MovedClock : TimeProvider
{
    private TimeSpan moved;

    public void Advance(TimeSpan by) => moved += by;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + moved;
}

/// <summary>Identity's hasher, cheap, counting how often and how many at once.</summary>
internal sealed class CountingHasher : IPasswordHasher<Person>
{
    private readonly PasswordHasher<Person> real = new(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 10 }));
    private int inside;
    private int verified;
    private int most;

    public int Verified => verified;

    public int MostAtOnce => most;

    public string HashPassword(Person user, string password) => Counted(() => real.HashPassword(user, password));

    public PasswordVerificationResult VerifyHashedPassword(Person user, string hashedPassword, string providedPassword)
    {
        Interlocked.Increment(ref verified);
        return Counted(() => real.VerifyHashedPassword(user, hashedPassword, providedPassword));
    }

    private T Counted<T>(Func<T> work)
    {
        var now = Interlocked.Increment(ref inside);
        most = Math.Max(most, now);
        var result = work();
        Interlocked.Decrement(ref inside);
        return result;
    }
}
