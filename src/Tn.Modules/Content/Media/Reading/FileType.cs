using Tn.Platform.Web;

namespace Tn.Content.Media.Reading;

/// <summary>A type the library takes.</summary>
/// <param name="Extension">With its dot, ours whatever the file was called.</param>
/// <param name="Label">As readers see it.</param>
internal sealed record FileType(MediaKind Kind, string ContentType, string Extension, string Label)
{
    public static readonly FileType Jpeg = new(MediaKind.Image, "image/jpeg", ".jpg", "JPEG");
    public static readonly FileType Png = new(MediaKind.Image, "image/png", ".png", "PNG");
    public static readonly FileType Gif = new(MediaKind.Image, "image/gif", ".gif", "GIF");
    public static readonly FileType Webp = new(MediaKind.Image, "image/webp", ".webp", "WebP");
    public static readonly FileType Svg = new(MediaKind.Drawing, "image/svg+xml", ".svg", "SVG");
    public static readonly FileType Pdf = new(MediaKind.Attachment, "application/pdf", ".pdf", "PDF");
    public static readonly FileType Odt = new(MediaKind.Attachment, "application/vnd.oasis.opendocument.text", ".odt", "ODT");
    public static readonly FileType Ods = new(MediaKind.Attachment, "application/vnd.oasis.opendocument.spreadsheet", ".ods", "ODS");
    public static readonly FileType Odp = new(MediaKind.Attachment, "application/vnd.oasis.opendocument.presentation", ".odp", "ODP");
    public static readonly FileType Docx = new(MediaKind.Attachment, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx", "Word");
    public static readonly FileType Xlsx = new(MediaKind.Attachment, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx", "Excel");
    public static readonly FileType Pptx = new(MediaKind.Attachment, "application/vnd.openxmlformats-officedocument.presentationml.presentation", ".pptx", "PowerPoint");
    public static readonly FileType Csv = new(MediaKind.Attachment, "text/csv", ".csv", "CSV");
    public static readonly FileType Text = new(MediaKind.Attachment, "text/plain", ".txt", Texts.Key("fichier texte"));

    public static IReadOnlyList<FileType> All { get; } = [Jpeg, Png, Gif, Webp, Svg, Pdf, Odt, Ods, Odp, Docx, Xlsx, Pptx, Csv, Text];

    /// <summary>The label of a type as served: « PDF ».</summary>
    public static string LabelOf(string contentType) => All.FirstOrDefault(type => type.ContentType == contentType)?.Label ?? Texts.Key("autre fichier");
}
