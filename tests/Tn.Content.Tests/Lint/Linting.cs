using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Content.Lint;
using Tn.Content.Questions;
using Tn.Content.Rendering;
using Tn.Content.Tests.Review;

namespace Tn.Content.Tests.Lint;

/// <summary>What the machine sees before the committee reads.</summary>
public sealed class Linting
{
    [Theory]
    [InlineData("## Un\n\n#### Trois\n", "heading-jump", 3)]
    [InlineData("## Un\n\n![](/medias/a.png)\n", "image-alt", 3)]
    [InlineData("## Un\n\n![Un chat](https://ailleurs.example/chat.png)\n", "third-party", 3)]
    [InlineData("## Un\n\n<iframe src=\"https://ailleurs.example/\"></iframe>\n", "third-party", 3)]
    [InlineData("## Un\n\nVoyez [la suite](/formations/cours/disparue).\n", "dead-link", 3)]
    [InlineData("## Un\n\nVoyez [la suite](disparue).\n", "dead-link", 3)]
    [InlineData("## Un\n\n```gift\n::q-1:: Combien ? {\n  ~de 5 à 10 jours #A.\n  =de 8 à 12 jours #B.\n  ~20 jours #C.\n}\n```\n", "overlapping-choices", 4)]
    [InlineData("## Un\n\n```gift\n::q-1:: Combien ? {\n  ~Cinq #A.\n  =Six\n  ~Sept #C.\n}\n```\n", "feedback-missing", 4)]
    public async Task A_fault_has_its_code_and_its_line(string text, string code, int line)
    {
        await using var site = await ContentSite.OpenAsync();
        await site.CourseAsync();
        var finding = Assert.Single(await FindingsAsync(site, await site.WriteAsync("premiere", text)), one => one.Code == code);
        Assert.Equal((line, Severity.Warning), (finding.Line, finding.Severity));
    }

    [Theory]
    [InlineData("[suite](/formations/cours/seconde)")]
    [InlineData("[suite](seconde)")]
    [InlineData("[suite](#s-debut)")]
    [InlineData("[ailleurs](https://exemple.fr/)")]
    public async Task A_link_to_what_is_submitted_together_or_published_is_alive(string link)
    {
        await using var site = await ContentSite.OpenAsync();
        await site.CourseAsync();
        var version = await site.WriteAsync("premiere", $"## Un\n\nVoyez {link}.\n");
        Assert.DoesNotContain(await FindingsAsync(site, version, await site.LatestAsync("seconde")), one => one.Code == "dead-link");
        await site.ApproveAllAsync();
        Assert.DoesNotContain(await FindingsAsync(site, version), one => one.Code == "dead-link");
    }

    [Fact]
    public async Task Its_count_stands_in_the_queue()
    {
        await using var site = await ContentSite.OpenAsync();
        await site.CourseAsync();
        await site.WriteAsync("premiere", "## Un\n\n#### Trois\n\nVoyez [la suite](/formations/cours/disparue).\n");
        await site.SubmitAsync("premiere");
        var submission = Assert.Single(await site.OpenSubmissionsAsync());
        Assert.Equal(2, submission.Documents.Sum(document => document.Findings));
    }

    [Fact]
    public void A_dozen_questions_of_a_lesson_with_the_answer_first_and_longest_are_seen()
    {
        var questions = Enumerable.Range(1, 12).Select(number => new GiftQuestion(
            new Question($"q-{number}", QuestionKind.SingleChoice, "Quoi ?", [new("a", "a", 1, "."), new("b", "b", 0, "."), new("c", "c", 0, ".")], string.Empty, null),
            number,
            ["Une réponse bien longue", "Non", "Nenni"])).ToList();
        Assert.Equal(["right-longest", "right-place"], QuestionLint.Lesson(questions, "x").Select(one => one.Code).Order());
    }

    [Theory]
    [InlineData("de 5 à 10 jours", "de 8 à 12 jours", true)]
    [InlineData("de 5 à 10 jours", "de 11 à 12 jours", false)]
    [InlineData("moins de 10", "de 10 à 20", false)]
    [InlineData("jusqu’à 10", "de 10 à 20", true)]
    [InlineData("plus de 1 000 euros", "au moins 2 000 euros", true)]
    [InlineData("entre 5 et 10 jours", "entre 5 et 10 mois", false)]
    public void Ranges_overlap_when_a_number_is_in_both(string one, string other, bool overlap) =>
        Assert.Equal(overlap, NumericRange.Read(one)!.Overlaps(NumericRange.Read(other)!));

    [Theory]
    [InlineData("chat", 1)]
    [InlineData("rue", 1)]
    [InlineData("entreprise", 3)]
    [InlineData("données", 2)]
    [InlineData("administration", 5)]
    public void Syllables_are_counted_as_heard(string word, int count) => Assert.Equal(count, ReadingEase.Syllables(word));

    [Fact]
    public void A_plain_text_reads_easier_than_an_office_text()
    {
        var plain = ReadingEase.Of(Enumerable.Repeat("Le chat dort sur le lit. Il fait beau. La mer est bleue.", 15))!.Value;
        var office = ReadingEase.Of(Enumerable.Repeat("La détermination préalable des responsabilités organisationnelles conditionne l’harmonisation progressive des dispositifs d’accompagnement interministériels.", 15))!.Value;
        Assert.InRange(plain, 80, 140);
        Assert.True(office < 20, $"{office}");
        Assert.Null(ReadingEase.Of(["Trop court."]));
    }

    [Fact]
    public async Task The_shipped_packages_are_installed_and_have_no_fault_that_matters()
    {
        await using var site = await ContentSite.OpenAsync();
        foreach (var folder in Directory.GetDirectories(Path.Combine(Root(), "content")).Order(StringComparer.Ordinal))
        {
            await site.InstallAsync(await site.Reader.ReadAsync(folder, default));
        }

        var versions = await site.ReadAsync(db => db.Set<ContentVersion>().AsNoTracking().ToListAsync());
        var findings = await site.AskAsync<DocumentLint, IReadOnlyDictionary<string, IReadOnlyList<Finding>>>(lint => lint.CheckAsync(versions, default));
        Assert.True(versions.Count > 30);
        Assert.Empty(findings.Values.SelectMany(one => one).Where(one => one.Severity == Severity.Error || one.Code is "dead-link" or "right-place" or "third-party" or "heading-jump").Select(one => one.ToString()));
    }

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../.."));

    private static async Task<IReadOnlyList<Finding>> FindingsAsync(ContentSite site, ContentVersion version, params ContentVersion[] together) =>
        (await site.AskAsync<DocumentLint, IReadOnlyDictionary<string, IReadOnlyList<Finding>>>(lint => lint.CheckAsync([version], [version, .. together], default)))[version.VersionId];
}
