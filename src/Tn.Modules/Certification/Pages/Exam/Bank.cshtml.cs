using Microsoft.AspNetCore.Mvc;
using Tn.Certification.Exam.Bank;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Exam;

/// <summary>Item analysis for the pedagogical committee: the one page that shows keys, to who may read the bank.</summary>
[Needs(Permission.ReadItemBank)]
[ResponseCache(NoStore = true)]
internal sealed class BankModel(BankQueries queries) : TnPageModel
{
    public string? Axis { get; private set; }

    public int Number { get; private set; } = 1;

    public IReadOnlyList<AnalysedItem> Items { get; private set; } = [];

    public int Total { get; private set; }

    public static string Percent(double rate) => $"{Math.Round(rate * 100).ToString(French.Culture)} %";

    /// <summary>What is known of a choice: how often it was made, and whether it is right. Nobody has made it before the first sitting; what is typed has no rate.</summary>
    /// <param name="right">The word for a right choice.</param>
    public static string Told(Choice choice, ItemAnalysis analysis, string right)
    {
        string?[] parts = [analysis.Choices.FirstOrDefault(one => one.ChoiceId == choice.Id) is { } made ? Percent(made.Rate) : null, choice.Weight > 0 ? right : null];
        return string.Join(", ", parts.OfType<string>());
    }

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "theme")] string? axis, [FromQuery(Name = "p")] string? page, CancellationToken cancellationToken)
    {
        Axis = Axes.All.Any(one => one.Key == axis) ? axis : null;
        Number = int.TryParse(page, out var number) ? Math.Clamp(number, 1, 1_000_000) : 1;
        var found = await queries.PageAsync(Axis, Number, Act, cancellationToken);
        if (found.IsRefused(out var denied))
        {
            return Denied(denied);
        }

        (Items, Total) = found.Value;
        return Page();
    }
}
