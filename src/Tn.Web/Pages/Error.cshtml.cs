using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc;
using Tn.Platform.Web;

namespace Tn.Web.Pages;

/// <summary>What a person reads when something is not there, not allowed, or broken: a sentence and a next step.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
internal sealed class ErrorModel : PageModel
{
    [FromRoute]
    public int Code { get; init; }

    public string Title => Code switch
    {
        400 => Texts.Key("La demande n’a pas pu être comprise"),
        403 => Texts.Key("Cette page ne vous est pas ouverte"),
        404 => Texts.Key("Cette page n’existe pas"),
        405 => Texts.Key("Cette page ne peut pas faire cela"),
        409 => Texts.Key("Cette action n’est plus possible"),
        410 => Texts.Key("Cette page n’existe plus"),
        413 => Texts.Key("Le fichier est trop volumineux"),
        429 => Texts.Key("Trop de demandes en peu de temps"),
        _ => Texts.Key("Quelque chose n’a pas fonctionné chez nous"),
    };

    public string Advice => Code switch
    {
        400 => Texts.Key("La page était peut-être ouverte depuis longtemps. Revenez en arrière, rechargez la page et recommencez."),
        403 => Texts.Key("Votre compte n’a pas le droit de la lire. Si vous pensez que c’est une erreur, écrivez à l’administration du programme."),
        404 => Texts.Key("L’adresse a peut-être changé. Cherchez ce qu’il vous faut, ou revenez à l’accueil."),
        405 => Texts.Key("Elle ne connaît pas cette action. Revenez en arrière, rechargez la page et recommencez."),
        409 => Texts.Key("Elle a peut-être déjà été faite, par vous ou par quelqu’un d’autre. Rechargez la page pour voir où vous en êtes."),
        410 => Texts.Key("Elle a été retirée. Cherchez ce qu’il vous faut, ou revenez à l’accueil."),
        413 => Texts.Key("Choisissez un fichier plus petit, puis recommencez."),
        429 => Texts.Key("Attendez une minute, puis recommencez."),
        _ => Texts.Key("Ce n’est pas de votre faute, et rien de ce qui était enregistré n’est perdu. Réessayez dans un instant."),
    };

    /// <summary>True when what one came for may be somewhere else.</summary>
    public bool CanSearch => Code is 404 or 410;

    public void OnGet() => Show();

    public void OnPost() => Show();

    private void Show()
    {
        if (Code is < 400 or > 599)
        {
            Response.StatusCode = 404;
        }
        else
        {
            Response.StatusCode = Code;
        }
    }
}
