using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Tn.Platform.Web;

/// <summary>
/// The framework's own messages, in French: what a form says when an attribute gives no sentence of its own.
/// Without this, a forgotten message would be English on screen.
/// </summary>
public static class FrenchMessages
{
    /// <summary>Replaces the messages of binding and of validation attributes.</summary>
    public static IMvcBuilder AddFrenchMessages(this IMvcBuilder mvc)
    {
        mvc.Services.Configure<MvcOptions>(options =>
        {
            Translate(options.ModelBindingMessageProvider);
            options.ModelMetadataDetailsProviders.Add(new FrenchValidation());
        });
        return mvc;
    }

    private static void Translate(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => $"« {value} » n’est pas une valeur possible ici.");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"« {value} » n’est pas une valeur possible ici.");
        messages.SetMissingBindRequiredValueAccessor(_ => "Répondez à cette question.");
        messages.SetMissingKeyOrValueAccessor(() => "Répondez à cette question.");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "La demande est vide.");
        messages.SetUnknownValueIsInvalidAccessor(_ => "Cette valeur n’est pas possible ici.");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Cette valeur n’est pas possible ici.");
        messages.SetValueIsInvalidAccessor(value => $"« {value} » n’est pas une valeur possible ici.");
        messages.SetValueMustNotBeNullAccessor(_ => "Remplissez ce champ.");
        messages.SetValueMustBeANumberAccessor(_ => "Écrivez un nombre, par exemple 12.");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "Écrivez un nombre, par exemple 12.");
    }
}

/// <summary>Gives validation attributes without a sentence a French one.</summary>
internal sealed class FrenchValidation : IValidationMetadataProvider
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
        RequiredAttribute => "Remplissez ce champ.",
        EmailAddressAttribute => "Écrivez une adresse complète, par exemple prenom.nom@exemple.fr.",
        StringLengthAttribute { MinimumLength: > 0 } length => $"Écrivez entre {length.MinimumLength} et {length.MaximumLength} caractères.",
        StringLengthAttribute length => $"Écrivez au plus {length.MaximumLength} caractères.",
        MaxLengthAttribute length => $"Écrivez au plus {length.Length} caractères.",
        MinLengthAttribute length => $"Écrivez au moins {length.Length} caractères.",
        RangeAttribute range => $"Donnez une valeur entre {range.Minimum} et {range.Maximum}.",
        CompareAttribute => "Les deux saisies sont différentes : écrivez la même chose dans les deux champs.",
        UrlAttribute => "Écrivez une adresse complète, qui commence par https://.",
        PhoneAttribute => "Écrivez un numéro de téléphone, par exemple 01 99 00 12 34.",
        _ => "Cette valeur n’est pas valable.",
    };
}
