using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Courses.Completion;

/// <summary>Finds completion statements.</summary>
internal sealed class Statements(TnDbContext db)
{
    /// <summary>The statement that carries a code as typed, or null.</summary>
    public async Task<CompletionStatement?> FindAsync(string? typed, CancellationToken cancellationToken) =>
        StatementCode.Read(typed) is { } code
            ? await db.Set<CompletionStatement>().AsNoTracking().FirstOrDefaultAsync(statement => statement.Code == code, cancellationToken)
            : null;

    /// <summary>The same, when it is this person's; another's is as if it did not exist.</summary>
    public async Task<CompletionStatement?> FindOwnAsync(string? typed, PersonId holder, CancellationToken cancellationToken) =>
        await FindAsync(typed, cancellationToken) is { } statement && statement.Holder == holder ? statement : null;
}
