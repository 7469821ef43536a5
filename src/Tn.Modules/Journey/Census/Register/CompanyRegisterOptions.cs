using System.ComponentModel.DataAnnotations;

namespace Tn.Journey.Census.Register;

/// <summary>Where enterprises can be looked up. Configuration section <c>CompanyRegister</c>; without an address nothing is asked of anybody.</summary>
internal sealed class CompanyRegisterOptions : IValidatableObject
{
    /// <summary>Base address of the register's search, for example <c>https://recherche-entreprises.example/</c>; empty: off.</summary>
    public string? Address { get; set; }

    /// <summary>As people read it: « répertoire Sirene ».</summary>
    public string Name { get; set; } = "Registre des entreprises";

    /// <summary>How long an answer is waited for.</summary>
    [Range(1, 30)]
    public int TimeoutSeconds { get; set; } = 4;

    public bool IsOn => !string.IsNullOrWhiteSpace(Address);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsOn && !(Uri.TryCreate(Address, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
        {
            yield return new ValidationResult("CompanyRegister:Address must be an absolute http or https address, or empty to switch the register off.");
        }

        if (string.IsNullOrWhiteSpace(Name))
        {
            yield return new ValidationResult("CompanyRegister:Name must say which register it is: people read it beside its values.");
        }
    }
}
