using System.IO.Compression;
using System.Text;
using SkiaSharp;

namespace Tn.Certification.Tests.Papers.Blind;

/// <summary>Case studies as programs write them: with Camille Brunet, of Brunet Conseil, everywhere but in the text.</summary>
internal static class ASignedPaper
{
    public const string Text = "Une seule entrée pour les commandes";

    /// <summary>Opens with the password « secret » only.</summary>
    public static byte[] LockedPdf => Convert.FromBase64String(
        "JVBERi0xLjYKJb/3ov4KMSAwIG9iago8PCAvUGFnZXMgMiAwIFIgL1R5cGUgL0NhdGFsb2cgPj4KZW5kb2JqCjIgMCBvYmoKPDwgL0NvdW50IDEgL0tpZHMgWyAzIDAgUiBdIC9UeXBlIC9QYWdlcyA+PgplbmRvYmoKMyAwIG9iago8PCAvTWVkaWFCb3ggWyAwIDAgOTkgOTkgXSAvUGFyZW50IDIgMCBSIC9UeXBlIC9QYWdlID4+CmVuZG9iago0IDAgb2JqCjw8IC9DRiA8PCAvU3RkQ0YgPDwgL0F1dGhFdmVudCAvRG9jT3BlbiAvQ0ZNIC9BRVNWMiAvTGVuZ3RoIDE2ID4+ID4+IC9GaWx0ZXIgL1N0YW5kYXJkIC9MZW5ndGggMTI4IC9PIDwwZGI1ODU1ZmM1MzI2NTY5ZTc2NTkwNmNhZjY0ZTQ0MjlhNGMyMGQ2ZTk5NmZkZWY5NjNlOWI1MDgwZjllMDgzPiAvUCAtNCAvUiA0IC9TdG1GIC9TdGRDRiAvU3RyRiAvU3RkQ0YgL1UgPGJjMmYzMTYyMmY0NmJiMjZjNGUzMDI2Nzg1MmQ0ODdmMDEyMjQ1NmE5MWJhZTUxMzQyNzNhNmRiMTM0Yzg3YzQ+IC9WIDQgPj4KZW5kb2JqCnhyZWYKMCA1CjAwMDAwMDAwMDAgNjU1MzUgZiAKMDAwMDAwMDAxNSAwMDAwMCBuIAowMDAwMDAwMDY0IDAwMDAwIG4gCjAwMDAwMDAxMjMgMDAwMDAgbiAKMDAwMDAwMDE5NCAwMDAwMCBuIAp0cmFpbGVyIDw8IC9Sb290IDEgMCBSIC9TaXplIDUgL0lEIFs8NDdlNDQ4ZDkzMTA5OTk2NTVlNmZlZDFjOGYxYmYyNjM+PDQ3ZTQ0OGQ5MzEwOTk5NjU1ZTZmZWQxYzhmMWJmMjYzPl0gL0VuY3J5cHQgNCAwIFIgPj4Kc3RhcnR4cmVmCjQ5MwolJUVPRgo=");

    public static byte[] Docx(string more = "") => Zip(
        ("[Content_Types].xml", $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="jpg" ContentType="image/jpeg"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>"""),
        ("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="/docProps/app.xml"/></Relationships>"""),
        ("docProps/core.xml", """<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Étude de Camille Brunet</dc:title><dc:creator>Camille Brunet</dc:creator><cp:lastModifiedBy>Camille Brunet</cp:lastModifiedBy></cp:coreProperties>"""),
        ("docProps/app.xml", """<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>Brunet Conseil</Company><Manager>Camille Brunet</Manager></Properties>"""),
        ("docProps/custom.xml", """<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties">Camille Brunet</Properties>"""),
        ("customXml/item1.xml", """<CoverPageProperties><Company>Brunet Conseil</Company></CoverPageProperties>"""),
        ("word/document.xml", $"""
            <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:o="urn:schemas-microsoft-com:office:office"><w:body>
            <w:p><w:ins w:id="1" w:author="Camille Brunet" w:date="2026-11-01T00:00:00Z"><w:r w:rsidR="00AB12CD"><w:t>{Text}</w:t></w:r></w:ins></w:p>
            <w:p><w:fldSimple w:instr=" AUTHOR "><w:r><w:t>Camille Brunet</w:t></w:r></w:fldSimple></w:p>
            <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DOCPROPERTY "Company" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Brunet Conseil</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>
            <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TITLE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>La boulangerie</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>
            <w:sdt><w:sdtPr><w:dataBinding w:xpath="/ns0:coreProperties[1]/ns1:creator[1]" w:storeItemID="x"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Camille Brunet</w:t></w:r></w:p></w:sdtContent></w:sdt>
            <w:p><w:hyperlink r:id="rId3"><w:r><w:t>mes notes</w:t></w:r></w:hyperlink><w:r><w:object><o:OLEObject r:id="rId4"/></w:object></w:r></w:p>{more}
            </w:body></w:document>
            """),
        ("word/_rels/document.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/><Relationship Id="rId2" Type="http://schemas.microsoft.com/office/2011/relationships/people" Target="people.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="file:///C:/Users/Camille%20Brunet/notes.docx" TargetMode="External"/><Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/package" Target="embeddings/devis.xlsx"/></Relationships>"""),
        ("word/comments.xml", """<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="1" w:author="Camille Brunet" w:initials="CBrunet"><w:p><w:r><w:t>À revoir</w:t></w:r></w:p></w:comment></w:comments>"""),
        ("word/people.xml", """<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:person w15:author="Camille Brunet"/></w15:people>"""),
        ("word/settings.xml", """<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:attachedTemplate r:id="rId1"/><w:rsids><w:rsid w:val="00AB12CD"/></w:rsids></w:settings>"""),
        ("word/_rels/settings.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="file:///C:/Users/Camille%20Brunet/Brunet%20Conseil.dotx" TargetMode="External"/></Relationships>"""),
        ("word/embeddings/devis.xlsx", "Camille Brunet"),
        ("word/media/image1.jpg", "\u00FF\u00D8\u00FF\u00E1\u0000\u0010Camille Brunet\u00FF\u00DA\u0000\u0002points"));

    public static byte[] Odt(string more = "") => Zip(
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("META-INF/manifest.xml", """<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="VersionList.xml" manifest:media-type="text/xml"/></manifest:manifest>"""),
        ("meta.xml", """<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta><meta:initial-creator>Camille Brunet</meta:initial-creator><dc:creator>Camille Brunet</dc:creator><meta:printed-by>Camille Brunet</meta:printed-by><meta:user-defined meta:name="Société">Brunet Conseil</meta:user-defined></office:meta></office:document-meta>"""),
        ("content.xml", $"""
            <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"><office:body><office:text>
            <text:tracked-changes><text:changed-region><text:insertion><office:change-info><dc:creator>Camille Brunet</dc:creator></office:change-info></text:insertion></text:changed-region></text:tracked-changes>
            <text:p>{Text}<office:annotation><dc:creator>Camille Brunet</dc:creator><meta:creator-initials>CBrunet</meta:creator-initials><text:p>À revoir</text:p></office:annotation></text:p>
            <text:p><text:author-name>Camille Brunet</text:author-name><text:sender-company>Brunet Conseil</text:sender-company><text:title>La boulangerie</text:title> <text:a xlink:href="file:///home/camille.brunet/notes.odt">mes notes</text:a></text:p>{more}
            </office:text></office:body></office:document-content>
            """),
        ("settings.xml", """<office:document-settings xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0"><config:config-item config:name="PrinterName">Imprimante de Camille Brunet</config:config-item></office:document-settings>"""),
        ("VersionList.xml", "<VL:version-list xmlns:VL=\"http://openoffice.org/2001/versions-list\">Camille Brunet</VL:version-list>"),
        ("Versions/Version1", "Camille Brunet"),
        ("Thumbnails/thumbnail.png", "Camille Brunet"));

    /// <summary>With two revisions, and metadata of the document, of a page, of a remark and of an attached file.</summary>
    public static byte[] Pdf(string more = "")
    {
        const string xmp = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><dc:creator>Camille Brunet</dc:creator></x:xmpmeta>";
        var show = $"BT /F1 12 Tf 72 720 Td ({Text}) Tj ET";
        var first = new PdfByHand()
            .With(1, "<</Type/Catalog/Pages 2 0 R/Metadata 6 0 R/Outlines 11 0 R/Names<</EmbeddedFiles<</Names[(Camille Brunet.docx) 9 0 R]>>>>>>")
            .With(2, "<</Type/Pages/Kids[3 0 R]/Count 1>>")
            .With(3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>/Metadata 6 0 R/PieceInfo<</Atelier<</Private(Camille Brunet)>>>>/Annots[8 0 R]>>")
            .WithStream(4, string.Empty, show)
            .With(5, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
            .WithStream(6, "/Type/Metadata/Subtype/XML", xmp)
            .With(7, "<</Author(Camille Brunet)/Creator(Brunet Conseil)>>")
            .With(8, "<</Type/Annot/Subtype/Text/Rect[10 10 20 20]/T(Camille Brunet)/Contents(\u00C0 revoir)>>")
            .With(9, "<</Type/Filespec/F(Camille Brunet.docx)/EF<</F 10 0 R>>>>")
            .WithStream(10, "/Type/EmbeddedFile", "Camille Brunet")
            .With(11, "<</Type/Outlines/First 12 0 R/Last 12 0 R/Count 1>>")
            .With(12, "<</Title(Diagnostic)/Parent 11 0 R/Dest[3 0 R/Fit]>>");
        return first.Revised("/Info 7 0 R")
            .With(7, "<</Author<FEFF00430061006D0069006C006C00650020004200720075006E00650074>>>")
            .WithStream(13, "/Type/Metadata/Subtype/XML", xmp)
            .With(1, $"<</Type/Catalog/Pages 2 0 R/Metadata 13 0 R/Outlines 11 0 R{more}>>")
            .Bytes("/Info 7 0 R");
    }

    /// <summary>As the product's own writer makes them, with fonts and their tables.</summary>
    public static byte[] PrintedPdf()
    {
        using var bytes = new MemoryStream();
        using (var document = SKDocument.CreatePdf(bytes, new SKDocumentPdfMetadata { Author = "Camille Brunet", Title = "Étude de Camille Brunet", Creator = "Brunet Conseil" }))
        {
            using var font = new SKFont(SKTypeface.FromStream(typeof(Tn.Platform.Pdf.PdfSheet).Assembly.GetManifestResourceStream("Tn.Pdf.Regular.ttf")), 14);
            using var ink = new SKPaint();
            document.BeginPage(595, 842).DrawText(Text, 72, 72, SKTextAlign.Left, font, ink);
            document.EndPage();
            document.Close();
        }

        return bytes.ToArray();
    }

    public static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write((name.EndsWith(".jpg", StringComparison.Ordinal) ? Encoding.Latin1 : Encoding.UTF8).GetBytes(content));
            }
        }

        return bytes.ToArray();
    }
}
