using Microsoft.EntityFrameworkCore;
using Tn.Content.Review;
using Tn.Platform.Data;

namespace Tn.Content.Documents.Redirects;

/// <summary>Redirects written by hand: an address printed on paper, one of another site that closed.</summary>
internal sealed class EditRedirects(TnDbContext db)
{
    /// <summary>Adds a redirect. What leads to a redirect is led on to its end; a loop is refused.</summary>
    public async Task<Outcome> AddAsync(string from, string to, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.EditSite).IsRefused(out var denied))
        {
            return denied;
        }

        (from, to) = (RedirectAddress.Normal(from), RedirectAddress.Normal(to));
        if (!RedirectAddress.IsOfThisSite(from) || from == "/")
        {
            return new Refusal("content.redirect-from-unreadable");
        }

        if (!RedirectAddress.IsOfThisSite(to))
        {
            return new Refusal("content.redirect-to-unreadable");
        }

        return await db.InTurnAsync(() => AddNowAsync(from, to, act, cancellationToken), cancellationToken);
    }

    /// <summary>Removes a redirect; the address is then not found again.</summary>
    public async Task<Outcome> RemoveAsync(string from, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.EditSite).IsRefused(out var denied))
        {
            return denied;
        }

        if (await db.Set<Redirect>().FindAsync([from], cancellationToken) is { } redirect)
        {
            db.Remove(redirect);
            await db.SaveChangesAsync(cancellationToken);
        }

        return Outcome.Done;
    }

    private async Task<Outcome> AddNowAsync(string from, string to, ActContext act, CancellationToken cancellationToken)
    {
        var target = await db.Set<Redirect>().FindAsync([to], cancellationToken) is { } further ? further.To : to;
        if (target == from)
        {
            return new Refusal("content.redirect-loop");
        }

        if (await db.Set<Redirect>().FindAsync([from], cancellationToken) is { } known)
        {
            return new Refusal("content.redirect-twice").With("to", known.To);
        }

        if (await IsLiveAsync(from, cancellationToken))
        {
            return new Refusal("content.redirect-live");
        }

        foreach (var earlier in await db.Set<Redirect>().Where(row => row.To == from).ToListAsync(cancellationToken))
        {
            earlier.Lead(target);
        }

        db.Add(Redirect.Between(from, target, null, act));
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }

    /// <summary>True when a published document stands at the address: a redirect there would never be followed.</summary>
    private async Task<bool> IsLiveAsync(string address, CancellationToken cancellationToken)
    {
        var slug = address[(address.LastIndexOf('/') + 1)..];
        var same = await db.Set<ContentVersion>().AsNoTracking().Where(row => row.PublishedKey != null && row.Slug == slug).Take(20).ToListAsync(cancellationToken);
        return same.Exists(version => PublicAddress.Of(version) == address || $"/{version.Parts.AutoroutePart?.Path}" == address);
    }
}
