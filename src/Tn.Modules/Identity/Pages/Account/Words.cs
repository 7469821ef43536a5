using Tn.Platform.Web;

namespace Tn.Identity.Pages.Account;

/// <summary>What account forms say of a missing or too long field, and the bounds they share.</summary>
internal static class Words
{
    public const int Name = 80;
    public const int Email = 254;
    public const int Password = Passwords.PasswordPolicy.MaximumLength;

    public const string EmailMissing = "Indiquez votre adresse électronique.";
    public const string EmailWrong = "Cette adresse n’est pas valable. Vérifiez qu’elle ressemble à prenom.nom@exemple.fr.";
    public const string PasswordMissing = "Choisissez un mot de passe.";
    public const string CurrentMissing = "Indiquez votre mot de passe.";
    public const string GivenNameMissing = "Indiquez votre prénom.";
    public const string FamilyNameMissing = "Indiquez votre nom.";
    public const string TooLong = "Ce texte est trop long.";
    public static readonly string PasswordHint = Texts.Key("Au moins 12 caractères. Une phrase de quelques mots sans lien entre eux convient très bien.");
}
