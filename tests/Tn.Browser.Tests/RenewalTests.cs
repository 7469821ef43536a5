using Tn.Contracts;
using Tn.Kernel;

namespace Tn.Browser.Tests;

/// <summary>
/// A holder asks for a new term from the reminder, and the jury grants it. All five people touch nothing but the keyboard, from the
/// skip link to the vote that decides; each stop of the focus is seen, and comes in the order of reading.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class RenewalTests(BrowserSite site)
{
    private const string Holder = "consultant.renouvellement";

    [Fact]
    public async Task A_renewal_is_asked_granted_and_read_with_the_keyboard_alone()
    {
        var file = await site.FileAsync(Holder);
        var old = (await CurrentAsync(file.Person))!;
        await using var holder = await site.WalkAsync();
        var keys = new Keyboard(holder.Page);
        await keys.SignInAsync($"{Holder}@demo.test");
        await keys.SkipToContentAsync("/mon-parcours");
        await holder.GoUntilAsync("/notifications", "Demander le renouvellement");
        await keys.PressAsync("Demander le renouvellement");
        await holder.ReadsAsync("Renouveler mon certificat");
        await holder.LookAgainAsync("renouvellement-ouvert");
        await keys.PressAsync("Demander le renouvellement");
        await holder.ReadsAsync("Votre demande est devant le jury");

        await ConveneAsync();
        foreach (var member in new[] { "jury1", "jury2", "jury3" })
        {
            await VoteAsync(member, file.Number);
        }

        await holder.GoAsync("/mon-parcours/certificat");
        await holder.ReadsAsync($"du {French.Date(old.From)} au {French.Date(old.Until)}");
        await holder.ReadsAsync($"du {French.Date(old.Until.AddDays(1))} au ");
        await keys.PressAsync("Voir ce que voient les entreprises");
        await CheckBothAsync(holder, old);
    }

    private static async Task CheckBothAsync(Walker holder, CertificateCard old)
    {
        Assert.DoesNotContain(old.Code, holder.Page.Url, StringComparison.OrdinalIgnoreCase);
        await holder.ReadsAsync("Pas encore valable");
        await holder.ReadsAsync($"Ce certificat vaudra à partir du {French.ShortDate(old.Until.AddDays(1))}");
        await holder.DoesNotReadAsync("Interruption");
        await holder.GoAsync($"/verifier/{old.Code}");
        await holder.ReadsAsync("En cours de validité");
        await holder.ReadsAsync(French.Date(old.Until));
    }

    private async Task ConveneAsync()
    {
        await using var convener = await site.WalkAsync();
        var keys = new Keyboard(convener.Page);
        await keys.SignInAsync("partenaires1@demo.test");
        await keys.SkipToContentAsync("/comites/jury");
        // The day proposed is today, and all who wait are chosen.
        await keys.PressAsync("Ouvrir la séance");
        await convener.ReadsAsync("La séance est ouverte");
        await convener.LookAgainAsync("jury-seance");
    }

    private async Task VoteAsync(string account, string number)
    {
        await using var member = await site.WalkAsync();
        var keys = new Keyboard(member.Page);
        await keys.SignInAsync($"{account}@demo.test");
        await member.GoAsync("/comites/jury");
        await keys.PressAsync(number);
        await member.ReadsAsync(": renouvellement.");
        await keys.ChooseAsync("Vote.Choice", "Certify");
        await keys.WriteAsync("Vos raisons", "Un terme sans reproche, des missions vérifiables.");
        await keys.PressAsync("Voter");
    }

    private Task<CertificateCard?> CurrentAsync(PersonId holder) =>
        site.AskAsync((ICertificates all) => all.CurrentOfAsync(holder, French.Day(DateTimeOffset.UtcNow), CancellationToken.None));
}
