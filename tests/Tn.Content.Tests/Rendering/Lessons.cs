using Tn.Content.Documents;
using Tn.Content.Rendering;

namespace Tn.Content.Tests.Rendering;

public sealed class Lessons
{
    [Fact]
    public async Task A_lesson_has_its_parts_in_order_and_its_contents()
    {
        var body = await RenderAsync("## Premier titre\n\nTexte.[^1]\n\n```gift\n::q1:: Vrai ? {TRUE #non #oui}\n```\n\n## Été, déjà ?\n\n:::a-retenir\n- Un\n:::\n\n:::animateur\nSecret.\n:::\n\n[^1]: Note.\n");
        Assert.Equal([PartKind.Text, PartKind.Question, PartKind.Text, PartKind.Facilitator, PartKind.Text], body.Parts.Select(part => part.Kind));
        Assert.Equal(["s-premier-titre", "s-ete-deja"], body.Contents.Select(heading => heading.Anchor));
        Assert.Contains("id=\"s-premier-titre\"", body.Parts[0].Html, StringComparison.Ordinal);
        Assert.Contains("tn-block--a-retenir", body.Parts[2].Html, StringComparison.Ordinal);
        Assert.Contains("À retenir", body.Parts[2].Html, StringComparison.Ordinal);
        Assert.Contains("href=\"#fn:1\"", body.Parts[0].Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", body.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Vrai ?", body.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_headings_of_the_same_words_have_two_anchors()
    {
        var body = await RenderAsync("## Cas\n\na\n\n## Cas\n\nb\n\n## !!!\n");
        Assert.Equal(["s-cas", "s-cas-2", "s"], body.Contents.Select(heading => heading.Anchor));
    }

    [Fact]
    public async Task An_unknown_block_says_so_and_keeps_its_text()
    {
        var result = await Renderers.Body.RenderAsync(ContentTypes.Lesson, "Un.\n\n:::quizz\nDeux.\n:::\n", "l.md", default, lineOffset: 10);
        Assert.Contains("Bloc « quizz »", result.Body!.Html.Replace("&nbsp;", " "), StringComparison.Ordinal);
        Assert.Contains("Deux.", result.Body.Html, StringComparison.Ordinal);
        Assert.Equal(13, Assert.Single(result.Findings).Line);
    }

    [Theory]
    [InlineData(":::cas\n:::animateur\nSecret.\n:::\n:::\n")]
    [InlineData("- a\n\n  :::animateur\n  Secret.\n  :::\n")]
    [InlineData("> :::animateur\n> Secret.\n> :::\n")]
    public async Task Notes_hidden_inside_another_block_are_refused(string markdown)
    {
        var result = await Renderers.Body.RenderAsync(ContentTypes.Lesson, markdown, "l.md", default);
        Assert.Null(result.Body);
        Assert.Contains(result.Findings, finding => finding.Severity == Severity.Error && finding.Line > 0);
    }

    [Theory]
    [InlineData("[a](b", 30_000)]
    [InlineData("[", 100_000)]
    [InlineData("> ", 50_000)]
    [InlineData("- ", 50_000)]
    [InlineData("*a ", 40_000)]
    [InlineData("`", 7_000)]
    [InlineData("<a", 7_000)]
    [InlineData("a\0", 10)]
    [InlineData(":::cas\n", 4_000)]
    [InlineData("10 Mo de texte ", 700_000)]
    public async Task A_bomb_is_refused_or_rendered_within_its_budget(string unit, int times)
    {
        var result = await Renderers.Body.RenderAsync(ContentTypes.Lesson, string.Concat(Enumerable.Repeat(unit, times)), "bombe.md", default);
        Assert.True(result.Body is not null || result.Findings.Any(finding => finding.Severity == Severity.Error));
    }

    [Fact]
    public async Task A_small_text_waits_for_a_busy_machine_and_only_a_large_one_is_refused()
    {
        using var bench = Renderers.Bench();
        using var gate = new ManualResetEventSlim();
        var busy = Enumerable.Range(0, 2).Select(_ => bench.WithinBudgetAsync(() => gate.Wait(TimeSpan.FromMinutes(1)), 60, default)).ToList();
        Task<RenderResult> WriteAsync(int times) => Renderers.At(bench).RenderAsync(ContentTypes.Lesson, string.Concat(Enumerable.Repeat("Un petit mot. ", times)), "l.md", default);

        var small = WriteAsync(10);
        var large = await WriteAsync(2_000);
        gate.Set();

        Assert.Contains(large.Findings, finding => finding.Severity == Severity.Error);
        Assert.NotNull((await small).Body);
        Assert.DoesNotContain(false, await Task.WhenAll(busy));
    }

    [Fact]
    public async Task French_spaces_do_not_break_and_code_is_left_alone()
    {
        var body = await RenderAsync("Vraiment ? « Oui » : non ! `a ? b : c`\n");
        Assert.Contains("Vraiment\u202f?", body.Html, StringComparison.Ordinal);
        Assert.Contains("«&nbsp;Oui&nbsp;»&nbsp;:", body.Html, StringComparison.Ordinal);
        Assert.Contains("<code>a ? b : c</code>", body.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Changes_are_found_line_by_line()
    {
        var changes = TextChanges.Between("a\nb\nc\nd\ne\nf\n", "a\nb\nc\nd\nE\nf\n");
        Assert.Equal([ChangeKind.Gap, ChangeKind.Same, ChangeKind.Removed, ChangeKind.Added, ChangeKind.Same], changes.Select(change => change.Kind));
        Assert.Empty(TextChanges.Between("a\n", "a\n"));
    }

    private static async Task<RenderedBody> RenderAsync(string markdown)
    {
        var result = await Renderers.Body.RenderAsync(ContentTypes.Lesson, markdown, "l.md", default);
        Assert.DoesNotContain(result.Findings, finding => finding.Severity == Severity.Error);
        return result.Body!;
    }
}
