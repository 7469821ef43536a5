using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using Tn.Certification.Certificates;
using Tn.Certification.Lives;
using Tn.Platform.Data;
using Tn.Platform.Mail;

namespace Tn.Certification.Complaints;

/// <summary>
/// A client writes a complaint, without account, then confirms it by a one-time link sent to the address given. Nobody reads it before.
/// Counted by sender and by certificate, so that nobody is flooded.
/// </summary>
internal sealed class WriteComplaint(TnDbContext db, CertificateQueries certificates, ComplaintMail mail, IProgrammeRules rules)
{
    private const int MostPerSenderAndDay = 5;
    private const int MostPerCertificateAndDay = 20;

    /// <param name="code">The certificate's.</param>
    /// <param name="senderMark">Tells one sender from another, for the limits.</param>
    public async Task<Outcome> WriteAsync(string code, ComplaintText text, string senderMark, ActContext act, CancellationToken cancellationToken)
    {
        if (Check(text) is { } problem)
        {
            return problem;
        }

        if (await certificates.FindByCodeAsync(code, cancellationToken) is not { } view)
        {
            return new Refusal("complaint.no-certificate");
        }

        var inForce = await rules.AllAsync(French.Day(act.At), cancellationToken);
        return await db.InTurnAsync(() => KeepAsync(view.Certificate, text, senderMark, act, inForce, cancellationToken), cancellationToken);
    }

    /// <summary>The author confirms: the complaint goes to the committee. The link opens once.</summary>
    public async Task<Outcome> ConfirmAsync(string code, ActContext act, CancellationToken cancellationToken)
    {
        var inForce = await rules.AllAsync(French.Day(act.At), cancellationToken);
        return await db.InTurnAsync(
            async () =>
            {
                var complaint = await WaitingAsync(code).SingleOrDefaultAsync(cancellationToken);
                if (complaint is null || complaint.Confirm(act, inForce).IsRefused(out _))
                {
                    return new Refusal("complaint.link-used");
                }

                mail.Write(complaint, ComplaintLetters.Confirmed(complaint), act);
                await db.SaveChangesAsync(cancellationToken);
                return Outcome.Done;
            },
            cancellationToken);
    }

    /// <summary>True while the link waits to be used.</summary>
    public Task<bool> IsWaitingAsync(string code, CancellationToken cancellationToken) => WaitingAsync(code).AnyAsync(cancellationToken);

    private IQueryable<Complaint> WaitingAsync(string code)
    {
        var hash = CertificateCode.HashOf(CertificateCode.Parse(code) ?? string.Empty);
        return db.Set<Complaint>().Where(row => row.LinkHash == hash && row.State == ComplaintState.Received);
    }

    private async Task<Outcome> KeepAsync(Certificate certificate, ComplaintText text, string senderMark, ActContext act, IReadOnlyDictionary<string, RuleInForce> inForce, CancellationToken cancellationToken)
    {
        var eve = act.At.AddDays(-1);
        if (await db.Set<Complaint>().CountAsync(row => row.SenderMark == senderMark && row.WrittenAt > eve, cancellationToken) >= MostPerSenderAndDay
            || await db.Set<Complaint>().CountAsync(row => row.Certificate == certificate.Id && row.WrittenAt > eve, cancellationToken) >= MostPerCertificateAndDay)
        {
            return new Refusal("complaint.too-many");
        }

        var code = CertificateCode.New();
        var complaint = Complaint.Receive(certificate, text, senderMark, CertificateCode.HashOf(code), act, inForce);
        db.Add(complaint);
        mail.Write(complaint, ComplaintLetters.Confirm(complaint, code), act);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }

    private static Refusal? Check(ComplaintText text)
    {
        if (text.Name.Length is 0 or > ComplaintText.LongestName || text.Name.Any(char.IsControl))
        {
            return new Refusal("complaint.name").With("maximum", ComplaintText.LongestName.ToString(French.Culture));
        }

        if (text.Email.Length > 254 || !MailAddress.TryCreate(text.Email, out var address) || address.Address != text.Email)
        {
            return new Refusal("complaint.email");
        }

        return text.Facts.Length is < ComplaintText.ShortestFacts or > ComplaintText.LongestFacts
            ? new Refusal("complaint.facts").With("minimum", ComplaintText.ShortestFacts.ToString(French.Culture)).With("maximum", ComplaintText.LongestFacts.ToString("N0", French.Culture))
            : null;
    }
}

/// <summary>Writes to a complaint's author, in the caller's unit of work.</summary>
internal sealed class ComplaintMail(TnDbContext db, LetterRenderer renderer)
{
    public void Write(Complaint complaint, Letter letter, ActContext act) =>
        db.Add(renderer.Compose($"complaint:{complaint.Id}:{complaint.Steps.Count}", complaint.ClientEmail, complaint.ClientName, letter, act.At));
}
