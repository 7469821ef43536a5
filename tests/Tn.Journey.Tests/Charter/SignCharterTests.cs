using Microsoft.EntityFrameworkCore;
using Tn.Journey.Charter;
using Tn.Journey.Training;
using Tn.Platform.Data;

namespace Tn.Journey.Tests.Charter;

public class SignCharterTests
{
    [Fact]
    public async Task Signing_keeps_the_evidence_and_moves_on()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await site.AdmittedAsync();
        var signature = (await site.SignAsync(person)).Value;

        Assert.Equal(PathState.InTraining, await site.StateAsync(person));
        Assert.Equal(CharterText.Sha256(site.Documents.Current.Markdown), signature.TextSha256);
        Assert.Equal("2026-1", signature.CharterNumber);
        Assert.Contains(ACensus.Siret, signature.Capacity, StringComparison.Ordinal);
        Assert.Equal(signature.Hash, signature.ComputeHash());
        Assert.Contains($"charter-receipt:{signature.Id}", site.Letters.Sent.Keys);
        var stored = await site.InAsync<TnDbContext, CharterSignature>(db => db.Set<CharterSignature>().AsNoTracking().SingleAsync());
        Assert.Equal(stored.Hash, stored.ComputeHash());
    }

    [Fact]
    public async Task Signing_twice_signs_once()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await site.AdmittedAsync();
        var both = await Task.WhenAll(site.SignAsync(person), site.SignAsync(person));
        var third = await site.SignAsync(person);
        Assert.Equal(both[0].Value.Id, both[1].Value.Id);
        Assert.Equal(both[0].Value.Id, third.Value.Id);
        Assert.Equal(1, await site.InAsync<TnDbContext, int>(db => db.Set<CharterSignature>().CountAsync()));
        Assert.Single(site.Letters.Sent.Keys, key => key.StartsWith($"charter-receipt:{third.Value.Id}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_text_changed_since_it_was_read_is_not_signed()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await site.AdmittedAsync();
        site.Documents.Publish("v2", "2027-1", "editorial");
        Assert.Equal("charter.text-changed", (await site.SignAsync(person, versionId: "v1")).Refusal?.Code);
        Assert.Equal(PathState.CharterToSign, await site.StateAsync(person));
    }

    [Theory]
    [InlineData("JE SOUSSIGNE CAMILLE DURAND M'ENGAGE A RESPECTER LA CHARTE DU CONSULTANT PRIVE, VERSION 2026-1.", true)]
    [InlineData("  je soussignée   Camille Durand m’engage à respecter la charte du consultant privé version 2026 1", true)]
    [InlineData("Je soussigné(e) Dominique Martin m’engage à respecter la charte du consultant privé, version 2026-1", false)]
    [InlineData("J’accepte", false)]
    [InlineData(null, false)]
    public async Task The_sentence_is_the_expected_one(string? typed, bool accepted)
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await site.AdmittedAsync();
        var signed = await site.InAsync<SignCharter, Outcome<CharterSignature>>(act => act.SignAsync(new SignatureInput("v1", typed), site.Consultant(person), default));
        Assert.Equal(accepted, signed.IsDone);
    }

    [Fact]
    public async Task There_is_nothing_to_sign_before_admission()
    {
        await using var site = await JourneySite.OpenAsync();
        Assert.Equal("charter.not-due", (await site.SignAsync(await site.SubmittedAsync())).Refusal?.Code);
    }

    [Theory]
    [InlineData("a\r\nb\r\n\r\n", "a\nb\n")]
    [InlineData("a\rb", "a\nb\n")]
    public void The_canonical_text_has_one_kind_of_line_end(string markdown, string canonical) => Assert.Equal(canonical, CharterText.Canonical(markdown));

    [Fact]
    public async Task Courses_completed_before_signing_open_the_exam_at_once()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await site.AdmittedAsync();
        site.Completions.Completed.UnionWith([(person, "presence-en-ligne"), (person, "cybersecurite")]);
        await site.SignAsync(person);
        Assert.Equal(PathState.ExamOpen, await site.StateAsync(person));
    }

    [Fact]
    public async Task The_last_required_course_opens_the_exam_once()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await site.AdmittedAsync();
        await site.SignAsync(person);

        site.Completions.Completed.Add((person, "presence-en-ligne"));
        await CompletedAsync(site, person, "presence-en-ligne");
        Assert.Equal(PathState.InTraining, await site.StateAsync(person));

        site.Completions.Completed.Add((person, "cybersecurite"));
        await CompletedAsync(site, person, "cybersecurite");
        await CompletedAsync(site, person, "cybersecurite");
        Assert.Equal(PathState.ExamOpen, await site.StateAsync(person));
    }

    [Fact]
    public async Task A_material_change_asks_those_in_force_to_sign_anew_and_they_return_to_where_they_were()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await CertifiedAsync(site);
        site.Documents.Publish("v2", "2027-1", "editorial");
        await PublishedAsync(site);
        Assert.Equal(PathState.Probationary, await site.StateAsync(person));

        site.Documents.Publish("v3", "2027-2", "material");
        await PublishedAsync(site);
        await PublishedAsync(site);
        Assert.Equal(PathState.ResignatureDue, await site.StateAsync(person));

        Assert.True((await site.SignAsync(person)).IsDone);
        Assert.Equal(PathState.Probationary, await site.StateAsync(person));
        site.Documents.Publish("v4", "2027-3", "editorial");
        await PublishedAsync(site);
        Assert.Equal(PathState.Probationary, await site.StateAsync(person));
    }

    [Fact]
    public async Task Whoever_was_suspended_meanwhile_is_asked_on_return()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await CertifiedAsync(site);
        await site.MoveAsync(person, PathTrigger.Suspend);
        site.Documents.Publish("v2", "2027-1", "material");
        await PublishedAsync(site);
        Assert.Equal(PathState.Suspended, await site.StateAsync(person));

        await site.MoveAsync(person, PathTrigger.Reinstate);
        await site.InAsync<WhenBackInForce, bool>(async handler =>
        {
            await handler.HandleAsync(new PathMoved(person, PathState.Suspended, PathState.Probationary, PathTrigger.Reinstate), System(site), default);
            return true;
        });
        Assert.Equal(PathState.ResignatureDue, await site.StateAsync(person));
    }

    [Fact]
    public async Task Whoever_walks_the_path_anew_confirms_the_charter_she_signed_and_goes_on()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await CertifiedAsync(site);
        var first = (await site.SignAsync(person)).Value;
        foreach (var trigger in new[] { PathTrigger.Withdraw, PathTrigger.ReopenCensus, PathTrigger.SubmitCensus, PathTrigger.DeclareAdmissible })
        {
            Assert.True((await site.MoveAsync(person, trigger)).IsDone);
        }

        Assert.Equal("charter.sentence", (await site.SignAsync(person, sentence: "J’accepte")).Refusal?.Code);
        Assert.Equal(PathState.CharterToSign, await site.StateAsync(person));

        Assert.Equal(first.Id, (await site.SignAsync(person)).Value.Id);
        Assert.Equal(PathState.InTraining, await site.StateAsync(person));
        Assert.Equal(1, await site.InAsync<TnDbContext, int>(db => db.Set<CharterSignature>().CountAsync()));
    }

    private static async Task<PersonId> CertifiedAsync(JourneySite site)
    {
        var person = await site.AdmittedAsync();
        await site.SignAsync(person);
        foreach (var trigger in new[] { PathTrigger.CompleteTraining, PathTrigger.PassExam, PathTrigger.CompleteCaseStudy, PathTrigger.CertifyOnProbation })
        {
            Assert.True((await site.MoveAsync(person, trigger)).IsDone);
        }

        return person;
    }

    private static Task<bool> CompletedAsync(JourneySite site, PersonId person, string slug) => site.InAsync<WhenCourseCompleted, bool>(async handler =>
    {
        await handler.HandleAsync(new CourseCompleted(person, slug, slug, "edition"), System(site), default);
        return true;
    });

    private static Task<bool> PublishedAsync(JourneySite site) => site.InAsync<WhenCharterPublished, bool>(async handler =>
    {
        await handler.HandleAsync(new ContentPublished("charter", site.Documents.Current.VersionId, ContentTypes.Charter, "consultant"), System(site), default);
        return true;
    });

    private static ActContext System(JourneySite site) => ActContext.System(site.Clock.GetUtcNow(), "test");
}
