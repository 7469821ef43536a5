namespace Tn.Committees.Rules;

/// <summary>A rule's value from a day on. Never edited: a new decision is a new row with a later day.</summary>
internal sealed class Rule(string key, string value, DateOnly inForceFrom, string decision, string article)
{
    public long Sequence { get; private set; }

    public string Key { get; private set; } = key;

    public string Value { get; private set; } = value;

    public DateOnly InForceFrom { get; private set; } = inForceFrom;

    public string Decision { get; private set; } = decision;

    public string Article { get; private set; } = article;
}
