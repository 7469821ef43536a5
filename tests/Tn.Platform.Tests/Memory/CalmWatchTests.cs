using Tn.Platform.Memory;

namespace Tn.Platform.Tests.Memory;

public sealed class CalmWatchTests
{
    private readonly CalmWatch watch = new(busy: 10, burst: 100);

    [Fact]
    public void A_site_at_work_is_left_alone()
    {
        Assert.False(watch.IsTimeToClean(500));
        Assert.False(watch.IsTimeToClean(1000));
    }

    [Fact]
    public void The_first_calm_moment_after_a_burst_is_for_cleaning_once()
    {
        Assert.False(watch.IsTimeToClean(500));
        Assert.True(watch.IsTimeToClean(505));
        Assert.False(watch.IsTimeToClean(509));
    }

    [Fact]
    public void Small_works_add_up_until_they_are_worth_a_pause()
    {
        Assert.False(watch.IsTimeToClean(9));
        var looks = Enumerable.Range(2, 11).Count(look => watch.IsTimeToClean(9 * look));
        Assert.Equal(1, looks);
    }
}
