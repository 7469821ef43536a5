using Microsoft.AspNetCore.Identity;
using Tn.Identity.Passwords;
using Tn.Platform.Data;
using Tn.Platform.Mail;

namespace Tn.Identity.People;

/// <summary>The mails of accounts, added to the caller's unit of work. Every question about an address is answered by a mail to it, and only there.</summary>
internal sealed class AccountLetters(TnDbContext db, LetterRenderer renderer, UserManager<Person> people)
{
    /// <summary>Asks to confirm the address.</summary>
    public async Task AskToConfirmAsync(Person person, DateTimeOffset at)
    {
        var token = await people.GenerateEmailConfirmationTokenAsync(person);
        Add("confirm", person.Email!, person.DisplayName, at, new Letter(
            "Confirmez votre adresse",
            [
                "Vous venez de demander un compte sur Transition Numérique. Confirmez que cette adresse est la vôtre : le lien est valable 24 heures.",
                "Si vous n’avez rien demandé, ne faites rien : sans confirmation, le compte reste fermé.",
            ],
            "Confirmer mon adresse",
            Link("/compte/confirmer", person, token)));
    }

    /// <summary>Sends a reset link.</summary>
    public async Task OfferResetAsync(Person person, DateTimeOffset at)
    {
        var token = await people.GeneratePasswordResetTokenAsync(person);
        Add("reset", person.Email!, person.DisplayName, at, new Letter(
            "Choisissez un nouveau mot de passe",
            [
                "Un nouveau mot de passe a été demandé pour votre compte. Le lien est valable deux heures et ne sert qu’une fois.",
                "Si vous n’avez rien demandé, ne faites rien : votre mot de passe reste le même.",
            ],
            "Choisir un mot de passe",
            Link("/compte/reinitialiser", person, token)));
    }

    /// <summary>Tells who already has an account that there is no need for another.</summary>
    public void SayAccountExists(Person person, DateTimeOffset at) =>
        Add("exists", person.Email!, person.DisplayName, at, new Letter(
            "Vous avez déjà un compte",
            [
                "Quelqu’un, sans doute vous, vient de demander un compte ou une confirmation avec cette adresse. Ce compte existe déjà et il est confirmé : connectez-vous.",
                "Si vous avez oublié votre mot de passe, la page de connexion permet d’en choisir un autre.",
            ],
            "Se connecter",
            "/compte/connexion"));

    /// <summary>Tells an address without account that it has none: the page that was asked could not say so.</summary>
    public void SayNoAccount(string email, DateTimeOffset at) =>
        Add("none", email.Trim(), email.Trim(), at, new Letter(
            "Aucun compte à cette adresse",
            [
                "Un lien a été demandé pour cette adresse sur Transition Numérique, mais aucun compte n’y correspond. Vous en avez peut-être un avec une autre adresse.",
                "Si vous n’avez rien demandé, ne faites rien.",
            ],
            "Créer un compte",
            "/compte/inscription"));

    /// <summary>Warns that the password changed.</summary>
    public void SayPasswordChanged(Person person, DateTimeOffset at) =>
        Add("password-changed", person.Email!, person.DisplayName, at, new Letter(
            "Votre mot de passe a changé",
            [$"Le mot de passe de votre compte a été changé le {French.Moment(at)}. Si ce n’est pas vous, choisissez-en un autre tout de suite."],
            "Choisir un autre mot de passe",
            "/compte/mot-de-passe-oublie"));

    private static string Link(string page, Person person, string token) => $"{page}?personne={person.Id:D}&jeton={Uri.EscapeDataString(token)}";

    private void Add(string what, string email, string name, DateTimeOffset at, Letter letter) =>
        db.Add(renderer.Compose($"account:{what}:{Guid.CreateVersion7(at):N}", email, name, letter, at));
}
