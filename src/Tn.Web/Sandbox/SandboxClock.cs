namespace Tn.Web.Sandbox;

/// <summary>A clock that a committee advances.</summary>
internal sealed class SandboxClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Sets the clock; it never goes back.</summary>
    public void AdvanceTo(DateTimeOffset later) => now = later > now ? later : now;
}
