namespace Tn.Journey.Tests.Admissibility;

public class WorkingDaysTests
{
    [Theory]
    [InlineData(2026, "2026-04-05")]
    [InlineData(2027, "2027-03-28")]
    [InlineData(2028, "2028-04-16")]
    [InlineData(2038, "2038-04-25")] // the latest Easter can be
    [InlineData(2285, "2285-03-22")] // the earliest
    public void Easter_is_the_one_of_the_calendar(int year, string sunday) =>
        Assert.Equal(sunday, WorkingDays.EasterSunday(year).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void The_eleven_legal_holidays_of_2027_are_those_of_the_labour_code()
    {
        string[] expected =
        [
            "2027-01-01", "2027-03-29", "2027-05-01", "2027-05-06", "2027-05-08", "2027-05-17",
            "2027-07-14", "2027-08-15", "2027-11-01", "2027-11-11", "2027-12-25",
        ];
        var holidays = Enumerable.Range(0, 365).Select(day => new DateOnly(2027, 1, 1).AddDays(day)).Where(WorkingDays.IsHoliday);
        Assert.Equal(expected, holidays.Select(day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("2027-03-25", 1, "2027-03-26")] // Good Friday is worked, but in Alsace-Moselle
    [InlineData("2027-03-26", 1, "2027-03-30")] // over Easter Monday
    [InlineData("2027-05-05", 1, "2027-05-07")] // over Ascension
    [InlineData("2027-12-23", 2, "2027-12-27")]
    [InlineData("2026-11-23", 10, "2026-12-07")]
    public void A_delay_skips_week_ends_and_holidays(string from, int count, string due) =>
        Assert.Equal(DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture), WorkingDays.After(DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), count));

    [Theory]
    [InlineData("2026-12-31T23:30:00Z", "2027-01-01")]
    [InlineData("2027-03-28T00:30:00Z", "2027-03-28")] // the night summer time begins
    [InlineData("2027-06-30T22:30:00Z", "2027-07-01")]
    public void A_deadline_begins_on_the_day_it_is_in_Paris(string instant, string day) =>
        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), French.Day(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture)));
}
