using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Tn.Platform.Web;

/// <summary>
/// The framework's own messages, in the reader's language: what a form says when an attribute gives no sentence of its own.
/// Without this, a forgotten message would be the framework's English on a French screen.
/// </summary>
public static class Messages
{
    /// <summary>Replaces the messages of binding and of validation attributes; an attribute's own sentence is a text of the interface.</summary>
    public static IMvcBuilder AddMessages(this IMvcBuilder mvc)
    {
        mvc.Services.AddOptions<MvcOptions>().Configure<Texts>((options, texts) =>
        {
            Translate(options.ModelBindingMessageProvider, texts);
            options.ModelMetadataDetailsProviders.Add(new OwnValidationMessages());
        });
        // Last word: the framework's own setting looks for one book a class.
        mvc.Services.AddOptions<MvcDataAnnotationsLocalizationOptions>().PostConfigure<Texts>((options, texts) => options.DataAnnotationLocalizerProvider = (_, _) => texts);
        // The factory is asked for, never used: the provider above answers.
        return mvc.AddDataAnnotationsLocalization();
    }

    private static void Translate(DefaultModelBindingMessageProvider messages, Texts texts)
    {
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => texts[$"« {value} » n’est pas une valeur possible ici."]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => texts[$"« {value} » n’est pas une valeur possible ici."]);
        messages.SetMissingBindRequiredValueAccessor(_ => texts["Répondez à cette question."]);
        messages.SetMissingKeyOrValueAccessor(() => texts["Répondez à cette question."]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => texts["La demande est vide."]);
        messages.SetUnknownValueIsInvalidAccessor(_ => texts["Cette valeur n’est pas possible ici."]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => texts["Cette valeur n’est pas possible ici."]);
        messages.SetValueIsInvalidAccessor(value => texts[$"« {value} » n’est pas une valeur possible ici."]);
        messages.SetValueMustNotBeNullAccessor(_ => texts["Remplissez ce champ."]);
        messages.SetValueMustBeANumberAccessor(_ => texts["Écrivez un nombre, par exemple 12."]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => texts["Écrivez un nombre, par exemple 12."]);
    }
}

/// <summary>Gives validation attributes without a sentence a text of the interface; <c>{1}</c> and <c>{2}</c> are their bounds.</summary>
internal sealed class OwnValidationMessages : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (attribute.ErrorMessageResourceName is null && SaysNothingOfItsOwn(attribute))
            {
                attribute.ErrorMessage = SentenceOf(attribute);
            }
        }
    }

    // Some attributes (e-mail, address, telephone) give their English default as if someone had written it.
    private static bool SaysNothingOfItsOwn(ValidationAttribute attribute) =>
        attribute.ErrorMessage is null || attribute.ErrorMessage.StartsWith("The ", StringComparison.Ordinal);

    private static string SentenceOf(ValidationAttribute attribute) => attribute switch
    {
        RequiredAttribute => Texts.Key("Remplissez ce champ."),
        EmailAddressAttribute => Texts.Key("Écrivez une adresse complète, par exemple prenom.nom@exemple.fr."),
        StringLengthAttribute { MinimumLength: > 0 } length => Texts.Key("Écrivez entre {2} et {1} caractères."),
        StringLengthAttribute => Texts.Key("Écrivez au plus {1} caractères."),
        MaxLengthAttribute => Texts.Key("Écrivez au plus {1} caractères."),
        MinLengthAttribute => Texts.Key("Écrivez au moins {1} caractères."),
        RangeAttribute => Texts.Key("Donnez une valeur entre {1} et {2}."),
        CompareAttribute => Texts.Key("Les deux saisies sont différentes : écrivez la même chose dans les deux champs."),
        UrlAttribute => Texts.Key("Écrivez une adresse complète, qui commence par https://."),
        PhoneAttribute => Texts.Key("Écrivez un numéro de téléphone, par exemple 01 99 00 12 34."),
        _ => Texts.Key("Cette valeur n’est pas valable."),
    };
}
