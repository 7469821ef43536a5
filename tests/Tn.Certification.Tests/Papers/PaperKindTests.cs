using System.IO.Compression;
using System.Text;
using Tn.Certification.Papers;

namespace Tn.Certification.Tests.Papers;

public class PaperKindTests
{
    [Fact]
    public async Task The_bytes_say_what_a_document_is()
    {
        Assert.Equal(PaperKind.Pdf, (await OfAsync("%PDF-1.7 …"u8.ToArray())).Value);
        Assert.Equal(PaperKind.Docx, (await OfAsync(Archive(("[Content_Types].xml", "<x/>"), ("word/document.xml", "<x/>")))).Value);
        Assert.Equal(PaperKind.Odt, (await OfAsync(Archive(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x/>")))).Value);
    }

    [Theory]
    [InlineData("<html><script>alert(1)</script></html>")]
    [InlineData("MZ\u0090\u0000")]
    [InlineData("PK\u0003\u0004 not an archive")]
    [InlineData("")]
    public async Task Anything_else_is_refused(string content) =>
        Assert.Equal("paper.kind", (await OfAsync(Encoding.Latin1.GetBytes(content))).Refusal!.Code);

    [Fact]
    public async Task A_spreadsheet_is_refused_and_so_is_a_program()
    {
        Assert.Equal("paper.kind", (await OfAsync(Archive(("[Content_Types].xml", "<x/>"), ("xl/workbook.xml", "<x/>")))).Refusal!.Code);
        Assert.Equal("paper.macros", (await OfAsync(Archive(("[Content_Types].xml", "<x/>"), ("word/document.xml", "<x/>"), ("word/vbaProject.bin", "…")))).Refusal!.Code);
    }

    private static async Task<Outcome<PaperKind>> OfAsync(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        var kind = await PaperKind.OfAsync(stream, CancellationToken.None);
        Assert.Equal(0, stream.Position);
        return kind;
    }

    private static byte[] Archive(params (string Name, string Text)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return bytes.ToArray();
    }
}
