using System.Text.Json.Nodes;
using Tn.Certification.Certificates;
using Tn.Certification.Credentials.Issue;
using Tn.Certification.Credentials.Keys;
using Tn.Certification.Credentials.Signing;

namespace Tn.Certification.Tests.Credentials;

/// <summary>What we sign is accepted by programs nobody here wrote, and every altered copy is refused by them and by us.</summary>
public class JudgedByOthersTests
{
    private static readonly DateTimeOffset Day = Clock.Monday;

    [Fact]
    public async Task The_token_is_accepted_and_every_altered_copy_is_refused()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        var jwt = (await workshop.CredentialAsync(Day)).Credential.Jwt;
        var altered = AlteredTokens(jwt).ToList();
        Assert.True(altered.Count >= 50, $"Only {altered.Count} altered copies.");

        await AssertOnlyTheTwinAsync(workshop, "token", jwt, altered);
    }

    [Fact]
    public async Task The_document_is_accepted_and_every_altered_copy_is_refused()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        var text = (await workshop.CredentialAsync(Day)).Credential.Document;
        var altered = Mutations.Of(JsonNode.Parse(text)!.AsObject()).Select(one => (one.Name, one.Altered.ToJsonString(Token.Json))).ToList();
        altered.Add(("signed by another key", ByAnotherKey(text)));
        Assert.True(altered.Count >= 50, $"Only {altered.Count} altered copies.");

        await AssertOnlyTheTwinAsync(workshop, "document", text, altered);
    }

    [Fact]
    public async Task The_status_lists_are_accepted_and_every_altered_copy_is_refused()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        await workshop.CredentialAsync(Day);
        var list = (await workshop.ListAsync("retrait-1", Day))!.Document;
        var altered = Mutations.Of(JsonNode.Parse(list)!.AsObject()).Select(one => new PeerCase(one.Name, "list", one.Altered.ToJsonString(Token.Json), Day));

        var answers = await Peers.JudgeAsync(await workshop.PublishedAsync(Day), [new("untouched", "list", list, Day), new("two days later", "list", list, Day.AddDays(2)), .. altered]);

        Assert.True(answers[0].Accepted, answers[0].Told);
        Assert.Equal([], answers.Skip(1).Where(answer => answer.Accepted).Select(answer => answer.Name));
    }

    [Fact]
    public async Task Another_verifier_accepts_the_document_and_sees_a_changed_one_and_a_suspended_one()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        var text = (await workshop.CredentialAsync(Day)).Credential.Document;
        var altered = Mutations.Of(JsonNode.Parse(text)!.AsObject()).Select(one => new PeerCase(one.Name, "core", one.Altered.ToJsonString(Token.Json), Day));

        var answers = await Peers.JudgeAsync(await workshop.PublishedAsync(Day), [new("untouched", "core", text, Day), .. altered]);
        Assert.True(answers[0].Accepted, answers[0].Told);
        Assert.Equal([], answers.Skip(1).Where(answer => answer.Accepted).Select(answer => answer.Name));

        Assert.True((await workshop.SanctionAsync(new Sanction(FactKind.Suspended, "article 14", "Motif.", French.Day(Day.AddDays(60))), Day.AddHours(1))).IsDone);
        var suspended = await Peers.JudgeAsync(await workshop.PublishedAsync(Day.AddHours(1)), [new("suspended", "core", text, Day.AddHours(1))]);
        Assert.False(suspended[0].Accepted);
    }

    [Fact]
    public async Task Others_see_the_time_a_suspension_a_reinstatement_and_a_withdrawal()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        var credential = (await workshop.CredentialAsync(Day)).Credential;

        Assert.True(await IsAcceptedAsync(workshop, credential, Day));
        Assert.False(await IsAcceptedAsync(workshop, credential, Day.AddDays(-1)));
        Assert.False(await IsAcceptedAsync(workshop, credential, Day.AddYears(3)));
        Assert.True((await workshop.SanctionAsync(new Sanction(FactKind.Suspended, "article 14", "Motif.", French.Day(Day.AddDays(60))), Day.AddHours(1))).IsDone);
        Assert.False(await IsAcceptedAsync(workshop, credential, Day.AddHours(1)));
        Assert.True((await workshop.SanctionAsync(new Sanction(FactKind.Reinstated, "article 14", "Motif."), Day.AddHours(2))).IsDone);
        Assert.True(await IsAcceptedAsync(workshop, credential, Day.AddHours(2)));
        Assert.True((await workshop.SanctionAsync(new Sanction(FactKind.Withdrawn, "article 14", "Motif."), Day.AddHours(3))).IsDone);
        Assert.False(await IsAcceptedAsync(workshop, credential, Day.AddHours(3)));
    }

    [Fact]
    public async Task After_two_rotations_others_still_accept_the_first_credential()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        var credential = (await workshop.CredentialAsync(Day)).Credential;
        Assert.True((await workshop.RotateAsync(ActContext.System(Day, "test"))).IsDone);
        Assert.True((await workshop.RotateAsync(ActContext.System(Day, "test"))).IsDone);

        Assert.True(await IsAcceptedAsync(workshop, credential, Day));
    }

    [Fact]
    public async Task Our_canonical_form_is_that_of_jsonld_and_rdf_canonize()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        var model = JsonNode.Parse((await workshop.CredentialAsync(Day)).Credential.Document)!.AsObject();
        model.Remove("proof");
        var documents = Names().Select(name =>
        {
            var one = model.DeepClone().AsObject();
            one["credentialSubject"]!["identifier"]![0]!["identityHash"] = name;
            return one;
        }).ToList();

        var answers = await Peers.JudgeAsync(
            await workshop.PublishedAsync(Day),
            [.. documents.Select((one, at) => new PeerCase($"name {at}", "canonical", one.ToJsonString(Token.Json), Day))]);

        Assert.Equal(answers.Select(answer => answer.Told), documents.Select(one => Rdfc.Canonical(Statements.Of(one))));
    }

    private static async Task AssertOnlyTheTwinAsync(Workshop workshop, string kind, string twin, IReadOnlyList<(string Name, string Text)> altered)
    {
        var answers = await Peers.JudgeAsync(
            await workshop.PublishedAsync(Day),
            [new("untouched", kind, twin, Day), .. altered.Select(one => new PeerCase(one.Name, kind, one.Text, Day))]);
        Assert.True(answers[0].Accepted, answers[0].Told);
        Assert.Equal([], answers.Skip(1).Where(answer => answer.Accepted).Select(answer => answer.Name));

        Assert.Null((await workshop.CheckAsync(twin)).Problem);
        foreach (var (name, text) in altered)
        {
            Assert.True((await workshop.CheckAsync(text)).Problem is not null, $"We accept « {name} ».");
        }
    }

    private static async Task<bool> IsAcceptedAsync(Workshop workshop, IssuedCredential credential, DateTimeOffset at)
    {
        var answers = await Peers.JudgeAsync(await workshop.PublishedAsync(at), [new("document", "document", credential.Document, at)]);
        return answers[0].Accepted;
    }

    private static IEnumerable<(string Name, string Text)> AlteredTokens(string jwt)
    {
        var parts = jwt.Split('.');
        foreach (var (name, altered) in Mutations.Of(Mutations.Decode(parts[1])))
        {
            yield return (name, Mutations.WithClaims(jwt, altered));
        }

        yield return ("alg none", $"{Mutations.WithHeader(jwt, header => header["alg"] = "none").Split('.')[0]}.{parts[1]}.");
        yield return ("alg HS256, our public key as the secret", ByPublicKey(jwt));
        yield return ("alg ES384", Mutations.WithHeader(jwt, header => header["alg"] = "ES384"));
        yield return ("another type", Mutations.WithHeader(jwt, header => header["typ"] = "JWT"));
        yield return ("an unknown key", Mutations.WithHeader(jwt, header => header["kid"] = "did:web:exemple.test#es256-9"));
        yield return ("a key in the header", Mutations.WithHeader(jwt, header => header["jwk"] = new JsonObject { ["kty"] = "EC" }));
        yield return ("a critical extension", Mutations.WithHeader(jwt, header => header["crit"] = new JsonArray("exp")));
        yield return ("another key under the same name", ByAnotherKeyToken(jwt));
        yield return ("a signature of zeros", $"{parts[0]}.{parts[1]}.{new string('A', 86)}");
        yield return ("no signature", $"{parts[0]}.{parts[1]}.");
        yield return ("half a signature", $"{parts[0]}.{parts[1]}.{parts[2][..43]}");
        yield return ("the claims of nobody", $"{parts[0]}.{Mutations.Encode([])}.{parts[2]}");
    }

    private static string ByPublicKey(string jwt)
    {
        var parts = Mutations.WithHeader(jwt, header => header["alg"] = "HS256").Split('.');
        var mac = System.Security.Cryptography.HMACSHA256.HashData("es256-1"u8, System.Text.Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"));
        return $"{parts[0]}.{parts[1]}.{System.Buffers.Text.Base64Url.EncodeToString(mac)}";
    }

    private static string ByAnotherKeyToken(string jwt)
    {
        var parts = jwt.Split('.');
        return Token.Sign(Mutations.Decode(parts[1]), Stranger(KeyAlgorithm.Es256), "did:web:exemple.test#es256-1", Token.Credential, "vc");
    }

    private static string ByAnotherKey(string text)
    {
        var document = JsonNode.Parse(text)!.AsObject();
        document.Remove("proof");
        return DataIntegrity.Sign(document, Stranger(KeyAlgorithm.Ed25519), "did:web:exemple.test#ed25519-1", Day).ToJsonString(Token.Json);
    }

    private static SigningKey Stranger(KeyAlgorithm algorithm)
    {
        var (open, secret) = KeyCraft.New(algorithm);
        return new SigningKey(new IssuerKey { Algorithm = algorithm, Generation = 1, Name = IssuerKey.NameOf(algorithm, 1), PublicKey = open }, secret);
    }

    private static IEnumerable<string> Names()
    {
        yield return "Zoé Lefèvre";
        yield return "O’Brien \"Bob\" \\ <b>\n\t\r";
        yield return "\u0001\u0008\u000c\u007f\u0080\u00a0";
        yield return "漢字 😀 \ufffd \ue000";
        var random = new Random(20261123);
        for (var number = 0; number < 40; number++)
        {
            yield return string.Concat(Enumerable.Range(0, 12).Select(_ => (char)random.Next(1, 0xd7ff)));
        }
    }
}
