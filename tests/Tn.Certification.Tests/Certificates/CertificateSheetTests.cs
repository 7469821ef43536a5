using Microsoft.Extensions.Configuration;
using Tn.Certification.Certificates;
using Tn.Certification.Verification;
using UglyToad.PdfPig;

namespace Tn.Certification.Tests.Certificates;

public class CertificateSheetTests
{
    [Fact]
    public async Task The_paper_reads_back_with_its_accents_and_its_address()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        var view = await workshop.CertifyAsync(Clock.Monday);
        var text = TextOf(Draw(view, Clock.Monday));
        Assert.Contains("Zoé Lefèvre", text, StringComparison.Ordinal);
        Assert.Contains("Atelier Numérique de l’Île", text, StringComparison.Ordinal);
        Assert.Contains("Cybersécurité au quotidien", text, StringComparison.Ordinal);
        Assert.Contains("du 23 novembre 2026 au 22 novembre 2029", text, StringComparison.Ordinal);
        Assert.Contains("https://exemple.test/verifier", text, StringComparison.Ordinal);
        Assert.Contains(CertificateCode.Grouped(view.Certificate.Code), text, StringComparison.Ordinal);
        Assert.DoesNotContain("SUSPENDU", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suspended_certificate_says_so_across_the_page()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        await workshop.CertifyAsync(Clock.Monday);
        await workshop.SanctionAsync(new Sanction(FactKind.Suspended, "article 9", "Motif.", new DateOnly(2027, 1, 15)), Clock.Monday);
        Assert.Contains("SUSPENDU", TextOf(Draw((await workshop.CertificatesAsync())[0], Clock.Monday)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_whose_term_is_over_says_so()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        var view = await workshop.CertifyAsync(Clock.Monday);
        Assert.Contains("TERME PASSÉ", TextOf(Draw(view, Clock.Monday.AddYears(3))), StringComparison.Ordinal);
    }

    private static byte[] Draw(CertificateView view, DateTimeOffset at) => CertificateSheet.Draw(
        view, new SiteAddress(new ConfigurationBuilder().AddInMemoryCollection([new("Site:BaseUrl", "https://exemple.test/")]).Build()), at);

    private static string TextOf(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return string.Join('\n', document.GetPages().Select(page => $"{string.Join(' ', page.GetWords().Select(word => word.Text))}\n{page.Text}"));
    }
}
