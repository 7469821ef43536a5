using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.Options;
using Tn.Contracts;
using Tn.Platform.Web;

namespace Tn.Platform.Mail;

/// <summary>Turns a <see cref="Letter"/> into a mail, as text and as HTML. Every word of the letter is encoded: a name can hold no markup.</summary>
public sealed class LetterRenderer(IOptions<SiteOptions> site)
{
    private readonly SiteOptions site = site.Value;

    /// <summary>The mail, ready to be added to the context.</summary>
    /// <param name="key">Idempotency key, unique for good.</param>
    public OutgoingMail Compose(string key, string to, string toName, Letter letter, DateTimeOffset at) =>
        new(key, to, toName, OneLine(letter.Subject), Text(toName, letter), Html(toName, letter), at);

    /// <summary>The letter as plain text.</summary>
    public string Text(string toName, Letter letter)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Bonjour {toName},\n\n");
        foreach (var paragraph in letter.Paragraphs)
        {
            text.Append(paragraph).Append("\n\n");
        }

        if (ActionUrl(letter) is { } url)
        {
            text.Append(CultureInfo.InvariantCulture, $"{letter.ActionLabel} :\n{url}\n\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"-- \n{site.Name}\n{site.BaseUrl}\n").ToString();
    }

    /// <summary>The letter as one responsive column: no table, no image, no third party.</summary>
    public string Html(string toName, Letter letter)
    {
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"fr\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
            .Append(CultureInfo.InvariantCulture, $"<title>{Encode(letter.Subject)}</title></head>\n")
            .Append("<body style=\"margin:0;padding:24px 16px;background:#f7f5f1;color:#12343b;font:18px/1.6 'Source Sans 3','Segoe UI',Arial,sans-serif\">\n")
            .Append("<div style=\"max-width:600px;margin:0 auto;padding:24px;background:#ffffff;border-top:4px solid #12343b\">\n")
            .Append(CultureInfo.InvariantCulture, $"<p style=\"margin:0 0 24px;font-weight:600\">{Encode(site.Name)}</p>\n<p>Bonjour {Encode(toName)},</p>\n");
        foreach (var paragraph in letter.Paragraphs)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p>{Encode(paragraph)}</p>\n");
        }

        if (ActionUrl(letter) is { } url)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p style=\"margin:28px 0\"><a href=\"{Encode(url)}\" style=\"display:inline-block;padding:12px 24px;border-radius:4px;background:#12343b;color:#ffffff;font-weight:600;text-decoration:none\">{Encode(letter.ActionLabel!)}</a></p>\n")
                .Append(CultureInfo.InvariantCulture, $"<p style=\"font-size:15px;color:#4a5f64\">Si le bouton ne s’ouvre pas, copiez cette adresse dans votre navigateur :<br><span style=\"word-break:break-all\">{Encode(url)}</span></p>\n");
        }

        return html.Append(CultureInfo.InvariantCulture, $"<p style=\"margin-top:32px;padding-top:16px;border-top:1px solid #d8d4cb;font-size:15px;color:#4a5f64\">Message envoyé par <a href=\"{Encode(site.BaseUrl)}\" style=\"color:#12343b\">{Encode(site.Name)}</a>.</p>\n</div>\n</body></html>\n").ToString();
    }

    private string? ActionUrl(Letter letter) =>
        letter is { ActionLabel: not null, ActionPath: { } path } && path.StartsWith('/') ? site.Absolute(path) : null;

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    // A subject is a header: a line break in it would begin another.
    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
