using System.Buffers.Text;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tn.Certification.Certificates;
using Tn.Certification.Credentials.Issue;
using Tn.Certification.Credentials.Keys;
using Tn.Certification.Credentials.Signing;
using Tn.Platform.Data;

namespace Tn.Certification.Credentials.Status;

/// <summary>What a list tells; the names are the recommendation's.</summary>
internal enum StatusPurpose
{
    Revocation,
    Suspension,
}

/// <summary>A signed list as served.</summary>
/// <param name="Tag">Changes when the list does, and twice a day.</param>
internal sealed record StatusList(string Tag, string Document, string Jwt);

/// <summary>
/// Bitstring Status Lists (W3C Recommendation, v1.0). Nothing of them is stored: they are read from the certificates' own facts
/// at each request, so that a withdrawal shows in its own transaction.
/// </summary>
internal sealed class StatusLists(TnDbContext db, KeyRing ring, IssuerAddress issuer, StatusListCache cache)
{
    /// <summary>Places in a list: the least that the recommendation allows (6.1), for the crowd to hide in.</summary>
    public const int Entries = 131_072;

    private static readonly TimeSpan Slot = TimeSpan.FromHours(12);

    /// <summary>Where a list is served.</summary>
    public static string PathOf(StatusPurpose purpose, int list) =>
        $"/credentials/status/{(purpose == StatusPurpose.Revocation ? "retrait" : "suspension")}-{list.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The list of a name such as <c>retrait-1</c> as of now, or null when there is none.</summary>
    public async Task<StatusList?> FindAsync(string name, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (Parse(name) is not var (purpose, list) || (list > 1 && !await db.Set<IssuedCredential>().AnyAsync(row => row.StatusList == list, cancellationToken)))
        {
            return null;
        }

        var keys = await ring.SigningAsync(cancellationToken);
        var marked = await MarkedAsync(purpose, list, cancellationToken);
        var since = SlotOf(now, marked.Select(one => one.At));
        var tag = TagOf(name, since, keys, marked.Select(one => one.Index));
        return cache.Find(tag) ?? cache.Keep(Sign(tag, purpose, list, [.. marked.Select(one => one.Index)], since, keys));
    }

    /// <summary>The bits, most significant first, packed and encoded as the recommendation has it (5.1).</summary>
    public static string Encode(IEnumerable<int> marked)
    {
        var bits = new byte[Entries / 8];
        foreach (var index in marked)
        {
            bits[index / 8] |= (byte)(0x80 >> (index % 8));
        }

        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            gzip.Write(bits);
        }

        return "u" + Base64Url.EncodeToString(packed.ToArray());
    }

    private static (StatusPurpose Purpose, int List)? Parse(string name)
    {
        var dash = name.LastIndexOf('-');
        if (dash < 0 || !int.TryParse(name.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var list) || list < 1)
        {
            return null;
        }

        return Enum.GetValues<StatusPurpose>().Where(purpose => PathOf(purpose, list).EndsWith($"/{name}", StringComparison.Ordinal))
            .Select(purpose => ((StatusPurpose, int)?)(purpose, list)).FirstOrDefault();
    }

    // Those whose last sanction is of this kind; a reinstatement takes the mark away.
    private async Task<List<Mark>> MarkedAsync(StatusPurpose purpose, int list, CancellationToken cancellationToken)
    {
        var kind = purpose == StatusPurpose.Revocation ? FactKind.Withdrawn : FactKind.Suspended;
        var facts = db.Set<CertificateFact>();
        var marked = from issued in db.Set<IssuedCredential>()
                     join fact in facts on issued.Certificate equals fact.Certificate
                     where issued.StatusList == list && fact.Kind == kind
                         && !facts.Any(later => later.Certificate == fact.Certificate && later.Index > fact.Index
                             && (later.Kind == FactKind.Suspended || later.Kind == FactKind.Reinstated || later.Kind == FactKind.Withdrawn))
                     orderby issued.StatusIndex
                     select new Mark(issued.StatusIndex, fact.At);
        return await marked.ToListAsync(cancellationToken);
    }

    // The same for every node and every reader of a half day, unless something changed within it.
    private static DateTimeOffset SlotOf(DateTimeOffset now, IEnumerable<DateTimeOffset> changes)
    {
        var start = new DateTimeOffset(now.UtcTicks - now.UtcTicks % Slot.Ticks, TimeSpan.Zero);
        return changes.Append(start).Where(at => at <= now).Max();
    }

    private static string TagOf(string name, DateTimeOffset since, SigningKeys keys, IEnumerable<int> marked) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"{name}|{since.UtcTicks}|{keys.Proof.Key.Name}|{string.Join(',', marked)}")))[..32];

    private StatusList Sign(string tag, StatusPurpose purpose, int list, IReadOnlyList<int> marked, DateTimeOffset since, SigningKeys keys)
    {
        var address = issuer.Absolute(PathOf(purpose, list));
        var document = new JsonObject
        {
            ["@context"] = new JsonArray(Terms.CredentialsContext),
            ["id"] = address,
            ["type"] = new JsonArray("VerifiableCredential", "BitstringStatusListCredential"),
            ["issuer"] = issuer.Did,
            ["validFrom"] = DataIntegrity.Instant(since),
            // An old list cannot pass for today's.
            ["validUntil"] = DataIntegrity.Instant(since + (2 * Slot)),
            ["credentialSubject"] = new JsonObject
            {
                ["id"] = $"{address}#list",
                ["type"] = "BitstringStatusList",
                ["statusPurpose"] = purpose.ToString().ToLowerInvariant(),
                ["encodedList"] = Encode(marked),
            },
        };
        var claims = document.DeepClone().AsObject();
        claims["iss"] = issuer.Did;
        claims["sub"] = $"{address}#list";
        return new StatusList(
            tag,
            DataIntegrity.Sign(document, keys.Proof, issuer.Of(keys.Proof.Key), since).ToJsonString(Token.Json),
            Token.Sign(claims, keys.Token, issuer.Of(keys.Token.Key), Token.Credential, "vc"));
    }

    private sealed record Mark(int Index, DateTimeOffset At);
}
