using Tn.Browser.Tests.Walks;

namespace Tn.Browser.Tests;

/// <summary>
/// The main job, end to end, as six different people: an author's folder becomes a validated course, an advisor learns from it,
/// a consultant goes from recensement to a certificate, and a stranger checks it and finds the consultant.
/// </summary>
public abstract class WholeWayTests(BrowserSite site, bool javaScript)
{
    [Fact]
    public async Task Six_people_walk_the_whole_way()
    {
        var story = Story.Of(javaScript);

        await new AuthorAndCommittee(site, story, javaScript).PublishACourseAsync();
        await new Learner(site, story, javaScript).TakeTheCourseAsync();
        var consultant = new Candidate(site, story, javaScript);
        await consultant.SignUpAsync();
        await consultant.FillInTheCensusAsync();
        await new Decisions(site, story, javaScript).DeclareAdmissibleAsync();
        await consultant.SignTheCharterAsync();
        await consultant.TakeTheRequiredCoursesAsync();
        await consultant.PassTheExamAsync();
        await consultant.HandInTheCaseStudyAsync();
        await new Decisions(site, story, javaScript).MarkTheCaseStudyAsync();
        await new Decisions(site, story, javaScript).CertifyByTheJuryAsync();
        var code = await consultant.ReadTheCertificateAsync();
        await consultant.ConsentToBeFoundAsync();
        await new Stranger(site, story, javaScript).CheckAndFindAsync(code);
    }
}

/// <summary>With scripts. A site of its own, as the longest walks have: they are walked side by side.</summary>
public sealed class WholeWayWithScriptsTests(BrowserSite site) : WholeWayTests(site, javaScript: true), IClassFixture<BrowserSite>;

/// <summary>Without.</summary>
public sealed class WholeWayWithoutScriptsTests(BrowserSite site) : WholeWayTests(site, javaScript: false), IClassFixture<BrowserSite>;
