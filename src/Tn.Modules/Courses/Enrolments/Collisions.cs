using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Courses.Enrolments;

/// <summary>Two requests of one person at once (a double click, two tabs): the second looks again at what the first wrote.</summary>
internal static class Collisions
{
    /// <summary>Runs an act; when its save meets another's, forgets what it knew and runs it once more.</summary>
    public static async Task<T> LookAgainAsync<T>(TnDbContext db, Func<Task<T>> act)
    {
        try
        {
            return await act();
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return await act();
        }
    }
}
