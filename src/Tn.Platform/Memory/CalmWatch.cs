namespace Tn.Platform.Memory;

/// <summary>
/// Tells when a burst of work has passed and left garbage behind. The collector only cleans up when somebody allocates:
/// a small server that was busy at ten would otherwise keep the memory of its rush until the evening.
/// </summary>
/// <param name="busy">Bytes allocated between two looks above which the site is at work.</param>
/// <param name="burst">Bytes allocated since the last cleaning below which another one is not worth its pause.</param>
public sealed class CalmWatch(long busy, long burst)
{
    private long lastSeen;
    private long lastCleaned;

    /// <summary>Looks once.</summary>
    /// <param name="allocated">Bytes allocated since the process started; never decreases.</param>
    /// <returns>True when it is time to clean; it is then taken as done.</returns>
    public bool IsTimeToClean(long allocated)
    {
        var isCalm = allocated - lastSeen < busy;
        lastSeen = allocated;
        if (!isCalm || allocated - lastCleaned < burst)
        {
            return false;
        }

        lastCleaned = allocated;
        return true;
    }
}
