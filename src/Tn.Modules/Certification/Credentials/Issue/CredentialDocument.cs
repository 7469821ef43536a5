using System.Globalization;
using System.Text.Json.Nodes;
using Tn.Certification.Certificates;
using Tn.Certification.Credentials.Signing;
using Tn.Certification.Credentials.Status;

namespace Tn.Certification.Credentials.Issue;

/// <summary>
/// A certificate as an Open Badges 3.0 <c>OpenBadgeCredential</c> (1EdTech), that is a W3C Verifiable Credential 2.0.
/// Says what the certificate's page says of the person and nothing more: the name.
/// </summary>
internal static class CredentialDocument
{
    /// <summary>The unsigned document.</summary>
    public static JsonObject Of(Certificate certificate, int list, int index, IssuerAddress issuer)
    {
        var id = issuer.Credential(certificate.Code);
        return new JsonObject
        {
            ["@context"] = new JsonArray(Terms.CredentialsContext, Terms.BadgesContext),
            ["id"] = id,
            ["type"] = new JsonArray("VerifiableCredential", "OpenBadgeCredential"),
            ["name"] = $"Certificat {certificate.Number}",
            ["issuer"] = new JsonObject { ["id"] = issuer.Did, ["type"] = new JsonArray("Profile"), ["name"] = issuer.Name, ["url"] = issuer.Profile },
            ["validFrom"] = DataIntegrity.Instant(French.StartOf(certificate.From)),
            // The last second of the last day, Paris.
            ["validUntil"] = DataIntegrity.Instant(French.StartOf(certificate.Until.AddDays(1)).AddSeconds(-1)),
            ["credentialSubject"] = Subject(certificate, id, issuer),
            ["credentialStatus"] = new JsonArray(
                Entry(issuer, StatusPurpose.Revocation, list, index),
                Entry(issuer, StatusPurpose.Suspension, list, index)),
        };
    }

    private static JsonObject Subject(Certificate certificate, string id, IssuerAddress issuer) => new()
    {
        // Of this credential alone: two credentials of one person cannot be tied together by it.
        ["id"] = $"{id}#titulaire",
        ["type"] = new JsonArray("AchievementSubject"),
        ["identifier"] = new JsonArray(new JsonObject
        {
            ["type"] = "IdentityObject",
            ["hashed"] = false,
            ["identityHash"] = certificate.HolderName,
            ["identityType"] = "name",
        }),
        ["licenseNumber"] = certificate.Number,
        ["role"] = certificate.OnProbation ? "Consultant certifié à titre probatoire" : "Consultant certifié",
        ["achievement"] = Achievement(certificate, id, issuer),
    };

    private static JsonObject Achievement(Certificate certificate, string id, IssuerAddress issuer) => new()
    {
        ["id"] = $"{id}#certification",
        ["type"] = new JsonArray("Achievement"),
        ["achievementType"] = "Certification",
        ["name"] = $"Consultant {issuer.Name}",
        ["description"] = $"Consultant privé certifié par le programme {issuer.Name} pour les thèmes cités.",
        ["inLanguage"] = "fr",
        ["criteria"] = new JsonObject
        {
            ["id"] = issuer.Absolute("/certification"),
            ["narrative"] = "Recensement complet, charte signée, épreuve de connaissances réussie, références examinées, décision motivée d’un jury de trois collèges.",
        },
        ["image"] = new JsonObject { ["id"] = issuer.Absolute("/credentials/badge.svg"), ["type"] = "Image" },
        ["alignment"] = new JsonArray([.. certificate.Axes.Select(axis => Theme(axis, issuer))]),
    };

    private static JsonObject Theme(string axis, IssuerAddress issuer) => new()
    {
        ["type"] = new JsonArray("Alignment"),
        ["targetName"] = Axes.NameOf(axis),
        ["targetUrl"] = issuer.Absolute($"/formations?axe={axis}"),
        ["targetCode"] = axis,
        ["targetFramework"] = $"Axes thématiques de {issuer.Name}",
    };

    private static JsonObject Entry(IssuerAddress issuer, StatusPurpose purpose, int list, int index)
    {
        var address = issuer.Absolute(StatusLists.PathOf(purpose, list));
        var place = index.ToString(CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["id"] = $"{address}#{place}",
            ["type"] = "BitstringStatusListEntry",
            ["statusPurpose"] = purpose.ToString().ToLowerInvariant(),
            ["statusListIndex"] = place,
            ["statusListCredential"] = address,
        };
    }
}
