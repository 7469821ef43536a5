using System.Diagnostics;

namespace Tn.Platform.Startup;

/// <summary>
/// Named instants at which the process can be made to die as by <c>kill -9</c>, so that a test sees what a crash just there leaves.
/// Only the host arms one, only in Development (<c>--Crash:At number</c>); otherwise passing one does nothing.
/// </summary>
public static class AbortPoint
{
    private static string? armed;

    /// <summary>Makes the process die at one point, or nowhere with null.</summary>
    public static void Arm(string? point) => armed = point;

    /// <summary>Says that the process has come here.</summary>
    public static void Pass(string point)
    {
        if (armed != point)
        {
            return;
        }

        using var own = Process.GetCurrentProcess();
        own.Kill();
        // The signal is on its way; nothing more may happen meanwhile.
        Thread.Sleep(Timeout.Infinite);
    }
}
