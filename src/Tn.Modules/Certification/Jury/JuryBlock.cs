using Tn.Platform.Web;

namespace Tn.Certification.Jury;

/// <summary>In the personal space of a jury member: the cases that wait for a vote.</summary>
internal sealed class JuryBlock(JuryQueries queries) : IPersonalSpaceBlock
{
    private const int Shown = 3;

    public int Order => 21;

    public async Task<PersonalSpaceBlock?> ForAsync(ActContext act, CancellationToken cancellationToken)
    {
        if (!act.Can(Permission.SitInJury) || act.Actor is not { } member)
        {
            return null;
        }

        var waiting = (await queries.WaitingAsync(member, act.At, cancellationToken)).Where(one => !one.Voted && !one.Recused).ToList();
        return new PersonalSpaceBlock(
            "Jury de certification",
            waiting.Count == 0 ? "Aucun dossier n’attend votre voix." : $"{French.Count(waiting.Count, "dossier attend", "dossiers attendent")} votre voix.",
            "Ouvrir le bureau du jury",
            "/comites/jury",
            [.. waiting.Take(Shown).Select(one => new ProgressLine(one.Case.File.DisplayName, $"/comites/jury/{one.Case.Id.Value}", Note: $"séance du {French.ShortDate(one.HeldOn)}"))]);
    }
}
