using Microsoft.EntityFrameworkCore;

namespace Tn.Migrations.Sqlite;

/// <summary>
/// The database's model as Entity Framework generated it, in <c>Model/</c>: a start then reads it instead of drawing it from the
/// modules' mappings, which took a fifth of the wait and eighteen megabytes. Decision 0015.
/// </summary>
public static class ModelAhead
{
    /// <summary>Gives the context its model.</summary>
    public static void Use(DbContextOptionsBuilder options)
    {
#if !WITHOUT_MODEL
        options.UseModel(Model.SqliteTnDbContextModel.Instance);
#endif
    }
}
