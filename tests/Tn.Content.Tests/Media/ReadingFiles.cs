using System.Text;
using Microsoft.Extensions.Options;
using SkiaSharp;
using Tn.Content.Documents;
using Tn.Content.Media;
using Tn.Content.Media.Reading;

namespace Tn.Content.Tests.Media;

public sealed class ReadingFiles
{
    private static readonly ImageWorks Images = new(Options.Create(new MediaOptions { LongestSide = 1000 }));

    [Fact]
    public async Task A_cameras_image_is_turned_upright_and_keeps_neither_place_nor_camera()
    {
        var sent = AFile.JpegFromACamera(40, 20);
        Assert.Contains(AFile.Secret, Encoding.Latin1.GetString(sent), StringComparison.Ordinal);
        var drawn = (await Images.RedrawAsync(sent, default)).Value;

        Assert.Equal((20, 40, FileType.Jpeg), (drawn.Width, drawn.Height, drawn.Type));
        var written = Encoding.Latin1.GetString(drawn.Bytes);
        Assert.DoesNotContain(AFile.Secret, written, StringComparison.Ordinal);
        Assert.DoesNotContain("Exif", written, StringComparison.Ordinal);
        using var seen = SKBitmap.Decode(drawn.Bytes);
        Assert.True(seen.GetPixel(10, 4).Red > 200 && seen.GetPixel(10, 35).Blue > 200, "The left half is to be at the top.");
    }

    [Theory]
    [MemberData(nameof(Images3))]
    public async Task What_is_transparent_or_drawn_stays_png_and_photos_become_jpeg(byte[] sent, string extension)
    {
        var drawn = (await Images.RedrawAsync(sent, default)).Value;
        Assert.Equal((40, 20, extension), (drawn.Width, drawn.Height, drawn.Type.Extension));
    }

    public static TheoryData<byte[], string> Images3() => new() { { AFile.Png(), ".png" }, { AFile.Png(transparent: true), ".png" }, { AFile.Webp(), ".jpg" }, { AFile.Jpeg(), ".jpg" } };

    [Fact]
    public async Task A_large_image_is_brought_to_the_longest_side_and_variants_are_smaller_still()
    {
        var drawn = (await Images.RedrawAsync(AFile.Jpeg(3000, 1500), default)).Value;
        Assert.Equal((1000, 500), (drawn.Width, drawn.Height));
        var variants = await ImageWorks.AtWidthsAsync(drawn.Bytes, [320, 640], default);
        Assert.Equal([(320, 160, ".webp"), (320, 160, ".jpg"), (640, 320, ".webp"), (640, 320, ".jpg")], variants.Select(one => (one.Width, one.Height, one.Type.Extension)));
    }

    [Fact]
    public async Task A_pixel_bomb_is_refused_before_it_is_decoded()
    {
        var before = GC.GetTotalAllocatedBytes();
        var refused = await Images.RedrawAsync(AFile.PixelBomb(), default);
        Assert.Equal("content.media-too-many-pixels", refused.Refusal?.Code);
        Assert.True(GC.GetTotalAllocatedBytes() - before < 10_000_000);
    }

    [Fact]
    public async Task An_image_cut_short_is_refused()
    {
        var png = AFile.Png(400, 400);
        Assert.Equal("content.media-image-broken", (await Images.RedrawAsync(png[..(png.Length / 2)], default)).Refusal?.Code);
        Assert.Equal("content.media-image-broken", (await Images.RedrawAsync([0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3], default)).Refusal?.Code);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_is_what_its_bytes_say(byte[] bytes, string name, string expected)
    {
        using var content = new MemoryStream(bytes);
        var type = await FileSniffer.SniffAsync(content, name, default);
        Assert.Equal(expected, type.IsDone ? type.Value.ContentType : type.Refusal!.Code);
        Assert.Equal(0, content.Position);
    }

    public static TheoryData<byte[], string, string> Files() => new()
    {
        { AFile.Png(), "photo.jpg", "image/png" },
        { AFile.Jpeg(), "document.pdf", "image/jpeg" },
        { AFile.Webp(), "x", "image/webp" },
        { AFile.Pdf(), "image.png", "application/pdf" },
        { AFile.OpenDocument(), "a.docx", "application/vnd.oasis.opendocument.text" },
        { AFile.OpenDocument("application/x-autre"), "a.odt", "content.media-type" },
        { AFile.Docx(), "a.odt", "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
        { AFile.Docx(("word/vbaProject.bin", "x")), "a.docx", "content.media-macros" },
        { AFile.Zip(("a.txt", "x")), "a.docx", "content.media-type" },
        { AFile.Text("PK\u0003\u0004 abîmé"), "a.docx", "content.media-type" },
        { AFile.Text("a;b\n1;2\n"), "tableau.csv", "text/csv" },
        { AFile.Text("a;b\n\0;2\n"), "tableau.csv", "content.media-type" },
        { AFile.Text("<html><script>alert(1)</script></html>"), "page.html", "content.media-type" },
        { AFile.Text("MZ programme"), "photo.png", "content.media-type" },
        { AFile.Text("<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg'/>"), "photo.png", "image/svg+xml" },
        { [], "vide.csv", "content.media-type" },
    };

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<a href='javascript:alert(1)'><text>x</text></a>")]
    [InlineData("<image href='https://mal.exemple/x.png'/>")]
    [InlineData("<use href='https://mal.exemple/x.svg#a'/>")]
    [InlineData("<use href='data:image/svg+xml;base64,x#a'/>")]
    [InlineData("<style>@import 'https://mal.exemple'</style>")]
    [InlineData("<rect onload='alert(1)' onclick='alert(1)'/>")]
    [InlineData("<rect style='fill:url(https://mal.exemple)'/>")]
    [InlineData("<rect fill='url(https://mal.exemple/#a)'/>")]
    [InlineData("<rect fill='u\\72l(https://mal.exemple)'/>")]
    [InlineData("<rect fill='URL( &quot;//mal.exemple&quot; )'/>")]
    [InlineData("<rect filter='url(//mal.exemple)'/>")]
    [InlineData("<foreignObject><body xmlns='http://www.w3.org/1999/xhtml' onload='alert(1)'/></foreignObject>")]
    [InlineData("<animate attributeName='href' values='javascript:alert(1)'/>")]
    [InlineData("<set attributeName='onmouseover' to='alert(1)'/>")]
    [InlineData("<x:script xmlns:x='http://www.w3.org/2000/svg'>alert(1)</x:script>")]
    public void Of_a_drawing_only_shapes_are_kept(string inside)
    {
        var clean = Clean($"<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' onload='alert(1)' viewBox='0 0 60 30'>{inside}<path d='M0 0L10 10'/></svg>");
        var svg = Encoding.UTF8.GetString(clean.Value.Bytes);
        Assert.Contains("M0 0L10 10", svg, StringComparison.Ordinal);
        foreach (var bad in new[] { "alert", "mal.exemple", "script", "href", "style", "onload", "http", "data:" })
        {
            Assert.DoesNotContain(bad, svg.Replace("http://www.w3.org/2000/svg", string.Empty, StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal((60, 30), (clean.Value.Width, clean.Value.Height));
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><rect></svg>")]
    [InlineData("<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg'><text>&x;</text></svg>")]
    [InlineData("<!DOCTYPE svg [<!ENTITY a 'aaaa'>]><svg xmlns='http://www.w3.org/2000/svg'><text>&a;</text></svg>")]
    [InlineData("<html><svg></svg></html>")]
    [InlineData("<svg><rect/></svg>")]
    public void What_is_not_plain_svg_is_refused(string text) => Assert.Equal("content.media-svg-broken", Clean(text).Refusal?.Code);

    [Fact]
    public void A_drawing_nested_a_hundred_thousand_times_is_refused_without_falling()
    {
        var deep = $"<svg xmlns='http://www.w3.org/2000/svg'>{string.Concat(Enumerable.Repeat("<g>", 100_000))}{string.Concat(Enumerable.Repeat("</g>", 100_000))}</svg>";
        Assert.Equal("content.media-svg-broken", Clean(deep).Refusal?.Code);
    }

    [Fact]
    public void Gradients_inside_the_drawing_and_colours_stay()
    {
        var svg = Encoding.UTF8.GetString(Clean("<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'><defs><linearGradient id='a'><stop offset='0' stop-color='rgb(1,2,3)'/></linearGradient></defs><g transform='translate(1 2) scale(.5)'><rect fill='url(#a)'/></g></svg>").Value.Bytes);
        Assert.Contains("url(#a)", svg, StringComparison.Ordinal);
        Assert.Contains("rgb(1,2,3)", svg, StringComparison.Ordinal);
        Assert.Contains("translate(1 2) scale(.5)", svg, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Capture d’écran (2).PNG", ".png", "capture-d-ecran-2.png")]
    [InlineData("..\\..\\été.svg", ".svg", "ete.svg")]
    [InlineData("???", ".pdf", "fichier.pdf")]
    public void A_file_name_becomes_an_address(string sent, string extension, string name) => Assert.Equal(name, MediaAddress.NameOf(sent, extension));

    [Fact]
    public void The_medias_of_a_text_are_found_wherever_they_stand()
    {
        var (one, two) = (ContentId.New(), ContentId.New());
        Assert.Equal([one, two], MediaAddress.IdsIn($"![x](/medias/{one}/a.png) [y](/medias/{two}/b.pdf \"t\") /medias/{one} /medias/trop-court/x /medias/{one}suite/x"));
    }

    private static Outcome<DrawnImage> Clean(string svg)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(svg));
        return SvgCleaner.Clean(content);
    }
}
