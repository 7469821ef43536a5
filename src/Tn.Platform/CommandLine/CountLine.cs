namespace Tn.Platform.CommandLine;

/// <summary>One line that counts while long work goes on; on a terminal only, so that logs and pipes stay clean.</summary>
public sealed class CountLine(string what) : IProgress<int>
{
    public void Report(int value)
    {
        if (!Console.IsErrorRedirected)
        {
            Console.Error.Write($"\r{value} {what}   ");
        }
    }

    /// <summary>Leaves the line.</summary>
    public static void End()
    {
        if (!Console.IsErrorRedirected)
        {
            Console.Error.WriteLine();
        }
    }
}
