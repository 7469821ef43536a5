using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using Tn.Network.Profiles;
using Tn.Platform.Data;

namespace Tn.Network.Contact;

/// <summary>That someone wrote to a person. Neither the text nor the sender's address is kept here: only what bounds abuse.</summary>
internal sealed class ContactMessage
{
    private ContactMessage()
    {
    }

    public ContactMessage(PersonId recipient, string senderMark, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        Recipient = recipient;
        SenderMark = senderMark;
        At = at;
    }

    public Guid Id { get; private set; }

    public PersonId Recipient { get; private set; }

    /// <summary>A hash that tells one sender from another for a day; it leads back to nobody.</summary>
    public string SenderMark { get; private set; } = string.Empty;

    public DateTimeOffset At { get; private set; }
}

/// <summary>What a stranger writes to someone of the network.</summary>
internal sealed record ContactLetter(string Name, string Email, string Message)
{
    public const int ShortestMessage = 20;
    public const int LongestMessage = 3_000;
    public const int LongestName = 80;
}

/// <summary>
/// Carries a message to a person without showing her address. No open relay: the recipient is a profile that accepts messages,
/// the subject is ours, the sender receives no copy, and messages are counted by sender and by recipient.
/// </summary>
internal sealed class WriteToPerson(TnDbContext db, IPeople people, INotifier notifier)
{
    private const int MostPerSenderAndHour = 5;
    private const int MostPerRecipientAndDay = 20;

    /// <param name="slug">Of the recipient's profile.</param>
    /// <param name="senderMark">Tells one sender from another, for the limits.</param>
    public async Task<Outcome> WriteAsync(string slug, ContactLetter letter, string senderMark, ActContext act, CancellationToken cancellationToken)
    {
        if (Check(letter) is { } problem)
        {
            return problem;
        }

        var profile = await db.Set<NetworkProfile>().AsNoTracking().SingleOrDefaultAsync(one => one.Slug == slug, cancellationToken);
        if (profile?.AsPublic() is not { CanBeContacted: true } recipient || await people.FindAsync(recipient.Person, cancellationToken) is null)
        {
            return new Refusal("network.not-contactable");
        }

        if (await IsTooManyAsync(recipient.Person, senderMark, act.At, cancellationToken))
        {
            return new Refusal("network.too-many-messages");
        }

        var message = new ContactMessage(recipient.Person, senderMark, act.At);
        db.Add(message);
        await notifier.TellAsync(recipient.Person, $"network-contact:{message.Id}", Carry(letter), act, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }

    private static Refusal? Check(ContactLetter letter)
    {
        if (letter.Name.Length is 0 or > ContactLetter.LongestName || letter.Name.Any(char.IsControl))
        {
            return new Refusal("network.contact-name").With("maximum", ContactLetter.LongestName.ToString(French.Culture));
        }

        if (letter.Email.Length > 254 || !MailAddress.TryCreate(letter.Email, out var address) || address.Address != letter.Email)
        {
            return new Refusal("network.contact-email");
        }

        return letter.Message.Length is < ContactLetter.ShortestMessage or > ContactLetter.LongestMessage
            ? new Refusal("network.contact-message").With("minimum", ContactLetter.ShortestMessage.ToString(French.Culture)).With("maximum", ContactLetter.LongestMessage.ToString("N0", French.Culture))
            : null;
    }

    private async Task<bool> IsTooManyAsync(PersonId recipient, string senderMark, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var (hour, day) = (at.AddHours(-1), at.AddDays(-1));
        return await db.Set<ContactMessage>().CountAsync(one => one.SenderMark == senderMark && one.At > hour, cancellationToken) >= MostPerSenderAndHour
            || await db.Set<ContactMessage>().CountAsync(one => one.Recipient == recipient && one.At > day, cancellationToken) >= MostPerRecipientAndDay;
    }

    private static Letter Carry(ContactLetter letter) => new(
        "Quelqu’un vous écrit depuis l’annuaire",
        [
            $"{letter.Name} vous écrit depuis votre fiche de l’annuaire :",
            .. letter.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => $"« {line} »"),
            $"Pour répondre, écrivez à {letter.Email}. Votre adresse ne lui a pas été communiquée : elle le sera si vous répondez.",
            "Si ce message est malveillant, ne répondez pas et prévenez l’administration du programme.",
        ]);
}
