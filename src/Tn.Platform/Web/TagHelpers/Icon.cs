using Microsoft.AspNetCore.Html;

namespace Tn.Platform.Web.TagHelpers;

/// <summary>
/// The few icons of the house, drawn here on a 16-pixel grid and written into the page:
/// no request, they take the colour of the text and they print. Never alone: a word stands beside.
/// </summary>
public static class Icon
{
    public static readonly IHtmlContent Check = Draw("<circle cx='8' cy='8' r='6.75'/><path d='M5 8.3 7.2 10.5 11 6'/>");
    public static readonly IHtmlContent Warning = Draw("<path d='M8 1.9 14.8 13.6H1.2Z'/><path d='M8 6.4v3.4M8 11.7v.1'/>");
    public static readonly IHtmlContent Danger = Draw("<path d='M5.2 1.3h5.6l3.9 3.9v5.6l-3.9 3.9H5.2l-3.9-3.9V5.2Z'/><path d='M8 4.6v4.2M8 11.2v.1'/>");
    public static readonly IHtmlContent Info = Draw("<circle cx='8' cy='8' r='6.75'/><path d='M8 7.4v4M8 4.8v.1'/>");
    public static readonly IHtmlContent Neutral = Draw("<circle cx='8' cy='8' r='6.75'/><path d='M5 8h6'/>");
    public static readonly IHtmlContent Tick = Draw("<path d='M3.5 8.5 6.6 11.6 12.6 4.8'/>");
    public static readonly IHtmlContent Lock = Draw("<rect x='3.5' y='7.2' width='9' height='6.3' rx='1'/><path d='M5.5 7V5a2.5 2.5 0 0 1 5 0v2'/>");
    public static readonly IHtmlContent Search = Draw("<circle cx='7' cy='7' r='4.75'/><path d='M10.5 10.5 14.2 14.2'/>");

    private static HtmlString Draw(string shapes) => new(
        "<svg class=\"tn-icon\" viewBox=\"0 0 16 16\" width=\"16\" height=\"16\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\" "
        + "stroke-linecap=\"round\" stroke-linejoin=\"round\" aria-hidden=\"true\" focusable=\"false\">"
        + shapes.Replace('\'', '"') + "</svg>");
}
