using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Tn.Certification.Credentials;
using Tn.Certification.Credentials.Check;
using Tn.Certification.Credentials.Issue;
using Tn.Certification.Credentials.Keys;
using Tn.Certification.Credentials.Status;

namespace Tn.Certification.Tests.Credentials;

/// <summary>What these tests ask of the workshop.</summary>
internal static class CredentialSite
{
    /// <summary>The credential of the candidate, certified on that day.</summary>
    public static async Task<CredentialView> CredentialAsync(this Workshop workshop, DateTimeOffset at) =>
        (await workshop.FindCredentialAsync((await workshop.CertifyAsync(at)).Certificate.Code))!;

    public static Task<CredentialView?> FindCredentialAsync(this Workshop workshop, string code) =>
        workshop.DoAsync(scope => scope.GetRequiredService<CredentialQueries>().FindAsync(code, CancellationToken.None));

    public static Task<Outcome<List<string>>> RotateAsync(this Workshop workshop, ActContext act) =>
        workshop.DoAsync(scope => scope.GetRequiredService<RotateKeys>().RotateAsync(act, CancellationToken.None));

    public static Task<DocumentAnswer> CheckAsync(this Workshop workshop, byte[] bytes) =>
        workshop.DoAsync(scope => scope.GetRequiredService<CheckDocument>().AnswerAsync(bytes, CancellationToken.None));

    public static Task<DocumentAnswer> CheckAsync(this Workshop workshop, string text) => workshop.CheckAsync(System.Text.Encoding.UTF8.GetBytes(text));

    public static Task<StatusList?> ListAsync(this Workshop workshop, string name, DateTimeOffset at) =>
        workshop.DoAsync(scope => scope.GetRequiredService<StatusLists>().FindAsync(name, at, CancellationToken.None));

    /// <summary>All that the site publishes at an instant, as a verifier finds it.</summary>
    public static Task<PeerWorld> PublishedAsync(this Workshop workshop, DateTimeOffset at) => workshop.DoAsync(async scope =>
    {
        var issuer = scope.GetRequiredService<IssuerAddress>();
        var keys = await scope.GetRequiredService<KeyRing>().AllAsync(CancellationToken.None);
        var published = new Dictionary<string, JsonNode>();
        foreach (var purpose in Enum.GetValues<StatusPurpose>())
        {
            var path = StatusLists.PathOf(purpose, 1);
            var list = await scope.GetRequiredService<StatusLists>().FindAsync(path.Split('/')[^1], at, CancellationToken.None);
            published[issuer.Absolute(path)] = JsonNode.Parse(list!.Document)!;
        }

        return new PeerWorld(IssuerDocuments.Did(keys, issuer), IssuerDocuments.Jwks(keys, issuer), published);
    });
}
