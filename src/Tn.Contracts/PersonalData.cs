using Tn.Kernel;

namespace Tn.Contracts;

/// <summary>
/// What a module knows of a person, given back on request (RGPD, articles 15 and 20) at <c>/mes-donnees</c>.
/// Each module that keeps personal data registers one.
/// </summary>
public interface IPersonalData
{
    /// <summary>Everything the module keeps about the person: French headings to values that can be written as JSON. Empty when there is nothing.</summary>
    Task<IReadOnlyDictionary<string, object>> ExportAsync(PersonId person, CancellationToken cancellationToken);
}
