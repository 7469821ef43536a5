namespace Tn.Contracts;

/// <summary>A webinar to come.</summary>
/// <param name="Slug">The address is <c>/webinaires/{slug}</c>.</param>
public sealed record WebinarAhead(string Slug, string Title, string Summary, DateTimeOffset StartsUtc, int Minutes);

/// <summary>The webinars' calendar, as seen by other modules. Implemented by Webinars.</summary>
public interface IWebinarCalendar
{
    /// <summary>The next webinars that have not begun, soonest first.</summary>
    Task<IReadOnlyList<WebinarAhead>> NextAsync(int take, CancellationToken cancellationToken);
}
