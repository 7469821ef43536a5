using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Tn.Journey.Census.Papers;

namespace Tn.Journey.Tests.Census.Papers;

/// <summary>Papers that speak the field.</summary>
internal static class APaper
{
    public static byte[] Pdf => Encoding.Latin1.GetBytes("%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");

    public static byte[] Png => [0x89, .. "PNG\r\n\u001a\n"u8, 0, 0, 0, 0, .. "IEND"u8, 1, 2, 3, 4];

    public static async Task<Outcome> DepositAsync(this JourneySite site, PersonId person, string kind, string issuedOn, string? validUntil = null, byte[]? content = null, string name = "scan.pdf") =>
        await site.InAsync<DepositPaper, Outcome>(act => act.DepositAsync(
            new PaperForm { Kind = kind, IssuedOn = issuedOn, ValidUntil = validUntil }, name, new MemoryStream(content ?? Pdf), site.Consultant(person), default));

    public static async Task<IReadOnlyList<Paper>> PapersAsync(this JourneySite site, PersonId person)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var folder = await scope.ServiceProvider.GetRequiredService<Journey.Census.CensusReader>().OfAsync(person, default);
        return await scope.ServiceProvider.GetRequiredService<PaperShelf>().OfAsync(folder.Dossier!.Id, default);
    }

    public static async Task<IReadOnlyList<string>> GapsAsync(this JourneySite site, PersonId person)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var folder = await scope.ServiceProvider.GetRequiredService<Journey.Census.CensusReader>().OfAsync(person, default);
        var gaps = await scope.ServiceProvider.GetRequiredService<PaperShelf>().GapsAsync(folder, French.Day(site.Clock.GetUtcNow()), default);
        return [.. gaps.Select(gap => $"{gap.Kind.Key} {gap.Why.Code}")];
    }
}
