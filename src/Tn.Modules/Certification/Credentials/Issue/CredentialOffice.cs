using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tn.Certification.Certificates;
using Tn.Certification.Credentials.Keys;
using Tn.Certification.Credentials.Signing;
using Tn.Certification.Credentials.Status;
using Tn.Platform.Data;

namespace Tn.Certification.Credentials.Issue;

/// <summary>
/// Signs the credential of a certificate in the caller's unit of work: a certificate and its credential are one transaction,
/// so a program killed at any instant leaves both or neither (docs/decisions/0010). Never saves by itself.
/// </summary>
internal sealed class CredentialOffice(TnDbContext db, KeyRing ring, IssuerAddress issuer)
{
    public async Task<IssuedCredential> IssueAsync(Certificate certificate, ActContext act, CancellationToken cancellationToken)
    {
        var keys = await ring.SigningAsync(cancellationToken);
        var (list, index) = await DrawPlaceAsync(cancellationToken);
        var document = CredentialDocument.Of(certificate, list, index, issuer);
        var issued = new IssuedCredential
        {
            Certificate = certificate.Id,
            StatusList = list,
            StatusIndex = index,
            IssuedAt = act.At,
            Jwt = Token.Sign(Claims(document, act.At), keys.Token, issuer.Of(keys.Token.Key), Token.Credential, "vc"),
            Document = DataIntegrity.Sign(document, keys.Proof, issuer.Of(keys.Proof.Key), act.At).ToJsonString(Token.Json),
        };
        db.Add(issued);
        return issued;
    }

    // The claims that Open Badges 3.0 (8.2.4) asks for beside the credential; each repeats what the credential says.
    private static JsonObject Claims(JsonObject document, DateTimeOffset at)
    {
        var claims = document.DeepClone().AsObject();
        claims["iss"] = document["issuer"]!["id"]!.GetValue<string>();
        claims["jti"] = document["id"]!.GetValue<string>();
        claims["sub"] = document["credentialSubject"]!["id"]!.GetValue<string>();
        claims["iat"] = at.ToUnixTimeSeconds();
        claims["nbf"] = SecondsOf(document["validFrom"]!);
        claims["exp"] = SecondsOf(document["validUntil"]!);
        return claims;
    }

    private static long SecondsOf(JsonNode instant) =>
        DateTimeOffset.Parse(instant.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeSeconds();

    // A list is left when half full, so that a free place is found in two draws. Two who draw the same at once meet at the unique index.
    private async Task<(int List, int Index)> DrawPlaceAsync(CancellationToken cancellationToken)
    {
        var list = await db.Set<IssuedCredential>().MaxAsync(row => (int?)row.StatusList, cancellationToken) ?? 1;
        if (await db.Set<IssuedCredential>().CountAsync(row => row.StatusList == list, cancellationToken) >= StatusLists.Entries / 2)
        {
            list++;
        }

        while (true)
        {
            var index = RandomNumberGenerator.GetInt32(StatusLists.Entries);
            if (!db.Set<IssuedCredential>().Local.Any(row => row.StatusList == list && row.StatusIndex == index)
                && !await db.Set<IssuedCredential>().AnyAsync(row => row.StatusList == list && row.StatusIndex == index, cancellationToken))
            {
                return (list, index);
            }
        }
    }
}
