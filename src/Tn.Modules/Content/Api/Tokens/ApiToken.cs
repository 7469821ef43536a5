using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Tn.Platform.Web;

namespace Tn.Content.Api.Tokens;

/// <summary>A token's row.</summary>
internal readonly record struct ApiTokenId(Guid Value) : IGuidId<ApiTokenId>
{
    public static ApiTokenId From(Guid value) => new(value);

    public static ApiTokenId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString("D");
}

/// <summary>What a token opens. A scope narrows its owner's rights and never widens them. Words are kept in the database.</summary>
internal static class ApiScopes
{
    /// <summary>Read drafts.</summary>
    public const string Drafts = "brouillons";

    /// <summary>Read submissions to the committee.</summary>
    public const string Submissions = "soumissions";

    /// <summary>Search the media library.</summary>
    public const string Medias = "medias";

    /// <summary>Begin and change drafts.</summary>
    public const string Writing = "ecriture";

    /// <summary>Send drafts to the committee.</summary>
    public const string Sending = "envoi";

    public static IReadOnlyList<(string Scope, string Label)> All { get; } =
    [
        (Drafts, Texts.Key("Lire les brouillons que je peux lire")),
        (Submissions, Texts.Key("Lire les dossiers de relecture que je peux lire")),
        (Medias, Texts.Key("Chercher dans la médiathèque")),
        (Writing, Texts.Key("Commencer et enregistrer des brouillons que je peux écrire")),
        (Sending, Texts.Key("Envoyer mes brouillons au comité")),
    ];
}

/// <summary>
/// A personal token for the API. Its secret is shown once and only its hash is kept: 256 random bits need no slow hash.
/// It opens no page.
/// </summary>
internal sealed class ApiToken
{
    /// <summary>Longest life.</summary>
    public const int MostDays = 365;

    private const string Start = "tn_";

    private ApiToken()
    {
    }

    public ApiTokenId Id { get; private init; }

    public PersonId Owner { get; private init; }

    public string Name { get; private init; } = string.Empty;

    /// <summary>SHA-256 of the secret, lower-case hex.</summary>
    public string Hash { get; private init; } = string.Empty;

    /// <summary>The secret's first letters, to tell tokens apart.</summary>
    public string Hint { get; private init; } = string.Empty;

    public IReadOnlyList<string> Scopes { get; private init; } = [];

    public DateTimeOffset CreatedUtc { get; private init; }

    public DateTimeOffset ExpiresUtc { get; private init; }

    public DateTimeOffset? RevokedUtc { get; private set; }

    /// <summary>To the hour.</summary>
    public DateTimeOffset? UsedUtc { get; private set; }

    /// <summary>A new token and its secret, which nothing can show again.</summary>
    /// <param name="days">1 to <see cref="MostDays"/>.</param>
    public static (ApiToken Token, string Secret) Issue(PersonId owner, string name, IReadOnlyList<string> scopes, int days, DateTimeOffset now)
    {
        var secret = Start + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var token = new ApiToken
        {
            Id = ApiTokenId.New(now),
            Owner = owner,
            Name = name,
            Hash = HashOf(secret),
            Hint = secret[..(Start.Length + 5)],
            Scopes = scopes,
            CreatedUtc = now,
            ExpiresUtc = now.AddDays(days),
        };
        return (token, secret);
    }

    /// <summary>How a secret is kept.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Opens something at this instant.</summary>
    public bool IsLive(DateTimeOffset now) => RevokedUtc is null && now < ExpiresUtc;

    public void Revoke(DateTimeOffset now) => RevokedUtc ??= now;
}
