using System.Diagnostics.CodeAnalysis;

namespace Tn.Kernel;

/// <summary>Why something was not done. The sentence a person reads stands in resources under the same code.</summary>
/// <param name="Code">Stable, lower case, <c>module.reason</c>, for example <c>journey.charter-not-signed</c>.</param>
/// <param name="Values">What the sentence needs: names to already readable values.</param>
public sealed record Refusal(string Code, IReadOnlyDictionary<string, string> Values)
{
    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    /// <summary>A refusal whose sentence needs no value.</summary>
    public Refusal(string code)
        : this(code, None)
    {
    }

    /// <summary>The same refusal with one more value for its sentence.</summary>
    public Refusal With(string name, string value) =>
        this with { Values = new Dictionary<string, string>(Values) { [name] = value } };
}

/// <summary>The result of an act: done, or refused with a reason. Exceptions are for bugs and broken infrastructure.</summary>
public readonly struct Outcome
{
    private readonly Refusal? refusal;

    private Outcome(Refusal refusal) => this.refusal = refusal;

    /// <summary>The act took place.</summary>
    public static Outcome Done => default;

    /// <summary>True when the act took place.</summary>
    public bool IsDone => refusal is null;

    /// <summary>The reason, or null when done.</summary>
    public Refusal? Refusal => refusal;

    /// <summary>True when refused; <paramref name="reason"/> then says why.</summary>
    public bool IsRefused([NotNullWhen(true)] out Refusal? reason)
    {
        reason = refusal;
        return refusal is not null;
    }

    public static implicit operator Outcome(Refusal refusal) => new(refusal);
}

/// <summary>The result of an act that brings something back.</summary>
/// <typeparam name="T">What a done act brings.</typeparam>
public readonly struct Outcome<T>
{
    private readonly T? value;
    private readonly Refusal? refusal;

    private Outcome(T? value, Refusal? refusal)
    {
        this.value = value;
        this.refusal = refusal;
    }

    /// <summary>True when the act took place.</summary>
    public bool IsDone => refusal is null;

    /// <summary>The reason, or null when done.</summary>
    public Refusal? Refusal => refusal;

    /// <summary>What the act brought.</summary>
    /// <exception cref="InvalidOperationException">The act was refused: ask <see cref="IsRefused"/> first.</exception>
    public T Value => refusal is null ? value! : throw new InvalidOperationException($"Refused: {refusal.Code}");

    /// <summary>True when refused; <paramref name="reason"/> then says why.</summary>
    public bool IsRefused([NotNullWhen(true)] out Refusal? reason)
    {
        reason = refusal;
        return refusal is not null;
    }

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}
