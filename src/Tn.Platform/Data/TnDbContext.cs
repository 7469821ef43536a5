using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Tn.Kernel;
using Tn.Platform.Events;
using Tn.Platform.Mail;

namespace Tn.Platform.Data;

/// <summary>
/// The one database context, composed of the mappings each module brings (<see cref="IModelPart"/>).
/// One context, so that a change, its history and its events are one transaction.
/// </summary>
public abstract class TnDbContext(DbContextOptions options, IEnumerable<IModelPart> parts, WriteGate gate, OutboxSignal signal, MailSignal mails)
    : DbContext(options)
{
    private readonly IReadOnlyList<IModelPart> parts = [.. parts];

    /// <summary>
    /// Writes an event beside the change it tells of. Nothing is sent before the transaction commits.
    /// </summary>
    public void Record(IEvent happened, ActContext act) =>
        Set<OutboxMessage>().Add(OutboxMessage.Of(happened, act));

    /// <summary>
    /// Runs several saves as one transaction, alone at the gate on SQLite.
    /// Keep it short: nobody else writes meanwhile.
    /// </summary>
    public async Task<T> InTransactionAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
        var result = await work();
        await transaction.CommitAsync(cancellationToken);
        signal.Raise();
        mails.Raise();
        return result;
    }

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        BumpRevisions();
        var tells = ChangeTracker.Entries<OutboxMessage>().Any(entry => entry.State == EntityState.Added);
        var writes = ChangeTracker.Entries<OutgoingMail>().Any(entry => entry.State == EntityState.Added);
        int written;
        if (Database.CurrentTransaction is null)
        {
            using var turn = await gate.EnterAsync(cancellationToken);
            written = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        else
        {
            written = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        if (tells && Database.CurrentTransaction is null)
        {
            signal.Raise();
        }

        if (writes && Database.CurrentTransaction is null)
        {
            mails.Raise();
        }

        return written;
    }

    /// <summary>Not offered: a blocked thread at the gate would starve the pool.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Use SaveChangesAsync.");

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var part in parts)
        {
            part.Map(modelBuilder);
        }

        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(entity => typeof(IRevisioned).IsAssignableFrom(entity.ClrType)))
        {
            entity.FindProperty(nameof(IRevisioned.Revision))!.IsConcurrencyToken = true;
        }
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<decimal>().HavePrecision(18, 6);
    }

    private void BumpRevisions()
    {
        foreach (EntityEntry<IRevisioned> entry in ChangeTracker.Entries<IRevisioned>())
        {
            if (entry.State == EntityState.Modified)
            {
                entry.Property(row => row.Revision).CurrentValue++;
            }
        }
    }
}

/// <summary>What a module adds to the model: its tables. Implementations stand beside their entities, one per module.</summary>
public interface IModelPart
{
    /// <summary>Maps the module's entities; table names start with the module's name.</summary>
    void Map(ModelBuilder model);
}

/// <summary>A row that two people can edit: the second save of the same revision throws <see cref="DbUpdateConcurrencyException"/>.</summary>
public interface IRevisioned
{
    /// <summary>Counts the saves.</summary>
    int Revision { get; set; }
}

/// <summary>Keeps a small value (a list, a record) as JSON in one column.</summary>
/// <remarks>Compared by its JSON, so a changed list is seen as changed.</remarks>
public static class JsonColumn
{
    /// <summary>Maps a property as a JSON text column.</summary>
    public static Microsoft.EntityFrameworkCore.Metadata.Builders.PropertyBuilder<T> AsJson<T>(
        this Microsoft.EntityFrameworkCore.Metadata.Builders.PropertyBuilder<T> property)
        where T : class
    {
        property.HasConversion(
            value => JsonSerializer.Serialize(value, TnJson.Options),
            text => JsonSerializer.Deserialize<T>(text, TnJson.Options)!,
            new ValueComparer<T>(
                (left, right) => JsonSerializer.Serialize(left, TnJson.Options) == JsonSerializer.Serialize(right, TnJson.Options),
                value => StringComparer.Ordinal.GetHashCode(JsonSerializer.Serialize(value, TnJson.Options)),
                value => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value, TnJson.Options), TnJson.Options)!));
        return property;
    }
}
