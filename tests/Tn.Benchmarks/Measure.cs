using System.Globalization;

namespace Tn.Benchmarks;

/// <summary>One line of the table.</summary>
/// <param name="Value">What was found, in <paramref name="Unit"/>.</param>
/// <param name="Target">The promise: at most that much, or at least when <paramref name="IsFloor"/>.</param>
/// <param name="How">How it was found, in a sentence.</param>
internal sealed record Measure(string Name, double Value, string Unit, double Target, string How, bool IsFloor = false)
{
    public bool IsMet => IsFloor ? Value >= Target : Value <= Target;

    public string Found => $"{Write(Value)} {Unit}";

    public string Promise => $"{(IsFloor ? "≥" : "≤")} {Write(Target)} {Unit}";

    private static string Write(double number) => number.ToString(number < 10 ? "0.##" : "0", CultureInfo.InvariantCulture);
}
