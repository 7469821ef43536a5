using System.Diagnostics;
using Tn.Testing;

namespace Tn.Web.Tests.Crash;

/// <summary>
/// SIGKILL at each named step between the jury's decision, the number, the signature, the letter, the commit, the events and the mail,
/// one after the other on one case: in the end one certificate, one credential, one notice, one mail, and a paper that verifies.
/// </summary>
public sealed class AbortPointTests : IAsyncLifetime
{
    private const string Candidate = "consultant20@demo.test";

    // Until the commit nothing is kept, so that the same vote is cast again at each of them.
    private static readonly string[] BeforeTheCommit = ["decision", "number", "signature", "letter", "written"];
    private static readonly TimeSpan Later = TimeSpan.FromHours(1);

    private readonly string folder = Directory.CreateTempSubdirectory("tn-abort-").FullName;
    private readonly DataFile data;
    private ChildSite site = null!;

    public AbortPointTests() => data = new DataFile(folder);

    public async Task InitializeAsync()
    {
        await Demonstration.CopyToAsync(folder);
        site = await ChildSite.StartAsync(folder, "Development", "--Account:PerAddress", "100000", "--Account:PerAccount", "100000", "--Logging:LogLevel:Default", "Error");
    }

    public async Task DisposeAsync()
    {
        await site.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Killed_at_every_step_a_decision_leaves_one_certificate_one_credential_one_mail()
    {
        var room = await OpenCaseAsync();
        await VoteAsync("jury1@demo.test", room);
        await VoteAsync("jury2@demo.test", room);
        foreach (var point in BeforeTheCommit)
        {
            await DieAsync(point, room);
            Assert.Equal((0, 0, 0, 0), await CountsAsync());
        }

        await DieAsync("committed", room);
        Assert.Equal((1, 1, 1, 1), await CountsAsync());
        // Events and mails leave side by side: the mail waits, so that it is not gone before the program dies over an event.
        await PostponeMailsAsync(Later);
        await RestartToDieAsync("event");
        await PostponeMailsAsync(-Later);
        await RestartToDieAsync("mail-claimed");
        await RestartToDieAsync("mail-sent");
        await data.LetClaimsRunOutAsync();
        await site.RestartAsync();
        await data.WaitUntilAllHasLeftAsync();
        Assert.Equal((1, 1, 1, 1), await CountsAsync());
        await EachMailIsOneFileAsync();
        await ThePaperVerifiesAsync();
    }

    [Fact]
    public async Task Killed_between_the_signature_and_its_paper_the_charter_gets_one_paper()
    {
        const string signer = "consultant04@demo.test";
        await site.KillAsync();
        await data.WriteAsync("UPDATE journey_signature_evidence SET DueAt = NULL");
        await site.RestartAsync("--Crash:At", "paper");
        using (var poster = await EnterAsync(signer))
        {
            var page = await poster.ReadAsync("/mon-parcours/charte");
            await poster.PostAsync(
                "/mon-parcours/charte",
                ("Input.VersionId", page.Document.QuerySelector("input[name='Input.VersionId']")!.GetAttribute("value")!),
                ("Input.Sentence", page.Document.QuerySelector("[data-testid=intent]")!.TextContent));
        }

        await site.WaitUntilDeadAsync();
        Assert.Equal(1, await SignaturesAsync("PdfKey IS NULL"));
        await data.LetClaimsRunOutAsync();
        await site.RestartAsync();
        await data.WaitUntilAllHasLeftAsync();
        Assert.Equal((1, 0), (await SignaturesAsync("PdfKey IS NOT NULL AND DueAt IS NULL"), await SignaturesAsync("PdfKey IS NULL")));

        Task<long> SignaturesAsync(string condition) => data.CountAsync(
            $"SELECT count(*) FROM journey_signatures s JOIN journey_signature_evidence e ON e.Signature = s.Id WHERE s.Person = (SELECT Id FROM identity_people WHERE Email = $email) AND {condition}",
            ("$email", signer));
    }

    private async Task<string> OpenCaseAsync()
    {
        using var juror = await EnterAsync("jury1@demo.test");
        return (await juror.ReadAsync("/comites/jury")).Document.QuerySelectorAll("tr")
            .Single(row => row.TextContent.Contains("Coralie Hoareau", StringComparison.Ordinal)).QuerySelector("a")!.GetAttribute("href")!;
    }

    private async Task<bool> VoteAsync(string juror, string room)
    {
        using var poster = await EnterAsync(juror);
        await poster.ReadAsync(room);
        return await poster.PostAsync($"{room}?handler=Vote", ("Vote.Choice", "Certify"), ("Vote.Reason", "Épreuve solide, missions vérifiées."));
    }

    private async Task DieAsync(string point, string room)
    {
        await site.KillAsync();
        await data.LetClaimsRunOutAsync();
        await site.RestartAsync("--Crash:At", point);
        Assert.False(await VoteAsync("jury3@demo.test", room), $"It lived through {point}.");
        await site.WaitUntilDeadAsync();
    }

    private async Task RestartToDieAsync(string point)
    {
        await data.LetClaimsRunOutAsync();
        await site.RestartToDieAsync("--Crash:At", point);
    }

    private Task PostponeMailsAsync(TimeSpan by) =>
        data.WriteAsync("UPDATE platform_mails SET NotBefore = NotBefore + $by WHERE SentAt IS NULL", ("$by", by.Ticks));

    private async Task<Poster> EnterAsync(string email) => new(await new Visitor(site.Address).SignInAsync(email));

    private async Task<(long Certificates, long Credentials, long Notices, long Mails)> CountsAsync() => (
        await data.CountAsync("SELECT count(*) FROM certification_certificates WHERE Holder = (SELECT Id FROM identity_people WHERE Email = $email)", ("$email", Candidate)),
        await data.CountAsync("SELECT count(*) FROM certification_credentials WHERE Certificate IN (SELECT Id FROM certification_certificates WHERE Holder = (SELECT Id FROM identity_people WHERE Email = $email))", ("$email", Candidate)),
        await data.CountAsync("SELECT count(*) FROM reminders_notices WHERE Key LIKE 'jury-decision:%' AND Person = (SELECT Id FROM identity_people WHERE Email = $email)", ("$email", Candidate)),
        await data.CountAsync("SELECT count(*) FROM platform_mails WHERE Key LIKE 'jury-decision:%' AND \"To\" = $email", ("$email", Candidate)));

    private async Task EachMailIsOneFileAsync()
    {
        var sent = await data.ReadAsync("SELECT lower(Id) || '.eml' FROM platform_mails WHERE SentAt IS NOT NULL");
        Assert.Equal(sent.Order(StringComparer.Ordinal), Directory.GetFiles(Path.Combine(folder, "mails")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
    }

    private async Task ThePaperVerifiesAsync()
    {
        var code = (await data.ReadAsync("SELECT Code FROM certification_certificates WHERE Holder = (SELECT Id FROM identity_people WHERE Email = $email)", ("$email", Candidate))).Single();
        using var stranger = new Visitor(site.Address);
        var path = Path.Combine(folder, "certificat.pdf");
        await File.WriteAllBytesAsync(path, await stranger.Http.GetByteArrayAsync(new Uri($"/verifier/{code}/certificat.pdf", UriKind.Relative)));
        var start = new ProcessStartInfo("pdfsig", [path]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var pdfsig = Process.Start(start)!;
        Assert.Contains("Signature is Valid", await pdfsig.StandardOutput.ReadToEndAsync(), StringComparison.Ordinal);
    }
}
