using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tn.Contracts;
using Tn.Kernel;
using Tn.Platform.Data;
using Tn.Testing;

namespace Tn.Web.Tests.Journeys;

/// <summary>What people do, over HTTP; each journey is walked on both databases by two one-line classes.</summary>
public abstract class Journey(SharedSite shared)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    protected TestSite Site => shared.Site;

    protected Task<Visitor> EnterAsync(string account) => Site.Visit().SignInAsync($"{account}@demo.test");

    /// <summary>Asks a page again until it says what follows from an event: within moments, but not at once.</summary>
    protected static async Task<PageSeen> UntilAsync(Visitor visitor, string path, Func<PageSeen, bool> said)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        var page = await visitor.GetAsync(path);
        while (!said(page))
        {
            Assert.False(patience.IsCancellationRequested, $"{path} says: {page.Text}");
            await beat.WaitForNextTickAsync();
            page = await visitor.GetAsync(path);
        }

        return page;
    }

    /// <summary>Asks the site's own services: for what no page shows.</summary>
    protected async Task<T> AskAsync<TService, T>(Func<TService, Task<T>> question)
        where TService : notnull
    {
        await using var scope = Site.Services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<TService>());
    }

    protected Task<int> CountAsync<TRow>(Func<IQueryable<TRow>, IQueryable<TRow>> which)
        where TRow : class =>
        AskAsync((TnDbContext db) => which(db.Set<TRow>()).CountAsync());

    protected async Task<PersonId> PersonAsync(string account) =>
        (await AskAsync((IPeople people) => people.FindByEmailAsync($"{account}@demo.test", CancellationToken.None)))!.Id;

    protected async Task<ConsultantFile> FileAsync(string account)
    {
        var person = await PersonAsync(account);
        return (await AskAsync((IConsultantPath path) => path.FindAsync(person, CancellationToken.None)))!;
    }
}
