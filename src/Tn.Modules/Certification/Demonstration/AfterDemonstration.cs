using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Tn.Certification.Appeals;
using Tn.Certification.Certificates;
using Tn.Certification.Complaints;
using Tn.Certification.Surveillance;
using Tn.Platform.Data;
using Tn.Platform.Mail;

namespace Tn.Certification.Demonstration;

/// <summary>What comes after decisions: an appeal before its panel, a complaint to answer, declarations and a control.</summary>
internal sealed partial class AfterDemonstration(
    TnDbContext db,
    IPeople people,
    CertificateQueries certificates,
    LodgeAppeal lodge,
    HearAppeal hear,
    WriteComplaint write,
    ExamineComplaint examine,
    SurveillanceSweep surveillance,
    TimeProvider clock)
{
    public async Task PlayAsync(CancellationToken cancellationToken)
    {
        var morning = French.StartOf(French.Day(clock.GetUtcNow())).AddHours(9);
        var member = await people.FindByEmailAsync("partenaires1@demo.test", cancellationToken);
        await AppealAsync(member!, morning, cancellationToken);
        await ComplainAsync(member!, morning, cancellationToken);
        await surveillance.RunAsync(ActContext.System(clock.GetUtcNow(), "demonstration"), cancellationToken);
    }

    private async Task AppealAsync(PersonCard member, DateTimeOffset morning, CancellationToken cancellationToken)
    {
        if (await people.FindByEmailAsync("consultant.suspendu@demo.test", cancellationToken) is not { } appellant)
        {
            return;
        }

        var text = new AppealText("Les deux devis ont bien été remis, par courrier électronique, la veille des travaux : les clientes peuvent le dire, et je joins leurs messages dès qu’on me les demande.", null);
        _ = await lodge.LodgeAsync(text, Acting(appellant, morning.AddDays(-8)), cancellationToken);
        if (await db.Set<Appeal>().AsNoTracking().FirstOrDefaultAsync(row => row.Appellant == appellant.Id, cancellationToken) is { } appeal)
        {
            _ = await hear.AdmitAsync(appeal.Id, 2026, Acting(member, morning.AddDays(-3)), cancellationToken);
        }
    }

    private async Task ComplainAsync(PersonCard member, DateTimeOffset morning, CancellationToken cancellationToken)
    {
        if (await people.FindByEmailAsync("consultant.certifie@demo.test", cancellationToken) is not { } holder
            || await certificates.OfAsync(holder.Id, cancellationToken) is not [var view, ..])
        {
            return;
        }

        var text = new ComplaintText("Nadia Belkacem", "nadia.belkacem@exemple.test", "Le compte de notre site est resté au nom du consultant après la mission de septembre, et nous attendons depuis trois semaines qu’il nous soit rendu.");
        _ = await write.WriteAsync(view.Certificate.Code, text, "demonstration", ActContext.Anonymous(morning.AddDays(-6)), cancellationToken);
        if (await db.Set<Complaint>().AsNoTracking().FirstOrDefaultAsync(row => row.Holder == holder.Id, cancellationToken) is not { } complaint)
        {
            return;
        }

        var key = $"complaint:{complaint.Id}:1";
        var mail = await db.Set<OutgoingMail>().AsNoTracking().SingleAsync(row => row.Key == key, cancellationToken);
        _ = await write.ConfirmAsync(Link().Match(mail.Text).Groups["code"].Value, ActContext.Anonymous(morning.AddDays(-5)), cancellationToken);
        _ = await examine.AdmitAsync(complaint.Id, Acting(member, morning.AddDays(-2)), cancellationToken);
    }

    private static ActContext Acting(PersonCard person, DateTimeOffset at) => new(person.Id, person.DisplayName, person.Roles, at, "demonstration");

    [GeneratedRegex("/reclamations/confirmer/(?<code>[0-9a-z]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
