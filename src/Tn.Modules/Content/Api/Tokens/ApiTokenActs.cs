using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Content.Api.Tokens;

/// <summary>Creates a token for oneself.</summary>
internal sealed class CreateToken(TnDbContext db)
{
    private const int MostTokens = 20;

    /// <returns>The secret, to be shown now and never again.</returns>
    public async Task<Outcome<string>> CreateAsync(TokenInput input, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Actor is not { } person)
        {
            return new Refusal("access.sign-in");
        }

        if (string.IsNullOrWhiteSpace(input.Name) || input.Name.Trim().Length > 80)
        {
            return new Refusal("content.token-name");
        }

        if (input.Days is < 1 or > ApiToken.MostDays)
        {
            return new Refusal("content.token-days").With("most", $"{ApiToken.MostDays}");
        }

        var scopes = ApiScopes.All.Select(one => one.Scope).Where(input.Scopes.Contains).ToList();
        if (scopes.Count == 0)
        {
            return new Refusal("content.token-scopes");
        }

        if (await db.Set<ApiToken>().CountAsync(row => row.Owner == person && row.RevokedUtc == null && row.ExpiresUtc > act.At, cancellationToken) >= MostTokens)
        {
            return new Refusal("content.token-too-many").With("most", $"{MostTokens}");
        }

        var (token, secret) = ApiToken.Issue(person, input.Name.Trim(), scopes, input.Days, act.At);
        db.Add(token);
        await db.SaveChangesAsync(cancellationToken);
        return secret;
    }
}

/// <param name="Days">How long it lives.</param>
internal sealed record TokenInput(string Name, IReadOnlyCollection<string> Scopes, int Days);

/// <summary>Closes one of one's own tokens, at once and for good. Twice is once.</summary>
internal sealed class RevokeToken(TnDbContext db)
{
    public async Task<Outcome> RevokeAsync(ApiTokenId id, ActContext act, CancellationToken cancellationToken)
    {
        // Somebody else's token is as if it were not there.
        var token = await db.Set<ApiToken>().SingleOrDefaultAsync(row => row.Id == id && row.Owner == act.Actor, cancellationToken);
        if (token is null)
        {
            return new Refusal("content.token-gone");
        }

        token.Revoke(act.At);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }
}

/// <summary>Finds whose token a secret is.</summary>
internal sealed class TokenReader(TnDbContext db, WriteGate gate, IPeople people, IAccountStates accounts, TimeProvider clock)
{
    /// <summary>The owner's act and the token's scopes; null when the token is unknown, expired, revoked, or its owner's account is closed.</summary>
    public async Task<(ActContext Act, IReadOnlyList<string> Scopes)?> ReadAsync(string secret, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var hash = ApiToken.HashOf(secret);
        var token = await db.Set<ApiToken>().AsNoTracking().SingleOrDefaultAsync(row => row.Hash == hash, cancellationToken);
        if (token is null || !token.IsLive(now) || !await accounts.IsOpenAsync(token.Owner, cancellationToken) || await people.FindAsync(token.Owner, cancellationToken) is not { } owner)
        {
            return null;
        }

        await MarkUsedAsync(token, now, cancellationToken);
        return (new ActContext(owner.Id, owner.DisplayName, owner.Roles, now, "api"), token.Scopes);
    }

    // To the hour: a write for each request would cost more than the request.
    private async Task MarkUsedAsync(ApiToken token, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (token.UsedUtc > now.AddHours(-1))
        {
            return;
        }

        using var turn = await gate.EnterAsync(cancellationToken);
        await db.Set<ApiToken>().Where(row => row.Id == token.Id).ExecuteUpdateAsync(row => row.SetProperty(one => one.UsedUtc, now), cancellationToken);
    }
}

/// <summary>A person's tokens, newest first.</summary>
internal sealed class TokenQueries(TnDbContext db)
{
    public Task<List<ApiToken>> OfAsync(PersonId owner, CancellationToken cancellationToken) =>
        db.Set<ApiToken>().AsNoTracking().Where(row => row.Owner == owner).OrderByDescending(row => row.CreatedUtc).Take(100).ToListAsync(cancellationToken);
}

/// <summary>What is kept of a person's tokens: never the secret, never its hash.</summary>
internal sealed class TokenData(TokenQueries tokens) : IPersonalData
{
    public async Task<IReadOnlyDictionary<string, object>> ExportAsync(PersonId person, CancellationToken cancellationToken)
    {
        var rows = (await tokens.OfAsync(person, cancellationToken))
            .Select(row => new { nom = row.Name, portees = row.Scopes, cree = row.CreatedUtc, expire = row.ExpiresUtc, revoque = row.RevokedUtc, utilise = row.UsedUtc })
            .ToList();
        return rows.Count == 0 ? new Dictionary<string, object>() : new Dictionary<string, object> { ["Jetons d’accès à l’API"] = rows };
    }
}
