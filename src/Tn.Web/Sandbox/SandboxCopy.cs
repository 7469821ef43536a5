using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Tn.Platform.Data;
using Tn.Platform.Events;
using Tn.Platform.Mail;

namespace Tn.Web.Sandbox;

/// <summary>Copies every row of a database into an empty one of the same model, whichever database each stands on.</summary>
internal static class SandboxCopy
{
    private const int Batch = 500;
    private static readonly MethodInfo OneTable = typeof(SandboxCopy).GetMethod(nameof(CopyTableAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    // What left, or is about to leave, is the real site's.
    private static readonly Type[] LeftOut = [typeof(OutboxMessage), typeof(OutgoingMail)];

    /// <summary>Copies; whoever writes meanwhile is not disturbed, and may be seen in one table and not in another.</summary>
    public static async Task CopyAsync(TnDbContext from, TnDbContext to, IProgress<int> percent, CancellationToken cancellationToken)
    {
        await to.Database.EnsureCreatedAsync(cancellationToken);
        var types = InOrder(from.Model);
        for (var done = 0; done < types.Count; done++)
        {
            await (Task)OneTable.MakeGenericMethod(types[done].ClrType).Invoke(null, [from, to, cancellationToken])!;
            percent.Report((done + 1) * 100 / types.Count);
        }
    }

    private static async Task CopyTableAsync<T>(TnDbContext from, TnDbContext to, CancellationToken cancellationToken)
        where T : class
    {
        // What the model itself puts into a new database (roles) comes from the original too.
        await to.Set<T>().ExecuteDeleteAsync(cancellationToken);
        await foreach (var rows in from.Set<T>().AsNoTracking().AsAsyncEnumerable().Chunk(Batch).WithCancellation(cancellationToken))
        {
            to.Set<T>().AddRange(rows);
            await to.SaveChangesAsync(cancellationToken);
            to.ChangeTracker.Clear();
        }
    }

    /// <summary>Every table's type, those that others refer to first.</summary>
    private static List<IEntityType> InOrder(IModel model)
    {
        var ordered = new List<IEntityType>();
        foreach (var type in model.GetEntityTypes().Where(type => !type.IsOwned() && !type.HasSharedClrType && !LeftOut.Contains(type.ClrType)))
        {
            Visit(type);
        }

        return ordered;

        void Visit(IEntityType type)
        {
            if (ordered.Contains(type))
            {
                return;
            }

            foreach (var principal in type.GetForeignKeys().Select(key => key.PrincipalEntityType).Where(principal => principal != type && !principal.IsOwned()))
            {
                Visit(principal);
            }

            ordered.Add(type);
        }
    }
}
