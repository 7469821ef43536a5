using Tn.Content.Packages.Runs;
using Tn.Content.Packages.Upgrade;
using Tn.Platform.Web;

namespace Tn.Content.Packages;

/// <summary>How plans and states are said and drawn.</summary>
internal static class PackageWords
{
    /// <summary>The code of a kind's sentence.</summary>
    public static string KeyOf(PlanKind kind) => $"packages.plan.{kind.ToString().ToLowerInvariant()}";

    /// <summary>The code of a state's sentence.</summary>
    public static string KeyOf(PackageState state) => $"packages.state.{state.ToString().ToLowerInvariant()}";

    public static string KindOf(PlanKind kind) => kind switch
    {
        PlanKind.New or PlanKind.Restored => "success",
        PlanKind.Changed => "info",
        PlanKind.Conflict => "warning",
        PlanKind.Removed => "danger",
        _ => "neutral",
    };

    public static string KindOf(PackageState state) => state switch
    {
        PackageState.Installed => "success",
        PackageState.Installing => "warning",
        _ => "neutral",
    };

    /// <summary>The code of an installation's state.</summary>
    public static string KeyOf(RunState state) => $"packages.run.{state.ToString().ToLowerInvariant()}";

    public static string KindOf(RunState state) => state switch
    {
        RunState.Done => "success",
        RunState.Refused => "danger",
        _ => "info",
    };

    /// <summary>« 3 nouveaux, 2 modifiés, … » in one sentence.</summary>
    public static string Count(PackagePlan plan, Texts texts) => string.Join(", ",
        texts.Count(plan.Count(PlanKind.New), "nouveau", "nouveaux"),
        texts.Count(plan.Count(PlanKind.Changed), "modifié", "modifiés"),
        texts.Count(plan.Count(PlanKind.Conflict), "conflit", "conflits"),
        texts.Count(plan.Count(PlanKind.Removed), "retiré", "retirés"),
        texts.Count(plan.Count(PlanKind.Restored), "proposé de nouveau", "proposés de nouveau"),
        texts.Count(plan.Count(PlanKind.Unchanged), "inchangé", "inchangés"))
        + (plan.Medias.Count == 0 ? "." : texts[$" ; {texts.Count(plan.Medias.Count, "image ou fichier à ajouter", "images et fichiers à ajouter")}."]);
}
