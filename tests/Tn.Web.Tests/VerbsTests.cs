using System.Text.Json;
using Tn.Testing;

namespace Tn.Web.Tests;

/// <summary>The command line is a contract: each verb answers, in JSON when asked, and 0 only when all went well.</summary>
public sealed class VerbsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("tn-verbs-").FullName;

    [Fact]
    public async Task A_new_site_is_made_filled_and_checked_by_command()
    {
        Assert.True((await AnswerAsync("migrate")).GetProperty("upToDate").GetBoolean());
        Assert.Equal(2, (await AnswerAsync("seed", "--courses", "2", "--advisors", "3", "--consultants", "1", "--i-know")).GetProperty("added").GetProperty("courses").GetInt32());
        Assert.True((await AnswerAsync("packages", "install", Package)).GetProperty("valid").GetBoolean());
        Assert.True((await AnswerAsync("search", "rebuild")).GetProperty("documents").GetInt32() >= 2 + 4);
        Assert.True((await AnswerAsync("doctor")).GetProperty("healthy").GetBoolean());
    }

    [Fact]
    public async Task A_package_and_a_bank_are_checked_without_a_database()
    {
        Assert.True((await AnswerAsync("packages", "validate", Package)).GetProperty("valid").GetBoolean());
        Assert.True((await AnswerAsync("questions", "check", Path.Combine(Package, "banks", "certification.gift"))).GetProperty("questions").GetInt32() > 20);
    }

    [Fact]
    public async Task Settings_may_stand_before_the_verb()
    {
        var migrated = await ChildSite.RunVerbAsync("--Logging:LogLevel:Default", "Warning", "--data", folder, "migrate", "--json");

        Assert.Equal(0, migrated.ExitCode);
        Assert.True(JsonDocument.Parse(migrated.Answer).RootElement.GetProperty("upToDate").GetBoolean());
    }

    [Theory]
    [InlineData("seed", "--advisors", "3", "--i-know")]
    [InlineData("search", "rebuild")]
    [InlineData("packages", "validate", "/nulle-part")]
    [InlineData("questions", "check", "/nulle-part.gift")]
    [InlineData("rien")]
    public async Task What_cannot_be_done_is_not_0(params string[] verb)
    {
        var refused = await ChildSite.RunVerbAsync([.. verb, "--data", folder]);

        Assert.NotEqual(0, refused.ExitCode);
        Assert.DoesNotContain("   at ", refused.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string Package => Path.Combine(Repository.Root, "content", "presence-en-ligne");

    private async Task<JsonElement> AnswerAsync(params string[] verb)
    {
        var answered = await ChildSite.RunVerbAsync([.. verb, "--json", "--data", folder]);

        Assert.True(answered.ExitCode == 0, $"{string.Join(' ', verb)} → {answered.ExitCode}: {answered.Answer}{answered.Errors}");
        return JsonDocument.Parse(answered.Answer).RootElement;
    }
}
