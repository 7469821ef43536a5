using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Tn.Journey.Admissibility;
using Tn.Journey.Census;
using Tn.Journey.Census.Papers;
using Tn.Journey.Census.References;
using Tn.Journey.Census.Save;
using Tn.Platform.Data;
using Tn.Platform.Demonstration;
using Tn.Platform.Mail;
using Tn.Platform.Pdf;

namespace Tn.Journey.Demonstration;

/// <summary>
/// What the census brings besides its steps, through the real acts: papers deposited and checked, a mission confirmed by its client,
/// files entrusted to instructors, and two files that are probably one person's.
/// </summary>
internal sealed partial class CensusDemonstration(
    TnDbContext db,
    IPeople people,
    IConsultantPath path,
    CensusReader censuses,
    DepositPaper deposit,
    CheckPaper check,
    PaperShelf shelf,
    AskReference ask,
    AnswerReference answer,
    AssignInstructor assign,
    SaveCensusStep save,
    TimeProvider clock) : IDemonstration
{
    private const string Client = "gerance@epicerie-du-pont.example";

    public int Order => 55;

    /// <inheritdoc/>
    public async Task PlayAsync(CancellationToken cancellationToken)
    {
        if (await people.FindByEmailAsync("consultant04@demo.test", cancellationToken) is { } proven
            && await people.FindByEmailAsync("partenaires1@demo.test", cancellationToken) is { } instructor)
        {
            await DepositAsync(proven, cancellationToken);
            await CheckAsync(proven, instructor, cancellationToken);
            await ConfirmAsync(proven, cancellationToken);
            await AssignAsync("consultant.recense@demo.test", instructor, cancellationToken);
        }

        await ResembleAsync(cancellationToken);
    }

    private async Task DepositAsync(PersonCard person, CancellationToken cancellationToken)
    {
        var folder = await censuses.OfAsync(person.Id, cancellationToken);
        var act = Acting(person, -8);
        var today = French.Day(act.At);
        foreach (var kind in PaperKinds.ExpectedOf(folder.Entry.Enterprise?.LegalForm, folder.Entry.Guarantees?.NoVigilance == true))
        {
            db.ChangeTracker.Clear();
            var form = new PaperForm { Kind = kind.Key, IssuedOn = Iso(today.AddDays(-20)), ValidUntil = kind.NeedsEnd ? Iso(today.AddMonths(11)) : null };
            await using var scan = new MemoryStream(Scan(kind, person, act.At));
            Expect(await deposit.DepositAsync(form, $"{kind.Key}.pdf", scan, act, cancellationToken));
        }
    }

    // The last one is left to the visitor.
    private async Task CheckAsync(PersonCard person, PersonCard instructor, CancellationToken cancellationToken)
    {
        var folder = await censuses.OfAsync(person.Id, cancellationToken);
        foreach (var paper in (await shelf.OfAsync(folder.Dossier!.Id, cancellationToken)).OrderBy(one => one.DepositedAt).SkipLast(1))
        {
            db.ChangeTracker.Clear();
            Expect(await check.AcceptAsync(folder.Dossier.Number, paper.Id, Acting(instructor, -6), cancellationToken));
        }
    }

    private async Task ConfirmAsync(PersonCard person, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var mission = (await censuses.OfAsync(person.Id, cancellationToken)).Entry.References!.DeclaredMissions.First();
        Expect(await ask.AskAsync(new AskForm { Mission = mission.Fingerprint, ClientEmail = Client, ClientAgrees = true }, Acting(person, -5), cancellationToken));
        var mail = await db.Set<OutgoingMail>().AsNoTracking().SingleAsync(one => one.To == Client, cancellationToken);
        var token = Link().Match(mail.Text).Groups["token"].Value;
        db.ChangeTracker.Clear();
        var form = new AnswerForm { Answer = "confirm", Name = "La gérante de l’Épicerie du Pont", Comment = "Travail sérieux, expliqué simplement." };
        Expect(await answer.AnswerAsync(token, form, ActContext.Anonymous(clock.GetUtcNow().AddDays(-3)), cancellationToken));
    }

    private async Task AssignAsync(string email, PersonCard instructor, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        if (await people.FindByEmailAsync(email, cancellationToken) is { } person && await path.FindAsync(person.Id, cancellationToken) is { } file)
        {
            Expect(await assign.AssignAsync(file.Number, instructor.Id, Acting(instructor, -2), cancellationToken));
        }
    }

    // Somebody types the SIRET of a file that exists: it is refused to them, and shown to instructors.
    private async Task ResembleAsync(CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        if (await people.FindByEmailAsync("consultant01@demo.test", cancellationToken) is { } second
            && await people.FindByEmailAsync("consultant02@demo.test", cancellationToken) is { } first
            && (await censuses.OfAsync(first.Id, cancellationToken)).Entry.Enterprise is { } enterprise)
        {
            _ = await save.SaveAsync(CensusStep.Enterprise, enterprise, Acting(second, -1), cancellationToken);
        }
    }

    private static byte[] Scan(PaperKind kind, PersonCard person, DateTimeOffset at) => PdfSheet.Draw(new PdfInfo(kind.Name, person.DisplayName, at), sheet =>
    {
        sheet.Line(kind.Name, PdfSheet.Margin, 120, new PdfText(18, Strong: true));
        sheet.Line($"{person.DisplayName} – papier inventé pour la démonstration", PdfSheet.Margin, 150, new PdfText(12));
    });

    private ActContext Acting(PersonCard person, int days) => new(person.Id, person.DisplayName, person.Roles, clock.GetUtcNow().AddDays(days), "demonstration");

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static void Expect(Outcome outcome)
    {
        if (outcome.IsRefused(out var refusal))
        {
            throw new InvalidOperationException($"The demonstration was refused: {refusal.Code}.");
        }
    }

    [GeneratedRegex("/references/(?<token>[A-Za-z0-9_-]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
