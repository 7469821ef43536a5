using Tn.Journey.Path;

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
    public IEnumerable<(string Field, string Value)> Values()
    {
        (string, string?)[] values =
        [
            (nameof(EnterpriseStep.Denomination), Entry.Denomination),
            (nameof(EnterpriseStep.TradeName), Entry.TradeName),
            (nameof(EnterpriseStep.Naf), Entry.Naf),
            (nameof(EnterpriseStep.CreatedOn), Entry.CreatedOn),
            (nameof(EnterpriseStep.CommuneName), Entry.CommuneName),
            (nameof(EnterpriseStep.CommuneCode), Entry.CommuneCode),
        ];
        return values.Where(one => one.Item2 is not null)!;
    }
}
