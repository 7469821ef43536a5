using Tn.Content.Packages.Upgrade;
using Tn.Content.Rendering;

namespace Tn.Content.Packages.Install;

/// <summary>What an installation did.</summary>
internal sealed class InstallReport
{
    private readonly List<Finding> conflicts = [];

    public int Created { get; private set; }

    public int Updated { get; private set; }

    public int Unchanged { get; private set; }

    public int Restored { get; private set; }

    public int Removed { get; private set; }

    public int Submissions { get; set; }

    /// <summary>Pictures and files that came into the library.</summary>
    public int Medias { get; set; }

    /// <summary>Documents changed both here and in the package: left as they are here until somebody decides.</summary>
    public IReadOnlyList<Finding> Conflicts => conflicts;

    /// <summary>Counts a line of the plan as done.</summary>
    public void Count(PlanLine line)
    {
        switch (line.Kind)
        {
            case PlanKind.New:
                Created++;
                break;
            case PlanKind.Changed:
                Updated++;
                break;
            case PlanKind.Restored:
                Restored++;
                break;
            case PlanKind.Removed:
                Removed++;
                break;
            case PlanKind.Conflict:
                conflicts.Add(new Finding(line.Path, 0, Severity.Warning, $"« {line.Title} » a été modifié ici et dans le paquet : la version d’ici est gardée, celle du paquet attend à côté. Décidez dans /admin/paquets."));
                break;
            default:
                Unchanged++;
                break;
        }
    }
}
