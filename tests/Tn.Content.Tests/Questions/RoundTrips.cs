using System.Text;
using System.Text.Json;
using FsCheck.Xunit;
using Tn.Content.Questions;
using Tn.Content.Questions.Files;
using Tn.Content.Rendering;
using Tn.Platform.Data;

namespace Tn.Content.Tests.Questions;

public sealed class RoundTrips
{
    private static readonly QuestionFiles Files = new(new GiftParser(), new QuestionBuilder(new InlineText(new HtmlCleaner())));

    [Property(MaxTest = 2000)]
    public void Gift_written_is_read_as_the_same_questions(int seed)
    {
        var items = new ItemGenerator(seed).Items();
        var losses = new Findings("f");
        var text = GiftWriter.Write(items, losses);
        Assert.Empty(losses.All);
        var findings = new Findings("f");
        var read = new GiftParser().Read(text, findings);
        Assert.True(findings.All.Count == 0, $"{string.Join('\n', findings.All)}\n{text}");
        Same(items, read, text);
        Assert.Equal(text, GiftWriter.Write(read, losses));
    }

    [Property(MaxTest = 1000)]
    public void Xml_written_is_read_as_the_same_questions(int seed)
    {
        var items = new ItemGenerator(seed).Items();
        var losses = new Findings("f");
        var text = MoodleXmlWriter.Write(items, losses);
        Assert.Empty(losses.All);
        var findings = new Findings("f");
        var read = MoodleXmlReader.Read(Encoding.UTF8.GetBytes(text), findings, losses);
        Assert.True(findings.All.Count == 0 && losses.All.Count == 0, $"{string.Join('\n', findings.All.Concat(losses.All))}\n{text}");
        Same(items, read, text);
        Assert.Equal(text, MoodleXmlWriter.Write(read, losses));
    }

    [Property(MaxTest = 500)]
    public void Any_bytes_are_read_or_refused_and_never_thrown_at(byte[] bytes, int seed)
    {
        foreach (var format in Enum.GetValues<QuestionFormat>())
        {
            Files.Read(bytes, "f", format);
            Files.Read(Encoding.UTF8.GetBytes(new ItemGenerator(seed).Item().Stem.Text), "f", format);
        }

        Files.Read(bytes, "f");
    }

    [Fact]
    public void The_banks_that_are_shipped_come_back_the_same_through_both_formats()
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Tn.Content.Tests.Packages.RealPackages.Root(), "content"), "*.gift", SearchOption.AllDirectories))
        {
            var items = Files.Read(File.ReadAllBytes(path), path).Items;
            Assert.NotEmpty(items);
            var losses = new Findings(path);
            var gift = new GiftParser().Read(GiftWriter.Write(items, losses), losses);
            var xml = MoodleXmlReader.Read(Encoding.UTF8.GetBytes(MoodleXmlWriter.Write(gift, losses)), losses, losses);
            Assert.Empty(losses.All);
            Same(items, xml, path);
        }
    }

    private static void Same(IEnumerable<QuestionItem> expected, IEnumerable<QuestionItem> actual, string text) =>
        Assert.True(Told(expected) == Told(actual), $"{Told(expected)}\n{Told(actual)}\n{text}");

    private static string Told(IEnumerable<QuestionItem> items) => JsonSerializer.Serialize(items.Select(Normal), TnJson.Options);

    // Lines are the file's own, and a text that does not say its format is Markdown.
    private static QuestionItem Normal(QuestionItem item) => item with
    {
        Line = 0,
        AnswersLine = 0,
        Stem = Normal(item.Stem),
        GeneralFeedback = Normal(item.GeneralFeedback),
        Answers = [.. item.Answers.Select(answer => new ItemAnswer(item.Kind is ItemKind.Numerical or ItemKind.ShortAnswer or ItemKind.TrueFalse ? new ItemText(answer.Text.Text) : Normal(answer.Text), decimal.Round(answer.Weight, 7) / 1.0000000m, Normal(answer.Feedback)))],
        Pairs = [.. item.Pairs.Select(pair => pair with { Left = Normal(pair.Left) })],
    };

    private static ItemText Normal(ItemText text) => text with { Format = text.Format ?? "markdown" };
}
