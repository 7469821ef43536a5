using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using Tn.Certification.Certificates;
using Tn.Certification.Credentials.Issue;
using Tn.Certification.Credentials.Keys;
using Tn.Certification.Credentials.Signing;
using Tn.Certification.Verification;

namespace Tn.Certification.Credentials.Handover;

/// <summary>
/// One HTML file that a consultant hands over: it carries the signed credential, a signed statement of what held when it was made, and our public keys,
/// and checks both signatures in the reader's browser without a network. All that it shows it takes from what it has just checked.
/// A forger can write a whole page of his own: the file says so, and shows the keys' fingerprint to compare.
/// </summary>
internal sealed class HandoverFile(KeyRing ring, IssuerAddress issuer)
{
    /// <summary>The type of the statement: it can never pass for a credential, nor a credential for it.</summary>
    public const string StatementType = "tn-constat+jwt";

    private static readonly string Template = ReadTemplate();

    /// <summary>The file as of an instant.</summary>
    public async Task<byte[]> MakeAsync(CredentialView view, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var signing = await ring.SigningAsync(cancellationToken);
        var keys = (await ring.AllAsync(cancellationToken)).Where(key => key.Algorithm == KeyAlgorithm.Es256).ToList();
        var data = new JsonObject
        {
            ["credential"] = view.Credential.Jwt,
            ["statement"] = Token.Sign(Statement(view.Certificate, now), signing.Token, issuer.Of(signing.Token.Key), StatementType),
            ["keys"] = new JsonArray([.. keys.Select(key => IssuerDocuments.Jwk(key, issuer))]),
        };
        // The default encoder leaves neither < nor & nor quotes that could end the script it stands in.
        var json = data.ToJsonString(new() { Encoder = JavaScriptEncoder.Default });
        return Encoding.UTF8.GetBytes(Template
            .Replace("{{title}}", HtmlEncoder.Default.Encode($"Certificat {view.Number}"), StringComparison.Ordinal)
            .Replace("{{address}}", HtmlEncoder.Default.Encode(issuer.Absolute($"/verifier/{view.Code}")), StringComparison.Ordinal)
            .Replace("{{issuer}}", HtmlEncoder.Default.Encode(issuer.Profile), StringComparison.Ordinal)
            .Replace("{{data}}", json, StringComparison.Ordinal));
    }

    private JsonObject Statement(CertificateView view, DateTimeOffset now)
    {
        var standing = view.StandingOn(French.Day(now));
        return new JsonObject
        {
            ["iss"] = issuer.Did,
            ["sub"] = issuer.Credential(view.Certificate.Code),
            ["iat"] = now.ToUnixTimeSeconds(),
            ["holds"] = standing is CertificateStanding.Valid or CertificateStanding.ValidOnProbation,
            ["sentence"] = StandingWords.Of(view.Certificate, standing).Replace("aujourd’hui", "ce jour-là", StringComparison.Ordinal),
            ["at"] = French.Moment(now),
            ["enterprise"] = view.Certificate.EnterpriseName,
        };
    }

    private static string ReadTemplate()
    {
        using var stream = typeof(HandoverFile).Assembly.GetManifestResourceStream("Tn.Certification.Handover.html")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
