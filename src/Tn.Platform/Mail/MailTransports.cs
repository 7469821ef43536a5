using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Tn.Platform.Mail;

/// <summary>Takes a mail away: to a folder, or to a server.</summary>
internal interface IMailTransport
{
    Task SendAsync(MimeMessage message, Guid id, CancellationToken cancellationToken);
}

/// <summary>Writes a file per mail in <c>mails/</c>. Its name comes from the row's id: sent again after a crash, it replaces itself.</summary>
internal sealed class PickupFolder(DataFolder folder) : IMailTransport
{
    public async Task SendAsync(MimeMessage message, Guid id, CancellationToken cancellationToken)
    {
        var target = Path.Combine(folder.Folder("mails"), $"{id:D}.eml");
        var draft = target + ".tmp";
        await using (var file = File.Create(draft))
        {
            await message.WriteToAsync(file, cancellationToken);
        }

        // Whoever picks mails up never sees half a file.
        File.Move(draft, target, overwrite: true);
    }
}

/// <summary>Hands mails to an SMTP server, one connection per mail: volumes are small, and a broken connection then costs one mail's retry.</summary>
internal sealed class SmtpServer(IOptions<MailOptions> options) : IMailTransport
{
    private readonly MailOptions options = options.Value;

    public async Task SendAsync(MimeMessage message, Guid id, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient { Timeout = 20_000 };
        await client.ConnectAsync(options.Host!, options.Port, Security(), cancellationToken);
        if (options.User is { } user)
        {
            await client.AuthenticateAsync(user, options.Password!, cancellationToken);
        }

        await client.SendAsync(message, cancellationToken);
        await client.DisconnectAsync(quit: true, cancellationToken);
    }

    private SecureSocketOptions Security() => options.Tls switch
    {
        "ssl" => SecureSocketOptions.SslOnConnect,
        "none" => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };
}
