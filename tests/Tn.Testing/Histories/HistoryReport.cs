using System.Globalization;
using System.Text;
using Tn.Certification.Appeals;
using Tn.Certification.Certificates;
using Tn.Contracts;
using Tn.Reminders.Due;
using Tn.Testing.Histories.Properties;

namespace Tn.Testing.Histories;

/// <summary>What a history held, and each property with its violations.</summary>
/// <param name="Figures">By name, in the order they are told.</param>
/// <param name="Violations">By property, in the order of <see cref="Property.All"/>; empty where it holds.</param>
/// <param name="Acts">How often each act had each result.</param>
internal sealed record HistoryReport(IReadOnlyDictionary<string, int> Figures, IReadOnlyDictionary<string, IReadOnlyList<string>> Violations, IReadOnlyDictionary<string, int> Acts)
{
    private const int Shown = 5;

    public bool Holds => Violations.Values.All(found => found.Count == 0);

    public static HistoryReport Of(Ledger ledger) => new(
        FiguresOf(ledger),
        Property.All.ToDictionary(property => property.Name, IReadOnlyList<string> (property) => [.. property.Violations(ledger)]),
        ledger.Journal.Acts.ToDictionary(one => $"{one.Key.Act}: {one.Key.Result}", one => one.Value));

    /// <summary>Two histories told as one.</summary>
    public HistoryReport With(HistoryReport other) => new(
        Sum(Figures, other.Figures),
        Violations.ToDictionary(one => one.Key, IReadOnlyList<string> (one) => [.. one.Value, .. other.Violations[one.Key]]),
        Sum(Acts, other.Acts));

    /// <summary>For people: figures, then each property.</summary>
    public string ToText(bool withActs = false)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in Figures)
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}: {value}\n");
        }

        foreach (var (property, found) in Violations)
        {
            text.Append(CultureInfo.InvariantCulture, $"{(found.Count == 0 ? "holds" : "BROKEN")}  {property}: {found.Count}\n");
            found.Take(Shown).ToList().ForEach(one => text.Append(CultureInfo.InvariantCulture, $"        {one}\n"));
        }

        foreach (var (act, times) in Acts.Where(_ => withActs).OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {act}: {times}\n");
        }

        return text.ToString();
    }

    private static Dictionary<string, int> FiguresOf(Ledger ledger)
    {
        var certificates = ledger.Lives.SelectMany(life => life.Certificates).ToList();
        var facts = certificates.SelectMany(certificate => ledger.Facts[certificate.Id]).CountBy(fact => fact.Kind).ToDictionary();
        var until = certificates.ToDictionary(certificate => certificate.Id, certificate => certificate.Until);
        var figures = new Dictionary<string, int>
        {
            ["consultants"] = ledger.Lives.Count,
            ["transitions"] = ledger.Lives.Sum(life => life.Path.Count),
            ["sittings"] = ledger.Lives.Sum(life => life.Sittings.Count),
            ["case studies marked by three"] = ledger.Lives.SelectMany(life => life.Works).Count(work => work.Markings.Count == 3),
            ["jury cases decided"] = ledger.Cases.Count(one => !one.IsOpen),
            ["certificates"] = certificates.Count,
            ["renewals in time"] = certificates.Count(certificate => certificate.Renews is { } renewed && certificate.From == until[renewed].AddDays(1)),
            ["renewals late"] = certificates.Count(certificate => certificate.Renews is { } renewed && certificate.From != until[renewed].AddDays(1)),
            ["warnings"] = facts.GetValueOrDefault(FactKind.Warned),
            ["suspensions"] = facts.GetValueOrDefault(FactKind.Suspended),
            ["withdrawals"] = facts.GetValueOrDefault(FactKind.Withdrawn),
            ["reinstatements"] = facts.GetValueOrDefault(FactKind.Reinstated),
            ["re-signatures asked for"] = ledger.Lives.Sum(life => life.Path.Count(row => row.Trigger == PathTrigger.RequireResignature)),
            ["appeals"] = ledger.Appeals.Count,
            ["appeals overturned"] = ledger.Appeals.Count(appeal => appeal.State == AppealState.Overturned),
            ["declarations"] = ledger.Declarations.Count,
            ["controls opened"] = ledger.Controls.Count(control => control.Steps.Count > 1),
            ["acts"] = ledger.Journal.Acts.Values.Sum(),
            ["acts refused"] = ledger.Journal.Acts.Where(one => one.Key.Result != "done").Sum(one => one.Value),
        };
        foreach (var kind in ledger.Planned.Where(one => one.State == DueState.Sent).CountBy(one => $"reminders {one.Kind}").OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            figures[kind.Key] = kind.Value;
        }

        return figures;
    }

    private static Dictionary<string, int> Sum(IReadOnlyDictionary<string, int> one, IReadOnlyDictionary<string, int> other) =>
        one.Keys.Union(other.Keys).ToDictionary(key => key, key => one.GetValueOrDefault(key) + other.GetValueOrDefault(key));
}
