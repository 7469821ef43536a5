using System.Net;
using Tn.Courses.Tests.Building;

namespace Tn.Courses.Tests.Pages;

public sealed class LessonPageTests
{
    private const string Course = "/formations/proteger";
    private const string Lesson = "/formations/proteger/inventaire";

    [Fact]
    public async Task A_stranger_reads_the_lesson_without_key_feedback_notes_or_token()
    {
        await using var site = await LearningSite.OpenAsync(ACourse.Usual());
        using var stranger = site.Visit();

        var page = await stranger.ReadAsync(Lesson);

        Assert.Contains("Par quoi commencer ?", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("Connectez-vous", page, StringComparison.Ordinal);
        AssertTellsNothing(page);
        Assert.DoesNotContain("notes-animateur", page, StringComparison.Ordinal);
        Assert.DoesNotContain("__RequestVerificationToken", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_of_strangers_are_the_same_for_all_and_set_no_cookie()
    {
        await using var site = await LearningSite.OpenAsync(ACourse.Usual());
        foreach (var address in new[] { "/formations", "/formations?axe=cybersecurite", Course, Lesson })
        {
            using var one = site.Visit();
            using var other = site.Visit();
            using var answer = await one.GetAsync(address);

            Assert.False(answer.Headers.Contains("Set-Cookie"), address);
            Assert.Equal(await answer.Content.ReadAsStringAsync(), await other.ReadAsync(address));
        }
    }

    [Fact]
    public async Task A_learner_sees_no_key_before_answering_and_the_feedback_of_her_choice_after()
    {
        await using var site = await LearningSite.OpenAsync(ACourse.Usual());
        using var helene = site.Visit(Everyone.Helene);
        await EnrolAsync(helene);
        AssertTellsNothing(await helene.ReadAsync(Lesson));

        using var answered = await helene.PostAsync($"{Lesson}?handler=Answer", Lesson, false, ("question", "q1"), ("choice", "c1"), ("token", "t"));

        Assert.Equal(HttpStatusCode.Redirect, answered.StatusCode);
        Assert.Equal($"{Lesson}#question-q1", answered.Headers.Location?.ToString());
        var page = await helene.ReadAsync(Lesson);
        Assert.Contains("retour-machines", page, StringComparison.Ordinal);
        Assert.Contains("Pas encore", page, StringComparison.Ordinal);
        Assert.DoesNotContain("retour-activite", page, StringComparison.Ordinal);
        Assert.DoesNotContain("retour-messagerie", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_script_only_the_question_comes_back()
    {
        await using var site = await LearningSite.OpenAsync(ACourse.Usual());
        using var helene = site.Visit(Everyone.Helene);
        await EnrolAsync(helene);

        using var answered = await helene.PostAsync($"{Lesson}?handler=Answer", Lesson, true, ("question", "q2"), ("choice", "c1"), ("choice", "c2"), ("token", "t"));

        var fragment = await answered.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
        Assert.StartsWith("<section", fragment.TrimStart(), StringComparison.Ordinal);
        Assert.Contains("Juste", fragment, StringComparison.Ordinal);
        Assert.DoesNotContain("question-q1", fragment, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Not_knowing_is_answered_with_the_right_answer()
    {
        await using var site = await LearningSite.OpenAsync(ACourse.Usual());
        using var helene = site.Visit(Everyone.Helene);
        await EnrolAsync(helene);

        using var answered = await helene.PostAsync($"{Lesson}?handler=Answer", Lesson, true, ("question", "q1"), ("unknown", "1"), ("token", "t"));

        Assert.Contains("retour-activite", await answered.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q1", "choice", "", "Choisissez ou")]
    [InlineData("q1", "choice", "c99", "ne fait pas partie de la question")]
    [InlineData("q5", "text", "beaucoup", "pas un nombre")]
    public async Task What_cannot_be_taken_is_said_on_the_same_page_with_what_was_typed(string question, string field, string value, string sentence)
    {
        await using var site = await LearningSite.OpenAsync(ACourse.Usual());
        using var helene = site.Visit(Everyone.Helene);
        await EnrolAsync(helene);

        using var refused = await helene.PostAsync($"{Lesson}?handler=Answer", Lesson, false, ("question", question), (field, value), ("token", "t"));

        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        if (field == "text")
        {
            Assert.Contains("value=\"beaucoup\"", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Reading_all_and_answering_brings_a_statement_that_only_its_holder_opens_and_all_can_check()
    {
        await using var site = await LearningSite.OpenAsync(ACourse.Called("proteger").WithLesson("inventaire", AQuestion.Single()));
        using var helene = site.Visit(Everyone.Helene);
        await EnrolAsync(helene);
        using var answered = await helene.PostAsync($"{Lesson}?handler=Answer", Lesson, false, ("question", "q1"), ("choice", "c2"), ("token", "t"));
        using var read = await helene.PostAsync($"{Lesson}?handler=Read", Lesson, false);
        Assert.Equal(Course, read.Headers.Location?.ToString());

        var mine = await helene.ReadAsync("/mon-espace/formations");
        var statement = mine[mine.IndexOf("/mon-espace/attestations/", StringComparison.Ordinal)..].Split('"')[0];
        Assert.Contains("Hélène Marchetti", WebUtility.HtmlDecode(await helene.ReadAsync(statement)), StringComparison.Ordinal);
        using var pdf = await helene.GetAsync($"{statement}/pdf");
        Assert.StartsWith("%PDF", await pdf.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var karim = site.Visit(Everyone.Karim);
        using var closed = await karim.GetAsync(statement);
        using var closedPdf = await karim.GetAsync($"{statement}/pdf");
        Assert.Equal(HttpStatusCode.NotFound, closed.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, closedPdf.StatusCode);

        using var stranger = site.Visit();
        var check = WebUtility.HtmlDecode(await stranger.ReadAsync(statement.Replace("/mon-espace", string.Empty, StringComparison.Ordinal)));
        Assert.Contains("Attestation authentique", check, StringComparison.Ordinal);
        Assert.Contains("Ce n’est pas une certification", check, StringComparison.Ordinal);
        Assert.Contains("Aucune attestation", await stranger.ReadAsync("/attestations/0000-0000-0000-0000"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_place_is_kept_and_offered_again()
    {
        await using var site = await LearningSite.OpenAsync(ACourse.Usual());
        using var helene = site.Visit(Everyone.Helene);
        await EnrolAsync(helene);

        using var kept = await helene.PostAsync($"{Lesson}/position", Lesson, false, ("anchor", "suite"));

        Assert.Equal(HttpStatusCode.NoContent, kept.StatusCode);
        var page = WebUtility.HtmlDecode(await helene.ReadAsync(Course));
        Assert.Contains($"href=\"{Lesson}#suite\"", page, StringComparison.Ordinal);
        Assert.Contains("Reprendre à « La suite »", page.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Strangers_posts_are_refused()
    {
        await using var site = await LearningSite.OpenAsync(ACourse.Usual());
        using var stranger = site.Visit();
        foreach (var address in new[] { $"{Lesson}?handler=Answer", $"{Lesson}?handler=Read", $"{Lesson}/position", Course, $"{Course}?handler=Move" })
        {
            using var answer = await stranger.PostAsync(address, Lesson, false, ("question", "q1"), ("choice", "c2"));

            Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized, $"{address}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Whoever_is_not_enrolled_is_sent_to_the_course()
    {
        await using var site = await LearningSite.OpenAsync(ACourse.Usual());
        using var karim = site.Visit(Everyone.Karim);

        using var answer = await karim.PostAsync($"{Lesson}?handler=Answer", Lesson, false, ("question", "q1"), ("choice", "c2"));

        Assert.Equal(Course, answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task The_facilitator_s_kit_is_for_facilitators()
    {
        await using var site = await LearningSite.OpenAsync(ACourse.Usual());
        using var advisor = site.Visit(Everyone.Helene, Role.Advisor);
        using var consultant = site.Visit(Everyone.Karim, Role.Consultant);

        var kit = await advisor.ReadAsync($"{Lesson}/animation");
        Assert.Contains("notes-animateur", kit, StringComparison.Ordinal);
        AssertTellsNothing(kit);
        Assert.Contains("notes-animateur", await advisor.ReadAsync(Lesson), StringComparison.Ordinal);
        using var closed = await consultant.GetAsync($"{Lesson}/animation");
        Assert.Equal(HttpStatusCode.Forbidden, closed.StatusCode);
        Assert.DoesNotContain("notes-animateur", await consultant.ReadAsync(Lesson), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/formations/inconnue")]
    [InlineData("/formations/proteger/inconnue")]
    [InlineData("/formations/inconnue/inventaire")]
    public async Task What_does_not_exist_is_not_found(string address)
    {
        await using var site = await LearningSite.OpenAsync(ACourse.Usual());
        using var stranger = site.Visit();
        using var answer = await stranger.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static async Task EnrolAsync(Reader reader)
    {
        using var enrolled = await reader.PostAsync(Course, Course, false);
        Assert.Equal(HttpStatusCode.Redirect, enrolled.StatusCode);
    }

    private static void AssertTellsNothing(string page)
    {
        Assert.DoesNotContain("retour-", page, StringComparison.Ordinal);
        Assert.DoesNotContain("weight", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("nom de domaine", page, StringComparison.Ordinal);
        Assert.DoesNotContain("72:0", page, StringComparison.Ordinal);
    }
}
