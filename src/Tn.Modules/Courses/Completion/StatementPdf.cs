using Tn.Platform.Pdf;
using Tn.Platform.Web;

namespace Tn.Courses.Completion;

/// <summary>The completion statement on paper: one page, with the address where anyone can check it.</summary>
internal static class StatementPdf
{
    private const float Left = PdfSheet.Margin;
    private const float Column = PdfSheet.Width - 2 * PdfSheet.Margin;
    private const float QrSide = 96;

    /// <summary>The file's bytes.</summary>
    public static byte[] Draw(CompletionStatement statement, SiteOptions site)
    {
        var address = site.Absolute($"/attestations/{StatementCode.Shown(statement.Code)}");
        var info = new PdfInfo($"Attestation de suivi : {statement.CourseTitle}", site.Name, statement.CompletedUtc);
        return PdfSheet.Draw(info, sheet =>
        {
            sheet.Line(site.Name, Left, 84, new PdfText(13, Strong: true));
            sheet.Rule(Left, 98, Column);
            sheet.Line("Attestation de suivi", Left, 156, new PdfText(30, Strong: true));
            var y = Holder(sheet, statement);
            y = Facts(sheet, statement, y + 18);
            Limits(sheet, y + 24);
            Check(sheet, statement, address);
        });
    }

    private static float Holder(PdfSheet sheet, CompletionStatement statement)
    {
        sheet.Line(statement.HolderName, Left, 206, new PdfText(20, Strong: true));
        sheet.Line("a suivi jusqu’au bout la formation", Left, 232, new PdfText(13));
        return sheet.Paragraph($"«\u00a0{statement.CourseTitle}\u00a0»", Left, 262, Column, new PdfText(18, Strong: true));
    }

    private static float Facts(PdfSheet sheet, CompletionStatement statement, float y)
    {
        y = Fact(sheet, "Terminée le", French.Date(French.Day(statement.CompletedUtc)), y);
        y = Fact(sheet, "Thème", Axes.NameOf(statement.Axis), y);
        y = Fact(sheet, "Durée prévue", $"{French.Minutes(statement.Minutes)}, {French.Count(statement.Lessons, "leçon lue", "leçons lues")}", y);
        return statement.Questions == 0
            ? y
            : Fact(sheet, "Questions", $"{statement.ScorePercent}\u00a0% de bonnes réponses sur {statement.Questions}, au dernier essai", y);
    }

    private static float Fact(PdfSheet sheet, string name, string value, float y)
    {
        sheet.Line(name, Left, y, new PdfText(11, Color: PdfText.Quiet));
        sheet.Line(value, Left + 110, y, new PdfText(12));
        return y + 22;
    }

    private static void Limits(PdfSheet sheet, float y) => sheet.Paragraph(
        "Cette attestation dit qu’une formation à distance a été suivie jusqu’au bout, sans surveillance. Elle n’est pas une certification, qui passe par une épreuve et un jury.",
        Left,
        y,
        Column,
        new PdfText(11, Color: PdfText.Quiet));

    private static void Check(PdfSheet sheet, CompletionStatement statement, string address)
    {
        const float top = PdfSheet.Height - PdfSheet.Margin - QrSide;
        sheet.Qr(address, Left, top, QrSide);
        sheet.Line("Vérifier cette attestation", Left + QrSide + 18, top + 28, new PdfText(12, Strong: true));
        sheet.Line(address, Left + QrSide + 18, top + 48, new PdfText(10));
        sheet.Line($"Code {StatementCode.Shown(statement.Code)}", Left + QrSide + 18, top + 68, new PdfText(10, Color: PdfText.Quiet));
    }
}
