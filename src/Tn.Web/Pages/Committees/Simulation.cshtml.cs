using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tn.Contracts;
using Tn.Kernel;
using Tn.Platform.Web;
using Tn.Web.Sandbox;

namespace Tn.Web.Pages.Committees;

/// <summary>A committee asks what the months to come would bring, and reads it month by month.</summary>
[Needs(Permission.InstructDossiers)]
internal sealed class SimulationModel(SandboxDesk desk, Sentences sentences) : TnPageModel
{
    public const int Size = 50;

    [BindProperty]
    public int Months { get; set; } = 12;

    [FromQuery(Name = "mois")]
    public string? Month { get; init; }

    [FromQuery(Name = "p")]
    public int Number { get; set; } = 1;

    public Sentences Words => sentences;

    public SandboxLook? Look { get; private set; }

    /// <summary>Every thing that happens in one of the months, as columns.</summary>
    public IReadOnlyList<string> Columns { get; private set; } = [];

    public IReadOnlyList<string> Desks { get; private set; } = [];

    public SandboxMonth? Detail { get; private set; }

    public IEnumerable<SandboxFact> Shown => Detail!.Facts.Skip((Number - 1) * Size).Take(Size);

    public IActionResult OnGet() => Show();

    public IActionResult OnPost()
    {
        if (ModelState.IsValid)
        {
            if (!desk.Begin(Months, Act).IsRefused(out var refusal))
            {
                Confirm("La simulation a commencé.");
                return LocalRedirect("/comites/partenaires-prives/simulation");
            }

            Explain(refusal, nameof(Months));
        }

        return Show();
    }

    public string NameOf(SandboxMonth month) => month.First.ToString("MMMM yyyy", CultureInfo.CurrentUICulture);

    private IActionResult Show()
    {
        var last = desk.Last(Act);
        if (last.IsRefused(out var refusal))
        {
            return Denied(refusal);
        }

        Number = Math.Clamp(Number, 1, 10_000);
        Look = last.Value;
        if (Look?.Report is not { } report)
        {
            return Page();
        }

        Columns = [.. report.Months.SelectMany(month => month.Counts).Select(one => one.What).Distinct().Order(StringComparer.Ordinal)];
        Desks = [.. report.Months.SelectMany(month => month.Waiting.Keys).Distinct().Order(StringComparer.Ordinal)];
        Detail = report.Months.FirstOrDefault(month => month.First.ToString("yyyy-MM", CultureInfo.InvariantCulture) == Month);
        return Page();
    }
}
