using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tn.Kernel;
using Tn.Platform.Data;

namespace Tn.Platform.Events;

/// <summary>An event as stored: who, when, what. Rows are kept for good and are the programme's journal.</summary>
public sealed class OutboxMessage
{
    /// <summary>Order of writing; handlers see events in this order.</summary>
    public long Sequence { get; private set; }

    public string Name { get; private set; } = string.Empty;

    public string Payload { get; private set; } = string.Empty;

    public PersonId? Actor { get; private set; }

    public string ActorName { get; private set; } = string.Empty;

    public string Origin { get; private set; } = string.Empty;

    public DateTimeOffset At { get; private set; }

    /// <summary>Null until every handler has done its part.</summary>
    public DateTimeOffset? HandledAt { get; set; }

    /// <summary>How many times handling was tried.</summary>
    public int Tries { get; set; }

    /// <summary>Not to be tried again before; also the claim of a node that is handling it.</summary>
    public DateTimeOffset NotBefore { get; set; }

    /// <summary>Why the last try failed.</summary>
    public string? Error { get; set; }

    internal static OutboxMessage Of(IEvent happened, ActContext act) => new()
    {
        Name = EventNames.Of(happened.GetType()),
        Payload = JsonSerializer.Serialize(happened, happened.GetType(), TnJson.Options),
        Actor = act.Actor,
        ActorName = act.ActorName,
        Origin = act.Origin,
        At = act.At,
        NotBefore = act.At,
    };
}

/// <summary>Maps the outbox.</summary>
internal sealed class OutboxTable : IModelPart
{
    public void Map(ModelBuilder model) => model.Entity<OutboxMessage>(table =>
    {
        table.ToTable("platform_outbox");
        table.HasKey(row => row.Sequence);
        table.Property(row => row.Sequence).ValueGeneratedOnAdd();
        table.Property(row => row.Name).HasMaxLength(80);
        table.Property(row => row.ActorName).HasMaxLength(200);
        table.Property(row => row.Origin).HasMaxLength(80);
        table.HasIndex(row => new { row.HandledAt, row.NotBefore });
        table.HasIndex(row => new { row.Name, row.Sequence });
    });
}
