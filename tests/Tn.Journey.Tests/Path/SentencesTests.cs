using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Tn.Journey.Path;
using Tn.Platform.Web;

namespace Tn.Journey.Tests.Path;

public partial class SentencesTests
{
    private readonly Sentences sentences = new ServiceCollection()
        .AddSentences(typeof(JourneyModule).Assembly).AddSingleton<Sentences>()
        .BuildServiceProvider().GetRequiredService<Sentences>();

    [Fact]
    public void Everything_the_machine_shows_has_its_words()
    {
        var keys = Enum.GetValues<PathState>().SelectMany(state => new[] { PathWords.Key(state), PathWords.SentenceKey(state) })
            .Concat(Enum.GetValues<PathTrigger>().Select(PathWords.Key))
            .Concat(Enum.GetValues<DutyOwner>().Select(PathWords.Key))
            .Concat(Enum.GetValues<PathStage>().Select(PathWords.Key))
            .Concat(PathMachine.Duties.Values.Select(duty => duty.Age?.WhenPassed).OfType<PathTrigger>().Select(trigger => $"{PathWords.Key(trigger)}.reason"));
        Assert.DoesNotContain(keys, key => sentences.Find(key) is null);
    }

    [Fact]
    public void A_state_with_a_maximum_age_says_by_when_and_by_which_rule()
    {
        foreach (var (state, duty) in PathMachine.Duties)
        {
            var sentence = sentences.Of(PathWords.SentenceKey(state));
            Assert.Contains("{article}", sentence, StringComparison.Ordinal);
            Assert.Equal(duty.Age is not null, sentence.Contains("{due}", StringComparison.Ordinal));
            Assert.Equal(duty.Age is not null, sentence.Contains("{rule}", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_refusal_of_the_module_has_its_sentence()
    {
        var module = new DirectoryInfo(System.IO.Path.Combine(Root(), "src", "Tn.Modules", "Journey"));
        var codes = module.EnumerateFiles("*.cs", SearchOption.AllDirectories)
            .Where(file => !file.FullName.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(file => Code().Matches(File.ReadAllText(file.FullName)))
            .Select(match => match.Groups["code"].Value).Distinct().ToList();
        Assert.True(codes.Count > 50, $"Only {codes.Count} codes were found: the reading of the sources is broken.");
        Assert.DoesNotContain(codes, code => sentences.Find(code) is null);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(System.IO.Path.Combine(folder, "TransitionNumerique.sln")))
        {
            folder = System.IO.Path.GetDirectoryName(folder)!;
        }

        return folder;
    }

    [GeneratedRegex("\"(?<code>(census|papers|references|register|duplicates|desk|siret|pieces|charter|dossier|admissibility|note|jury)\\.[a-z0-9-]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
