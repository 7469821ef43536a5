using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Tn.Contracts;
using Tn.Kernel;
using Tn.Platform.Web;
using Tn.Testing;

namespace Tn.Web.Tests;

/// <summary>Nobody ever reads a bare code.</summary>
[Collection(OnSqlite.Name)]
public sealed partial class SentencesTests(SqliteSite sqlite)
{
    [Fact]
    public void Every_refusal_in_the_source_has_its_sentence()
    {
        var sentences = sqlite.Site.Services.GetRequiredService<Sentences>();
        CultureInfo.CurrentUICulture = French.Culture;
        var codes = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => RefusalCode().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["code"].Value)
            .Distinct()
            .ToList();

        Assert.True(codes.Count > 30, $"Only {codes.Count} codes were found: the search is blind.");
        Assert.Equal([], codes.FindAll(code => sentences.Find(code) is null));
    }

    [Fact]
    public void Every_state_of_the_path_has_its_word()
    {
        var sentences = sqlite.Site.Services.GetRequiredService<Sentences>();
        CultureInfo.CurrentUICulture = French.Culture;

        var without = Enum.GetNames<PathState>().ToList().FindAll(state => sentences.Find($"path.state.{Kebab(state)}") is null);
        Assert.Equal([], without);
    }

    [Fact]
    public async Task Every_kind_of_reminder_has_its_name()
    {
        await using var scope = sqlite.Site.Services.CreateAsyncScope();
        CultureInfo.CurrentUICulture = French.Culture;
        var sentences = scope.ServiceProvider.GetRequiredService<Sentences>();
        Assert.Equal([], scope.ServiceProvider.GetServices<IReminderKind>().Select(kind => kind.Kind).Where(kind => sentences.Find($"reminder.{kind}") is null));
    }

    [Fact]
    public void A_code_without_sentence_is_seen() =>
        Assert.Null(sqlite.Site.Services.GetRequiredService<Sentences>().Find("nobody.wrote-this"));

    private static string Kebab(string name) => Upper().Replace(name, "-$0").TrimStart('-').ToLowerInvariant();

    [GeneratedRegex("new Refusal\\(\\s*\"(?<code>[a-z0-9.-]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RefusalCode();

    [GeneratedRegex("[A-Z]", RegexOptions.None, 1000)]
    private static partial Regex Upper();
}
