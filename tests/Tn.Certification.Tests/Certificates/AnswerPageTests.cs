using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Tn.Certification.Certificates;
using Tn.Certification.Jury;
using Tn.Certification.Pages.Verification;
using Tn.Certification.Verification;

namespace Tn.Certification.Tests.Certificates;

public class AnswerPageTests
{
    private static readonly DateTimeOffset Day = Clock.Monday;

    [Fact]
    public async Task Each_standing_has_its_line()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        var code = (await workshop.CertifyAsync(Day)).Certificate.Code;
        Assert.Equal("Ce certificat vaudra à partir du 23 novembre 2026.", await AnswerAsync(workshop, code, Day.AddDays(-1)));
        Assert.Equal("Zoé Lefèvre est titulaire d’un certificat valable aujourd’hui.", await AnswerAsync(workshop, code, Day));
        Assert.Equal("Ce certificat ne vaut plus depuis le 23 novembre 2029.", await AnswerAsync(workshop, code, Day.AddYears(3)));
        await workshop.SanctionAsync(new Sanction(FactKind.Suspended, "article 14", "Motif.", French.Day(Day.AddDays(60))), Day.AddDays(1));
        Assert.Equal("Ce certificat est suspendu : il ne vaut pas aujourd’hui.", await AnswerAsync(workshop, code, Day.AddDays(1)));
        await workshop.SanctionAsync(new Sanction(FactKind.Withdrawn, "article 14", "Motif."), Day.AddDays(2));
        Assert.Equal("Ce certificat a été retiré : il ne vaut plus.", await AnswerAsync(workshop, code, Day.AddDays(2)));
    }

    [Fact]
    public async Task A_probationary_certificate_says_so()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        var code = (await workshop.CertifyAsync(Day, JuryChoice.CertifyOnProbation)).Certificate.Code;
        Assert.Contains("probatoire", await AnswerAsync(workshop, code, Day), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("00000000000000000000000000")]
    [InlineData("n-importe-quoi")]
    public async Task An_unknown_code_is_the_same_page_not_found(string code)
    {
        await using var workshop = await Workshop.OpenAsync();
        var (model, status, _) = await OpenAsync(workshop, code);
        Assert.Null(model.View);
        Assert.Equal(StatusCodes.Status404NotFound, status);
    }

    private static async Task<string> AnswerAsync(Workshop workshop, string code, DateTimeOffset at)
    {
        workshop.Time.SetUtcNow(at);
        var (model, status, answer) = await OpenAsync(workshop, CertificateCode.Grouped(code));
        Assert.Equal(StatusCodes.Status200OK, status);
        Assert.True(model.IsIntact);
        return answer;
    }

    private static Task<(AnswerModel Model, int Status, string Answer)> OpenAsync(Workshop workshop, string typed) => workshop.DoAsync(async scope =>
    {
        var http = new DefaultHttpContext { RequestServices = scope };
        var model = new AnswerModel(scope.GetRequiredService<CertificateQueries>(), scope.GetRequiredService<VerificationBudget>())
        {
            PageContext = new PageContext { HttpContext = http },
            Typed = typed,
        };
        await model.OnGetAsync(CancellationToken.None);
        return (model, http.Response.StatusCode, model.View is null ? string.Empty : model.Answer);
    });
}
