using Tn.Platform.Web;

namespace Tn.Journey.Census.Register;

/// <summary>What a register's values are called on a page.</summary>
internal static class RegisterWords
{
    /// <summary>The text of an answer that a register can prefill.</summary>
    /// <param name="field">As in <see cref="RegisterReading.Values"/>.</param>
    public static string LabelOf(string field) => field switch
    {
        nameof(EnterpriseStep.Denomination) => Texts.Key("Dénomination"),
        nameof(EnterpriseStep.TradeName) => Texts.Key("Nom commercial"),
        nameof(EnterpriseStep.Naf) => Texts.Key("Code NAF"),
        nameof(EnterpriseStep.CreatedOn) => Texts.Key("Date de création"),
        nameof(EnterpriseStep.CommuneName) => Texts.Key("Commune"),
        _ => Texts.Key("Code de la commune"),
    };
}
