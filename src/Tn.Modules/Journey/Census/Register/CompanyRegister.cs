using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Tn.Journey.Census.Codes;

namespace Tn.Journey.Census.Register;

/// <summary>What a register says of an establishment. Null: it does not say.</summary>
internal sealed record RegisterEntry(string Siret, string? Denomination, string? TradeName, string? Naf, string? CreatedOn, string? CommuneCode, string? CommuneName);

/// <summary>
/// Asks a public register of enterprises about a SIRET. The contract is that of the State's open search of enterprises
/// (<c>GET search?q={siret}</c>), recorded beside the tests. Whatever goes wrong over there is a refusal here, never an error.
/// </summary>
internal sealed partial class CompanyRegister(HttpClient http, IOptions<CompanyRegisterOptions> options, ILogger<CompanyRegister> log)
{
    /// <summary>Nothing longer is read: one enterprise is a few kilobytes.</summary>
    public const int MostBytes = 512 * 1024;

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public bool IsOn => options.Value.IsOn;

    /// <summary>As people read it.</summary>
    public string Name => options.Value.Name;

    /// <summary>The establishment, or <c>register.off</c>, <c>register.unknown</c>, <c>register.unreachable</c>.</summary>
    public async Task<Outcome<RegisterEntry>> FindAsync(Siret siret, CancellationToken cancellationToken)
    {
        if (!IsOn)
        {
            return new Refusal("register.off");
        }

        try
        {
            using var answer = await http.GetAsync(new Uri($"search?q={siret.Digits}", UriKind.Relative), cancellationToken);
            if (answer.StatusCode == System.Net.HttpStatusCode.NotFound)
            {
                return Unknown();
            }

            answer.EnsureSuccessStatusCode();
            var found = JsonSerializer.Deserialize<SearchAnswer>(await answer.Content.ReadAsByteArrayAsync(cancellationToken), Json);
            return Read(found, siret) is { } entry ? entry : Unknown();
        }
        catch (Exception broken) when (broken is HttpRequestException or JsonException or NotSupportedException or InvalidOperationException
            || (broken is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Unreachable(log, broken.GetType().Name);
            return new Refusal("register.unreachable").With("register", Name);
        }
    }

    private static RegisterEntry? Read(SearchAnswer? answer, Siret siret)
    {
        foreach (var enterprise in answer?.Results ?? [])
        {
            var establishment = (enterprise?.MatchingEtablissements ?? []).Append(enterprise?.Siege).FirstOrDefault(one => one?.Siret == siret.Digits);
            if (enterprise?.Siren == siret.Siren && establishment is not null)
            {
                return new RegisterEntry(
                    siret.Digits,
                    Clean(enterprise.NomRaisonSociale ?? enterprise.NomComplet),
                    Clean(establishment.NomCommercial),
                    OfficialCodes.Activity(establishment.ActivitePrincipale ?? enterprise.ActivitePrincipale)?.Code,
                    Text.Day(establishment.DateCreation ?? enterprise.DateCreation) is null ? null : establishment.DateCreation ?? enterprise.DateCreation,
                    OfficialCodes.Commune(establishment.Commune)?.Code,
                    OfficialCodes.Commune(establishment.Commune)?.Name);
            }
        }

        return null;
    }

    private Refusal Unknown() => new Refusal("register.unknown").With("register", Name);

    private static string? Clean(string? text) => Text.Missing(text) ? null : Text.Cut(text!.Trim(), 300);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The register of enterprises did not answer: {Cause}.")]
    private static partial void Unreachable(ILogger log, string cause);

    private sealed record SearchAnswer(IReadOnlyList<Enterprise?>? Results);

    private sealed record Enterprise(
        string? Siren, string? NomComplet, string? NomRaisonSociale, string? ActivitePrincipale, string? DateCreation, Establishment? Siege, IReadOnlyList<Establishment?>? MatchingEtablissements);

    private sealed record Establishment(string? Siret, string? NomCommercial, string? ActivitePrincipale, string? DateCreation, string? Commune);
}
