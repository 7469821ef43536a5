using Microsoft.EntityFrameworkCore;
using Tn.Kernel;
using Tn.Platform.Data;

namespace Tn.Platform.Mail;

/// <summary>A mail to be sent, written with the change that causes it. The key makes it unique for good.</summary>
public sealed class OutgoingMail
{
    private OutgoingMail()
    {
    }

    public OutgoingMail(string key, string to, string toName, string subject, string text, string html, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        Key = key;
        To = to;
        ToName = toName;
        Subject = subject;
        Text = text;
        Html = html;
        CreatedAt = at;
        NotBefore = at;
    }

    public Guid Id { get; private set; }

    /// <summary>Idempotency key; a unique index refuses a second.</summary>
    public string Key { get; private set; } = string.Empty;

    public string To { get; private set; } = string.Empty;

    public string ToName { get; private set; } = string.Empty;

    public string Subject { get; private set; } = string.Empty;

    public string Text { get; private set; } = string.Empty;

    public string Html { get; private set; } = string.Empty;

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? SentAt { get; set; }

    public int Tries { get; set; }

    /// <summary>Not to be tried before; also the claim of whoever is sending it.</summary>
    public DateTimeOffset NotBefore { get; set; }

    public string? Error { get; set; }
}

internal sealed class MailTable : IModelPart
{
    public void Map(ModelBuilder model) => model.Entity<OutgoingMail>(table =>
    {
        table.ToTable("platform_mails");
        table.HasKey(mail => mail.Id);
        table.Property(mail => mail.Key).HasMaxLength(200);
        table.Property(mail => mail.To).HasMaxLength(320);
        table.Property(mail => mail.ToName).HasMaxLength(200);
        table.Property(mail => mail.Subject).HasMaxLength(300);
        table.HasIndex(mail => mail.Key).IsUnique();
        table.HasIndex(mail => new { mail.SentAt, mail.NotBefore });
    });
}
