using Tn.Content.Documents;
using Tn.Content.Documents.Share;

namespace Tn.Content.Tests.Documents;

/// <summary>Links that show a version without an account.</summary>
public sealed class Sharing
{
    [Fact]
    public async Task A_link_shows_its_version_for_seven_days_and_a_changed_one_shows_nothing()
    {
        await using var site = await ContentSite.OpenAsync();
        var links = site.Get<ShareLink>();
        var id = ContentId.New();
        var token = links.TokenOf(id);

        Assert.Equal(id, links.VersionOf(token));
        Assert.Null(links.VersionOf(token[..^4] + "AAAA"));
        Assert.Null(links.VersionOf("aucun"));
        Assert.Null(links.VersionOf(id));
        site.Clock.Now = ContentSite.Now.AddDays(6).AddHours(23);
        Assert.Equal(id, links.VersionOf(token));
        site.Clock.Now = ContentSite.Now.AddDays(7);
        Assert.Null(links.VersionOf(token));
    }
}
