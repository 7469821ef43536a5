using Tn.Journey.Path;
using Tn.Platform.Web;

namespace Tn.Journey.Census.Register;

/// <summary>What a register said of a file's enterprise, and when: shown beside what is declared, and never locked.</summary>
internal sealed class RegisterReading
{
    private RegisterReading()
    {
    }

    public DossierId Dossier { get; private init; }

    public string Source { get; private set; } = string.Empty;

    public DateTimeOffset ReadAt { get; private set; }

    public RegisterEntry Entry { get; private set; } = new(string.Empty, null, null, null, null, null, null);

    public static RegisterReading Of(DossierId dossier) => new() { Dossier = dossier };

    /// <summary>Replaces what was read before.</summary>
    public void Keep(RegisterEntry entry, string source, DateTimeOffset at) => (Entry, Source, ReadAt) = (entry, source, at);

    /// <summary>Each value of the register with the answer it can prefill.</summary>
    public IEnumerable<(string Field, string Label, string Value)> Values()
    {
        (string, string, string?)[] values =
        [
            (nameof(EnterpriseStep.Denomination), Texts.Key("Dénomination"), Entry.Denomination),
            (nameof(EnterpriseStep.TradeName), Texts.Key("Nom commercial"), Entry.TradeName),
            (nameof(EnterpriseStep.Naf), Texts.Key("Code NAF"), Entry.Naf),
            (nameof(EnterpriseStep.CreatedOn), Texts.Key("Date de création"), Entry.CreatedOn),
            (nameof(EnterpriseStep.CommuneName), Texts.Key("Commune"), Entry.CommuneName),
            (nameof(EnterpriseStep.CommuneCode), Texts.Key("Code de la commune"), Entry.CommuneCode),
        ];
        return values.Where(one => one.Item3 is not null)!;
    }
}
