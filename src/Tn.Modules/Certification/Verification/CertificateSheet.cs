using Tn.Certification.Certificates;
using Tn.Platform.Pdf;

namespace Tn.Certification.Verification;

/// <summary>A certificate on paper. Says across the page what no longer holds; the QR code leads to today's answer.</summary>
internal static class CertificateSheet
{
    private const float Left = PdfSheet.Margin;
    private const float Inner = PdfSheet.Width - 2 * PdfSheet.Margin;
    private const float Middle = PdfSheet.Width / 2;

    private static readonly PdfText Small = new(9.5f, Color: PdfText.Quiet);
    private static readonly PdfText Body = new(12);
    private static readonly PdfText Label = new(9.5f, Strong: true, Color: PdfText.Amber);

    /// <summary>The PDF as of an instant.</summary>
    public static byte[] Draw(CertificateView view, SiteAddress site, DateTimeOffset now)
    {
        var certificate = view.Certificate;
        return PdfSheet.Draw(new PdfInfo($"Certificat {certificate.Number} – {certificate.HolderName}", site.Name, now, $"certificat {certificate.Code}"), sheet =>
        {
            Head(sheet, site);
            var y = Holder(sheet, certificate);
            y = Terms(sheet, certificate, y + 26);
            Check(sheet, certificate, site, y + 20);
            Foot(sheet, now);
            if (StampOf(view.StandingOn(French.Day(now))) is { } words)
            {
                sheet.Stamp(words);
            }
        });
    }

    private static void Head(PdfSheet sheet, SiteAddress site)
    {
        sheet.Frame(28, 28, PdfSheet.Width - 56, PdfSheet.Height - 56);
        sheet.Line(site.Name, Middle, 92, new PdfText(15, Strong: true, Align: PdfAlign.Center));
        sheet.Rule(Middle - 30, 106, 60, PdfText.Amber, 2);
        sheet.Line("Certificat de consultant", Middle, 156, new PdfText(30, Strong: true, Align: PdfAlign.Center));
    }

    private static float Holder(PdfSheet sheet, Certificate certificate)
    {
        sheet.Line("est délivré à", Middle, 190, new PdfText(12, Color: PdfText.Quiet, Align: PdfAlign.Center));
        var y = sheet.Paragraph(certificate.HolderName, Middle, 228, Inner, new PdfText(24, Strong: true, Align: PdfAlign.Center));
        return sheet.Paragraph(certificate.EnterpriseName, Middle, y, Inner, new PdfText(13, Align: PdfAlign.Center));
    }

    private static float Terms(PdfSheet sheet, Certificate certificate, float y)
    {
        sheet.Line("POUR LES THÈMES", Left, y, Label);
        y += 20;
        foreach (var axis in certificate.Axes)
        {
            y = sheet.Paragraph($"•  {Axes.NameOf(axis)}", Left, y, Inner, Body);
        }

        y += 14;
        sheet.Line("VALABLE", Left, y, Label);
        y = sheet.Paragraph($"du {French.ShortDate(certificate.From)} au {French.ShortDate(certificate.Until)}{(certificate.OnProbation ? ", à titre probatoire" : string.Empty)}", Left, y + 20, Inner, new PdfText(15, Strong: true));
        y += 10;
        sheet.Line("NUMÉRO", Left, y, Label);
        return sheet.Paragraph($"{certificate.Number}, délivré le {French.ShortDate(French.Day(certificate.IssuedAt))} sur décision du jury", Left, y + 20, Inner, Body);
    }

    private static void Check(PdfSheet sheet, Certificate certificate, SiteAddress site, float y)
    {
        const float side = 128;
        sheet.Rule(Left, y, Inner);
        sheet.Qr(site.Verify(certificate.Code), Left - 8, y + 14, side);
        var x = Left + side + 12;
        var width = Inner - side - 12;
        sheet.Line("VÉRIFIER CE CERTIFICAT", x, y + 34, Label);
        var next = sheet.Paragraph("Ce papier dit ce qui a été décidé. Seule la page de vérification dit s’il vaut encore aujourd’hui : scannez le code, ou saisissez-le à cette adresse.", x, y + 54, width, Body);
        next = sheet.Paragraph(site.Verify(string.Empty).TrimEnd('/'), x, next + 4, width, new PdfText(11, Strong: true));
        sheet.Line(CertificateCode.Grouped(certificate.Code), x, next + 4, new PdfText(12, Strong: true));
    }

    private static void Foot(PdfSheet sheet, DateTimeOffset now)
    {
        var y = sheet.Paragraph("Ce certificat atteste des compétences examinées par le programme pour les thèmes cités. Il ne garantit pas le résultat d’une mission, et n’est ni un diplôme ni un agrément de l’État.", Left, 752, Inner, Small);
        sheet.Line($"Document établi le {French.Moment(now)}.", Left, y + 4, Small);
    }

    private static string? StampOf(CertificateStanding standing) => standing switch
    {
        CertificateStanding.Suspended => "SUSPENDU",
        CertificateStanding.Withdrawn => "RETIRÉ",
        CertificateStanding.Expired => "TERME PASSÉ",
        CertificateStanding.NotYetValid => "PAS ENCORE VALABLE",
        _ => null,
    };
}
