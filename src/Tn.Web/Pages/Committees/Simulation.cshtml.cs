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

    public void OnGet() => Read();

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

        Read();
        return Page();
    }

    public string NameOf(SandboxMonth month) => month.First.ToString("MMMM yyyy", CultureInfo.CurrentUICulture);

    private void Read()
    {
        Number = Math.Clamp(Number, 1, 10_000);
        Look = desk.Last;
        if (Look?.Report is not { } report)
        {
            return;
        }

        Columns = [.. report.Months.SelectMany(month => month.Counts).Select(one => one.What).Distinct().Order(StringComparer.Ordinal)];
        Desks = [.. report.Months.SelectMany(month => month.Waiting.Keys).Distinct().Order(StringComparer.Ordinal)];
        Detail = report.Months.FirstOrDefault(month => month.First.ToString("yyyy-MM", CultureInfo.InvariantCulture) == Month);
    }
}
