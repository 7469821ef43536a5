using System.Text.RegularExpressions;
using Tn.Journey.Census.Codes;

namespace Tn.Journey.Census;

/// <summary>Something to add or to correct before the census can be submitted.</summary>
/// <param name="Field">As bound by the page, within the step: <c>Siret</c>, <c>Missions[1].ClientSiret</c>.</param>
/// <param name="Why">Its sentence, with the rule behind it.</param>
/// <param name="IsFault">True when something was typed that cannot stand; false when it is not there yet.</param>
internal sealed record CensusGap(CensusStep Step, string Field, Refusal Why, bool IsFault);

/// <summary>What is missing and why: the rules of the census (domain, « Recensement »), as one pure function.</summary>
internal static partial class CensusCompleteness
{
    /// <param name="rules">In force on <paramref name="today"/>: how many references over how many months.</param>
    /// <param name="today">Paris day.</param>
    /// <returns>In the order of the form; empty when the census can be submitted.</returns>
    public static IReadOnlyList<CensusGap> Missing(CensusEntry entry, IReadOnlyDictionary<string, RuleInForce> rules, DateOnly today)
    {
        var gaps = new GapList();
        Person(entry.Person ?? new(), gaps);
        Enterprise(entry.Enterprise ?? new(), today, gaps);
        Guarantees(entry.Guarantees ?? new(), today, gaps);
        Independence(entry.Independence ?? new(), gaps);
        Competences(entry.Competences ?? new(), today, gaps);
        Territories(entry.Territories ?? new(), gaps);
        References(entry.References ?? new(), rules, today, gaps);
        Recognitions(entry.Recognitions ?? new(), today, gaps);
        Statements(entry.Statements ?? new(), gaps);
        return gaps.All;
    }

    private static void Person(PersonStep step, GapList gaps)
    {
        gaps.At(CensusStep.Person);
        gaps.Need(step.GivenName, nameof(step.GivenName), "census.given-name");
        gaps.Need(step.FamilyName, nameof(step.FamilyName), "census.family-name");
        gaps.Fault(!Text.Missing(step.Phone) && !Phone().IsMatch(step.Phone!), nameof(step.Phone), "census.phone");
    }

    private static void Enterprise(EnterpriseStep step, DateOnly today, GapList gaps)
    {
        gaps.At(CensusStep.Enterprise);
        if (Siret.Parse(step.Siret).IsRefused(out var refusal))
        {
            gaps.Add(nameof(step.Siret), refusal, isFault: !Text.Missing(step.Siret));
        }

        gaps.Need(step.Denomination, nameof(step.Denomination), "census.denomination");
        gaps.Need(step.LegalForm, nameof(step.LegalForm), "census.legal-form");
        gaps.Need(step.Naf, nameof(step.Naf), "census.naf");
        Activity(step.Naf, today, gaps);
        gaps.PastDay(step.CreatedOn, nameof(step.CreatedOn), today);
        gaps.Need(step.CommuneName, nameof(step.CommuneName), "census.commune");
        gaps.Need(step.CommuneCode, nameof(step.CommuneCode), "census.commune-code");
        Commune(step, gaps);
    }

    private static void Activity(string? typed, DateOnly today, GapList gaps)
    {
        if (Text.Missing(typed))
        {
            return;
        }

        var isWellFormed = Naf().IsMatch(typed!.Trim());
        gaps.Fault(!isWellFormed, nameof(EnterpriseStep.Naf), "census.naf-format");
        if (isWellFormed && !OfficialCodes.IsActivity(typed, today))
        {
            gaps.Add(nameof(EnterpriseStep.Naf), new Refusal("census.naf-unknown").With("code", typed.Trim()).With("vintage", OfficialCodes.ActivityVintage), isFault: true);
        }
    }

    private static void Commune(EnterpriseStep step, GapList gaps)
    {
        if (Text.Missing(step.CommuneCode))
        {
            return;
        }

        if (OfficialCodes.Commune(step.CommuneCode) is not { } commune)
        {
            gaps.Add(nameof(step.CommuneCode), new Refusal("census.commune-code-unknown").With("vintage", OfficialCodes.GeographyVintage), isFault: true);
        }
        else if (!Text.Missing(step.CommuneName) && !Words.Fold(commune.Name).StartsWith(Words.Fold(step.CommuneName!), StringComparison.Ordinal))
        {
            // « Marseille » is right for « Marseille 1er Arrondissement ».
            gaps.Add(nameof(step.CommuneCode), new Refusal("census.commune-mismatch").With("code", commune.Code).With("name", commune.Name), isFault: true);
        }
    }

    private static void Guarantees(GuaranteesStep step, DateOnly today, GapList gaps)
    {
        gaps.At(CensusStep.Guarantees);
        gaps.Need(step.Insurer, nameof(step.Insurer), "census.insurer");
        gaps.Need(step.PolicyNumber, nameof(step.PolicyNumber), "census.policy");
        gaps.Need(step.InsuredUntil, nameof(step.InsuredUntil), "census.insured-until");
        if (!Text.Missing(step.InsuredUntil))
        {
            var until = Text.Day(step.InsuredUntil);
            gaps.Fault(until is null, nameof(step.InsuredUntil), "census.date");
            gaps.Fault(until < today, nameof(step.InsuredUntil), "census.insurance-over");
        }

        if (!step.NoVigilance)
        {
            gaps.Need(step.VigilanceOn, nameof(step.VigilanceOn), "census.vigilance");
            gaps.PastDay(step.VigilanceOn, nameof(step.VigilanceOn), today);
        }
    }

    private static void Independence(IndependenceStep step, GapList gaps)
    {
        gaps.At(CensusStep.Independence);
        (string Field, string? Typed)[] shares =
        [
            (nameof(step.AdvicePercent), step.AdvicePercent),
            (nameof(step.IntegrationPercent), step.IntegrationPercent),
            (nameof(step.ResalePercent), step.ResalePercent),
            (nameof(step.TrainingPercent), step.TrainingPercent),
        ];
        foreach (var (field, typed) in shares)
        {
            gaps.Fault(!Text.Missing(typed) && Text.Number(typed) is not (>= 0 and <= 100), field, "census.percent");
        }

        if (shares.All(share => Text.Missing(share.Typed)))
        {
            gaps.Add(nameof(step.AdvicePercent), new Refusal("census.shares"), isFault: false);
        }
        else if (shares.Sum(share => (long)(Text.Number(share.Typed) ?? 0)) is var sum and not 100)
        {
            gaps.Add(nameof(step.AdvicePercent), new Refusal("census.shares-sum").With("sum", sum.ToString(French.Culture)), isFault: true);
        }

        gaps.Missing(!step.NoTies && !step.DeclaredTies.Any(), nameof(step.Ties), "census.ties");
        gaps.Fault(step.NoTies && step.Ties.Any(tie => !Text.Missing(tie.Vendor)), nameof(step.NoTies), "census.ties-contradiction");
        for (var at = 0; at < step.Ties.Count; at++)
        {
            gaps.Missing(!step.NoTies && !Text.Missing(step.Ties[at].Vendor) && Text.Missing(step.Ties[at].Remuneration), $"Ties[{at}].Remuneration", "census.tie-remuneration");
        }
    }

    private static void Competences(CompetencesStep step, DateOnly today, GapList gaps)
    {
        gaps.At(CensusStep.Competences);
        gaps.Missing(!step.PractisedAxes.Any(), "Axes[0].Level", "census.axes");
        for (var at = 0; at < step.Axes.Count; at++)
        {
            var axis = step.Axes[at];
            if (Text.Missing(axis.Level))
            {
                continue;
            }

            gaps.Missing(Text.Missing(axis.LastPractised), $"Axes[{at}].LastPractised", "census.last-practised");
            gaps.Fault(
                !Text.Missing(axis.LastPractised) && !(Text.Number(axis.LastPractised) is { } year && year > 1990 && year <= today.Year),
                $"Axes[{at}].LastPractised",
                "census.year");
            gaps.Missing(Text.Missing(axis.Evidence), $"Axes[{at}].Evidence", "census.axis-evidence");
        }

        gaps.Missing(step.Modes.Count == 0, nameof(step.Modes), "census.modes");
    }

    private static void Territories(TerritoriesStep step, GapList gaps)
    {
        gaps.At(CensusStep.Territories);
        var communes = (step.CommuneCodes ?? string.Empty).Split([' ', ',', ';', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries);
        gaps.Missing(step.Regions.Count == 0 && step.Departments.Count == 0 && communes.Length == 0, nameof(step.Departments), "census.territory");
        gaps.Fault(step.Regions.Any(code => OfficialCodes.RegionOf(code) is null), nameof(step.Regions), "census.region");
        gaps.Fault(step.Departments.Any(code => Contracts.Departments.Find(code) is null), nameof(step.Departments), "census.department");
        if (communes.FirstOrDefault(code => OfficialCodes.Commune(code) is null) is { } wrong)
        {
            gaps.Add(nameof(step.CommuneCodes), new Refusal("census.commune-unknown").With("code", wrong).With("vintage", OfficialCodes.GeographyVintage), isFault: true);
        }

        gaps.Fault(!Text.Missing(step.RadiusKm) && Text.Number(step.RadiusKm) is not (> 0 and <= 1000), nameof(step.RadiusKm), "census.radius");
    }

    private static void References(ReferencesStep step, IReadOnlyDictionary<string, RuleInForce> rules, DateOnly today, GapList gaps)
    {
        gaps.At(CensusStep.References);
        var required = rules[RuleKeys.CensusReferencesRequired];
        var months = rules[RuleKeys.CensusReferencesMonths];
        var oldest = today.AddMonths(-months.Number);
        for (var at = 0; at < step.Missions.Count; at++)
        {
            if (step.DeclaredMissions.Contains(step.Missions[at]))
            {
                Mission(step.Missions[at], at, today, gaps);
            }
        }

        var recent = step.DeclaredMissions.Count(one => Text.Day(one.EndedOn) is { } ended && ended >= oldest && ended <= today);
        if (!step.Probationary && recent < required.Number)
        {
            var why = new Refusal("census.references")
                .With("required", required.Value).With("months", months.Value).With("oldest", French.ShortDate(oldest))
                .With("count", recent.ToString(French.Culture)).With("article", required.Article);
            gaps.Add("Missions[0].ClientSiret", why, isFault: false);
        }
    }

    private static void Mission(Mission mission, int at, DateOnly today, GapList gaps)
    {
        if (Siret.Parse(mission.ClientSiret).IsRefused(out var refusal))
        {
            gaps.Add($"Missions[{at}].ClientSiret", refusal, isFault: !Text.Missing(mission.ClientSiret));
        }

        gaps.Need(mission.EndedOn, $"Missions[{at}].EndedOn", "census.mission-date");
        gaps.PastDay(mission.StartedOn, $"Missions[{at}].StartedOn", today);
        gaps.PastDay(mission.EndedOn, $"Missions[{at}].EndedOn", today);
        gaps.Fault(Text.Day(mission.StartedOn) > Text.Day(mission.EndedOn), $"Missions[{at}].StartedOn", "census.mission-dates");
        gaps.Missing(Contracts.Axes.Find(mission.Axis) is null, $"Missions[{at}].Axis", "census.mission-axis");
        gaps.Need(mission.Result, $"Missions[{at}].Result", "census.mission-result");
        gaps.Missing(!mission.ClientConsents, $"Missions[{at}].ClientConsents", "census.mission-consent");
    }

    private static void Recognitions(RecognitionsStep step, DateOnly today, GapList gaps)
    {
        gaps.At(CensusStep.Recognitions);
        gaps.Missing(!step.None && !step.Declared.Any(), nameof(step.None), "census.recognitions");
        for (var at = 0; at < step.Items.Count; at++)
        {
            if (!step.None && !Text.Missing(step.Items[at].Title))
            {
                gaps.Need(step.Items[at].Issuer, $"Items[{at}].Issuer", "census.recognition-issuer");
                gaps.PastDay(step.Items[at].ObtainedOn, $"Items[{at}].ObtainedOn", today);
                gaps.Fault(!Text.Missing(step.Items[at].ValidUntil) && Text.Day(step.Items[at].ValidUntil) is null, $"Items[{at}].ValidUntil", "census.date");
            }
        }
    }

    private static void Statements(StatementsStep step, GapList gaps)
    {
        gaps.At(CensusStep.Statements);
        gaps.Missing(!step.Truthful, nameof(step.Truthful), "census.truthful");
        gaps.Missing(!step.PrivacyRead, nameof(step.PrivacyRead), "census.privacy");
        gaps.Missing(!step.NoConflict && Text.Missing(step.ConflictStatement), nameof(step.ConflictStatement), "census.conflict");
    }

    // The format of the NAF (INSEE): four digits and a letter, the dot being customary.
    [GeneratedRegex(@"^\d{2}\.?\d{2}[A-Za-z]$", RegexOptions.None, 1000)]
    private static partial Regex Naf();

    [GeneratedRegex(@"^\+?[\d .()-]{9,20}$", RegexOptions.None, 1000)]
    private static partial Regex Phone();

    /// <summary>Collects the gaps of one step after the other.</summary>
    private sealed class GapList
    {
        private readonly List<CensusGap> gaps = [];
        private CensusStep step;

        public IReadOnlyList<CensusGap> All => gaps;

        public void At(CensusStep next) => step = next;

        public void Add(string field, Refusal why, bool isFault) => gaps.Add(new CensusGap(step, field, why, isFault));

        public void Need(string? typed, string field, string code) => Missing(Text.Missing(typed), field, code);

        public void Missing(bool isMissing, string field, string code)
        {
            if (isMissing)
            {
                Add(field, new Refusal(code), isFault: false);
            }
        }

        public void Fault(bool isFault, string field, string code)
        {
            if (isFault)
            {
                Add(field, new Refusal(code), isFault: true);
            }
        }

        public void PastDay(string? typed, string field, DateOnly today)
        {
            if (Text.Missing(typed))
            {
                return;
            }

            var day = Text.Day(typed);
            Fault(day is null, field, "census.date");
            Fault(day > today, field, "census.date-future");
        }
    }
}
