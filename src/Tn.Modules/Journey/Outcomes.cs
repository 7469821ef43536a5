using System.Diagnostics.CodeAnalysis;

namespace Tn.Journey;

/// <summary>Reads an outcome and what it brought in one question.</summary>
internal static class Outcomes
{
    /// <summary>True when refused, with the reason; false when done, with what the act brought.</summary>
    public static bool IsRefused<T>(this Outcome<T> outcome, [NotNullWhen(true)] out Refusal? reason, [MaybeNullWhen(true)] out T value)
    {
        value = outcome.IsDone ? outcome.Value : default;
        return outcome.IsRefused(out reason);
    }
}
