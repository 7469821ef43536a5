using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MimeKit;
using Tn.Platform.Data;
using Tn.Platform.Startup;
using Tn.Platform.Web;

namespace Tn.Platform.Mail;

/// <summary>
/// Sends what <see cref="OutgoingMail"/> rows hold. A row is claimed by compare-and-set before sending, so that two nodes never send it together.
/// Between sending and marking it sent a crash can strike: the mail then leaves again, as the same file in the pickup folder,
/// and with the same Message-Id by SMTP, by which receiving servers and readers drop the double.
/// </summary>
public sealed partial class MailPump
{
    private const int Batch = 50;

    // Longer than a send can last: a claim that runs out means that its holder is gone.
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(2);

    private readonly IServiceScopeFactory scopes;
    private readonly IMailTransport transport;
    private readonly MailOptions options;
    private readonly SiteOptions site;
    private readonly TimeProvider clock;
    private readonly ILogger<MailPump> log;

    internal MailPump(IServiceScopeFactory scopes, IMailTransport transport, IOptions<MailOptions> options, IOptions<SiteOptions> site, TimeProvider clock, ILogger<MailPump> log)
    {
        this.scopes = scopes;
        this.transport = transport;
        this.options = options.Value;
        this.site = site.Value;
        this.clock = clock;
        this.log = log;
    }

    /// <summary>Sends all that is due; returns how many mails left.</summary>
    public async Task<int> DrainAsync(CancellationToken cancellationToken)
    {
        var sent = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            var due = await DueAsync(cancellationToken);
            foreach (var id in due)
            {
                sent += await SendAsync(id, cancellationToken) ? 1 : 0;
            }

            if (due.Count < Batch)
            {
                break;
            }
        }

        return sent;
    }

    private async Task<List<Guid>> DueAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TnDbContext>();
        var now = clock.GetUtcNow();
        return await db.Set<OutgoingMail>().AsNoTracking()
            .Where(mail => mail.SentAt == null && mail.NotBefore <= now)
            .OrderBy(mail => mail.NotBefore)
            .Select(mail => mail.Id)
            .Take(Batch)
            .ToListAsync(cancellationToken);
    }

    private async Task<bool> SendAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TnDbContext>();
        var gate = scope.ServiceProvider.GetRequiredService<WriteGate>();
        if (!await ClaimAsync(db, gate, id, cancellationToken))
        {
            return false;
        }

        AbortPoint.Pass("mail-claimed");
        var mail = await db.Set<OutgoingMail>().SingleAsync(row => row.Id == id, cancellationToken);
        try
        {
            using var message = MessageOf(mail);
            await transport.SendAsync(message, mail.Id, cancellationToken);
            AbortPoint.Pass("mail-sent");
            mail.SentAt = clock.GetUtcNow();
            mail.Error = null;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Whatever the server answers, the mail stays due: it is tried again later and later, at most every six hours.
            LogFailure(log, failure, mail.Key, mail.Tries);
            mail.Error = failure.Message;
            mail.NotBefore = clock.GetUtcNow() + TimeSpan.FromSeconds(Math.Min(21_600, 15 * Math.Pow(2, mail.Tries)));
        }

        await db.SaveChangesAsync(cancellationToken);
        return mail.SentAt is not null;
    }

    private async Task<bool> ClaimAsync(TnDbContext db, WriteGate gate, Guid id, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var until = now + Claim;
        return await db.Set<OutgoingMail>()
            .Where(mail => mail.Id == id && mail.SentAt == null && mail.NotBefore <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.NotBefore, until).SetProperty(mail => mail.Tries, mail => mail.Tries + 1), cancellationToken) == 1;
    }

    private MimeMessage MessageOf(OutgoingMail mail)
    {
        var message = new MimeMessage { Subject = mail.Subject, Date = mail.CreatedAt, MessageId = $"{mail.Id:N}@{new Uri(site.BaseUrl).Host}" };
        message.From.Add(new MailboxAddress(options.FromName, options.From));
        message.To.Add(new MailboxAddress(mail.ToName, mail.To));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Body = new BodyBuilder { TextBody = mail.Text, HtmlBody = mail.Html }.ToMessageBody();
        return message;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Key} did not leave (try {Tries}); it will be tried again.")]
    private static partial void LogFailure(ILogger log, Exception failure, string key, int tries);
}
