using System.Diagnostics;
using Tn.Content.Review;
using Tn.Content.Review.Minutes;

namespace Tn.Content.Tests.Review;

/// <summary>Minutes of a validation, as data and as PDF text.</summary>
public sealed class MinutesTests
{
    [Fact]
    public async Task They_say_who_was_there_who_voted_what_and_on_which_text()
    {
        await using var site = await ContentSite.OpenAsync();
        var submission = await DecidedAsync(site);
        var minutes = (await site.AskAsync<MinutesWriter, ReviewMinutes?>(writer => writer.OfAsync(submission, default)))!;

        Assert.Equal(
            [Attendance.Voted, Attendance.Voted, Attendance.Voted, Attendance.Abstained, Attendance.Recused],
            minutes.Lines.Select(line => line.Attendance));
        Assert.Equal((4, 4, true), (minutes.Present, minutes.Eligible, minutes.IsWhole));
        Assert.Equal(VoteChoice.RequestChanges, Assert.Single(minutes.Lines[0].Former).Choice);
    }

    [Fact]
    public async Task The_file_holds_the_same_words()
    {
        await using var site = await ContentSite.OpenAsync();
        var submission = await DecidedAsync(site);
        var minutes = (await site.AskAsync<MinutesWriter, ReviewMinutes?>(writer => writer.OfAsync(submission, default)))!;
        var text = await TextAsync(site.Get<MinutesPdf>().Draw(minutes));

        Assert.Contains("Procès-verbal : Un cours", text, StringComparison.Ordinal);
        Assert.Contains("Membre 5 : s’est déporté", text, StringComparison.Ordinal);
        Assert.Contains("Membre 4 : présent, s’est abstenu", text, StringComparison.Ordinal);
        Assert.Contains("« Relu. »", text, StringComparison.Ordinal);
        Assert.Contains("Article 4, Décision fondatrice", text, StringComparison.Ordinal);
        Assert.All(submission.Documents, document => Assert.Contains(document.Hash, text, StringComparison.Ordinal));
        Assert.Contains(submission.ContentHash, text, StringComparison.Ordinal);
        Assert.Contains("lundi 23 novembre 2026", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undecided_there_are_none()
    {
        await using var site = await ContentSite.OpenAsync();
        var submission = await site.CourseAsync();
        Assert.Null(await site.AskAsync<MinutesWriter, ReviewMinutes?>(writer => writer.OfAsync(submission, default)));
    }

    private static async Task<ReviewSubmission> DecidedAsync(ContentSite site)
    {
        var submission = await site.CourseAsync();
        var members = site.People.Committee;
        await site.VoteAsync(submission, members[4], VoteChoice.Recuse);
        await site.VoteAsync(submission, members[3], VoteChoice.Abstain);
        await site.VoteAsync(submission, members[0], VoteChoice.RequestChanges);
        foreach (var member in members.Take(3))
        {
            await site.VoteAsync(submission, member);
        }

        return await site.AgainAsync(submission);
    }

    private static async Task<string> TextAsync(byte[] pdf)
    {
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, pdf);
        using var process = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", path, "-"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        File.Delete(path);
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
