using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Tn.Certification.Papers;
using Tn.Certification.Papers.Blind;
using UglyToad.PdfPig;

namespace Tn.Certification.Tests.Papers.Blind;

public class BlindPaperTests
{
    public static TheoryData<string> Kinds => ["docx", "odt", "pdf", "printed.pdf"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_document_no_longer_names_its_author(string kind)
    {
        Assert.True(NamesIn.Found(Signed(kind)));
        Assert.False(NamesIn.Found(Blind(kind).Value));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Made_blind_twice_a_document_stays_what_it_is(string kind)
    {
        var once = Blind(kind).Value;
        var twice = Blind(new MemoryStream(once), KindOf(kind)).Value;
        Assert.Equal(TextOf(once), TextOf(twice));
        Assert.Contains(ASignedPaper.Text, TextOf(once), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_Word_text_what_is_seen_stays()
    {
        var blind = Blind("docx").Value;
        var text = NamesIn.Entry(blind, "word/document.xml");
        Assert.Contains("w:author=\"Auteur\"", text, StringComparison.Ordinal);
        Assert.Contains("w:rsidR=\"00AB12CD\"", text, StringComparison.Ordinal);
        Assert.Contains("La boulangerie", text, StringComparison.Ordinal);
        Assert.Contains("mes notes", text, StringComparison.Ordinal);
        Assert.DoesNotContain("OLEObject", text, StringComparison.Ordinal);
        Assert.Contains("À revoir", NamesIn.Entry(blind, "word/comments.xml"), StringComparison.Ordinal);
        Assert.Contains("points", NamesIn.Entry(blind, "word/media/image1.jpg"), StringComparison.Ordinal);
        Assert.DoesNotContain("docProps", NamesIn.Entry(blind, "_rels/.rels") + NamesIn.Entry(blind, "[Content_Types].xml"), StringComparison.Ordinal);
        Assert.DoesNotContain("attachedTemplate", NamesIn.Entry(blind, "word/settings.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_an_OpenDocument_text_what_is_seen_stays_and_its_type_stands_first_as_it_is()
    {
        var blind = Blind("odt").Value;
        Assert.Equal("mimetype", NamesIn.EntriesOf(blind)[0]);
        // Local file header (APPNOTE 4.3.7): method 0 at 8, the name at 30, no extra field, then the type itself.
        Assert.Equal(0, BitConverter.ToUInt16(blind, 8));
        Assert.Equal("mimetypeapplication/vnd.oasis.opendocument.text", Encoding.ASCII.GetString(blind, 30, 47));
        Assert.Equal(["mimetype", "META-INF/manifest.xml", "meta.xml", "content.xml", "settings.xml"], NamesIn.EntriesOf(blind));
        Assert.DoesNotContain("VersionList", NamesIn.Entry(blind, "META-INF/manifest.xml"), StringComparison.Ordinal);
        var text = NamesIn.Entry(blind, "content.xml");
        Assert.Contains("La boulangerie", text, StringComparison.Ordinal);
        Assert.Contains("<dc:creator>Auteur</dc:creator>", text, StringComparison.Ordinal);
        Assert.Contains("À revoir", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_PDF_the_pages_remarks_and_outline_stay()
    {
        using var document = PdfDocument.Open(Blind("pdf").Value);
        Assert.Null(document.Information.Author);
        Assert.False(document.TryGetXmpMetadata(out _));
        Assert.Equal(1, document.NumberOfPages);
        Assert.Equal("À revoir", document.GetPage(1).GetAnnotations().Single().Content);
        Assert.True(document.TryGetBookmarks(out var outline));
        Assert.Equal("Diagnostic", outline.Roots.Single().Title);
    }

    [Fact]
    public void A_locked_document_is_refused()
    {
        Assert.Equal("paper.locked", Blind(new MemoryStream(ASignedPaper.LockedPdf), PaperKind.Pdf).Refusal!.Code);
        var manifest = """<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>""";
        Assert.Equal("paper.locked", Of(PaperKind.Odt, ("mimetype", PaperKind.Odt.ContentType), ("META-INF/manifest.xml", manifest), ("content.xml", "not XML any more")));
    }

    [Fact]
    public void A_document_that_swells_is_refused()
    {
        Assert.Equal("paper.swollen", Of(PaperKind.Docx, ("word/document.xml", new string('x', (int)BlindArchive.MostBytes + 1))));
        Assert.Equal("paper.swollen", Of(PaperKind.Odt, ("content.xml", new string(' ', BlindXml.MostBytes + 1))));
        Assert.Equal("paper.swollen", Blind(new MemoryStream(SwollenPdf()), PaperKind.Pdf).Refusal!.Code);
    }

    [Theory]
    [InlineData("<!DOCTYPE w [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><w>&b;</w>")]
    [InlineData("<!DOCTYPE w SYSTEM 'file:///etc/passwd'><w/>")]
    [InlineData("<w>")]
    [InlineData("")]
    public void A_part_that_declares_a_type_or_is_broken_is_refused(string part)
    {
        Assert.Equal("paper.unreadable", Of(PaperKind.Docx, ("word/document.xml", part)));
        Assert.Equal("paper.unreadable", Of(PaperKind.Odt, ("content.xml", part)));
    }

    [Fact]
    public void Two_parts_of_one_name_are_refused() =>
        Assert.Equal("paper.unreadable", Of(PaperKind.Docx, ("word/document.xml", "<w/>"), ("WORD/document.xml", "<w/>")));

    [Theory]
    [InlineData("%PDF-1.7")]
    [InlineData("%PDF-1.7\ntrailer<</Root 1 0 R>>\n%%EOF")]
    [InlineData("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF")]
    [InlineData("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF")]
    public void A_PDF_without_pages_is_refused(string bytes) =>
        Assert.Equal("paper.unreadable", Blind(new MemoryStream(Encoding.Latin1.GetBytes(bytes)), PaperKind.Pdf).Refusal!.Code);

    [Fact]
    public void The_log_says_where_a_reader_failed_and_nothing_of_what_it_read()
    {
        var log = new SaidLog<BlindPaper>();
        Assert.True(BlindPaper.Of(new MemoryStream(ASignedPaper.Zip([("word/document.xml", "<w:Madame-Secret>")])), PaperKind.Docx, log).IsRefused(out _));
        var line = Assert.Single(log.Lines);
        Assert.Contains("XmlException", line, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Neither_depth_nor_breadth_brings_the_site_down()
    {
        var deep = ASignedPaper.Pdf("/Deep " + new string('[', 200_000) + new string(']', 200_000));
        Assert.Equal("paper.unreadable", Blind(new MemoryStream(deep), PaperKind.Pdf).Refusal!.Code);
        var nested = string.Concat(Enumerable.Repeat("<w:p>", 100_000)) + string.Concat(Enumerable.Repeat("</w:p>", 100_000));
        Assert.Equal("paper.swollen", Blind(new MemoryStream(ASignedPaper.Docx(nested)), PaperKind.Docx).Refusal!.Code);
        Assert.Equal("paper.swollen", Blind(new MemoryStream(ASignedPaper.Odt(string.Concat(Enumerable.Repeat("<text:p/>", 100_000)))), PaperKind.Odt).Refusal!.Code);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Whatever_byte_is_wrong_there_is_a_document_or_a_refusal(string kind)
    {
        var random = new Random(7);
        for (var trial = 0; trial < 150; trial++)
        {
            var bytes = Signed(kind);
            for (var wrong = 0; wrong < 1 + trial / 10; wrong++)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            _ = Blind(new MemoryStream(bytes, 0, trial % 3 == 0 ? random.Next(bytes.Length) : bytes.Length), KindOf(kind)).IsDone;
        }
    }

    private static string Of(PaperKind kind, params (string Name, string Content)[] parts) =>
        Blind(new MemoryStream(ASignedPaper.Zip(parts)), kind).Refusal?.Code ?? "done";

    private static Outcome<byte[]> Blind(string kind) => Blind(new MemoryStream(Signed(kind)), KindOf(kind));

    private static Outcome<byte[]> Blind(MemoryStream content, PaperKind kind) => BlindPaper.Of(content, kind, NullLogger.Instance);

    private static byte[] Signed(string kind) => kind switch
    {
        "docx" => ASignedPaper.Docx(),
        "odt" => ASignedPaper.Odt(),
        "pdf" => ASignedPaper.Pdf(),
        _ => ASignedPaper.PrintedPdf(),
    };

    private static PaperKind KindOf(string kind) => kind switch
    {
        "docx" => PaperKind.Docx,
        "odt" => PaperKind.Odt,
        _ => PaperKind.Pdf,
    };

    private static string TextOf(byte[] file)
    {
        if (!file.AsSpan().StartsWith("%PDF"u8))
        {
            return NamesIn.Entry(file, NamesIn.EntriesOf(file).Single(name => name is "word/document.xml" or "content.xml"));
        }

        using var document = PdfDocument.Open(file);
        return string.Concat(document.GetPages().Select(page => page.Text));
    }

    // Its catalogue stands in a stream of objects that inflates to more than a site should bear.
    private static byte[] SwollenPdf()
    {
        using var deflated = new MemoryStream();
        using (var zlib = new System.IO.Compression.ZLibStream(deflated, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write("1 0 <</Type/Catalog/Pages 2 0 R>>"u8);
            zlib.Write(new byte[BlindArchive.MostBytes]);
        }

        return new PdfByHand()
            .With(2, "<</Type/Pages/Kids[3 0 R]/Count 1>>")
            .With(3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>")
            .WithStream(4, "/Type/ObjStm/N 1/First 4/Filter/FlateDecode", Encoding.Latin1.GetString(deflated.ToArray()))
            .WithTable(1, 4);
    }
}
