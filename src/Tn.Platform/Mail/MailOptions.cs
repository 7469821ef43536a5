using Microsoft.Extensions.Options;

namespace Tn.Platform.Mail;

/// <summary>How mails leave. Configuration section <c>Mail</c>, checked at start.</summary>
public sealed class MailOptions
{
    /// <summary><c>pickup</c> (a file per mail in the data folder) or <c>smtp</c>.</summary>
    public string Mode { get; set; } = "pickup";

    /// <summary>Sender's address.</summary>
    public string From { get; set; } = "ne-pas-repondre@transition-numerique.test";

    /// <summary>Sender's name.</summary>
    public string FromName { get; set; } = "Transition Numérique";

    /// <summary>The SMTP server's name.</summary>
    public string? Host { get; set; }

    /// <summary>The SMTP server's port.</summary>
    public int Port { get; set; } = 587;

    /// <summary>Account on the server, or null when it asks for none.</summary>
    public string? User { get; set; }

    /// <summary>The account's password.</summary>
    public string? Password { get; set; }

    /// <summary><c>starttls</c> (default), <c>ssl</c> or <c>none</c>.</summary>
    public string Tls { get; set; } = "starttls";

    /// <summary>True when mails leave by SMTP.</summary>
    public bool IsSmtp => string.Equals(Mode, "smtp", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Says which key is wrong, and what it can be.</summary>
internal sealed class MailOptionsCheck : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(MailOptions mail)
    {
        if (!mail.IsSmtp && !string.Equals(mail.Mode, "pickup", StringComparison.OrdinalIgnoreCase))
        {
            yield return $"Mail:Mode is '{mail.Mode}'; it can be 'pickup' or 'smtp'.";
        }

        if (!MimeKit.MailboxAddress.TryParse(mail.From, out _))
        {
            yield return $"Mail:From is '{mail.From}'; it must be an e-mail address.";
        }

        if (!mail.IsSmtp)
        {
            yield break;
        }

        if (string.IsNullOrWhiteSpace(mail.Host))
        {
            yield return "Mail:Host is missing; Mail:Mode 'smtp' needs a server.";
        }

        if (mail.Port is < 1 or > 65535)
        {
            yield return $"Mail:Port is {mail.Port}; it must be between 1 and 65535.";
        }

        if (mail.Tls is not ("starttls" or "ssl" or "none"))
        {
            yield return $"Mail:Tls is '{mail.Tls}'; it can be 'starttls', 'ssl' or 'none'.";
        }

        if (mail.User is not null && mail.Password is null)
        {
            yield return "Mail:Password is missing; Mail:User is given.";
        }
    }
}
