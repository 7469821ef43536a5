namespace Tn.Kernel;

/// <summary>Something that happened, in the past tense. Kept in the outbox with the change it tells of.</summary>
public interface IEvent;

/// <summary>The name under which an event is stored for good; the class may move, the name may not.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EventNameAttribute(string name) : Attribute
{
    /// <summary><c>module.what-happened</c>.</summary>
    public string Name { get; } = name;
}
