using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SQLitePCL;
using Tn.Platform.Data;
using Tn.Platform.Data.Sqlite;

namespace Tn.Platform.Tests.Data;

/// <summary>On a file of its own; each user opens a connection, works and closes it, as a database context does.</summary>
public sealed class WarmConnectionsTests : IDisposable
{
    private const string Count = "SELECT COUNT(*) FROM lessons WHERE number > @above";

    // SQLITE_STMTSTATUS_RUN of sqlite3.h: how often a prepared statement was run.
    private const int StatementRuns = 6;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tn-warm");
    private readonly WarmConnections connections = new();

    public WarmConnectionsTests() => Use(connection =>
    {
        Run(connection, "CREATE TABLE lessons (number INTEGER PRIMARY KEY, title TEXT NOT NULL)");
        foreach (var number in Enumerable.Range(1, 5))
        {
            Run(connection, "INSERT INTO lessons VALUES (@number, 'Leçon')", ("@number", number));
        }
    });

    private string Source => $"Data Source={Path.Combine(folder.FullName, "tn.db")};Pooling=False";

    [Fact]
    public void The_next_user_meets_the_same_connection_and_its_prepared_statement()
    {
        var (first, statement) = Use(connection =>
        {
            Assert.Equal(3L, Ask(connection, Count, ("@above", 2)));
            return (connection.Handle, StatementsOf(connection).Single(statement => TextOf(statement) == Count));
        });

        Use(connection =>
        {
            Assert.Same(first, connection.Handle);
            Assert.Equal(1L, Ask(connection, Count, ("@above", 4)));
            Assert.Same(statement, Assert.Single(StatementsOf(connection), other => TextOf(other) == Count));
            Assert.Equal(2, raw.sqlite3_stmt_status(statement, StatementRuns, 0));
        });
    }

    [Fact]
    public void Two_users_at_once_have_a_connection_each() => Use(one => Use(other =>
    {
        Assert.NotSame(one.Handle, other.Handle);
        Assert.Equal(5L, Ask(one, Count, ("@above", 0)));
        Assert.Equal(5L, Ask(other, Count, ("@above", 0)));
    }));

    [Fact]
    public void The_same_statement_can_be_read_twice_at_once() => Use(connection =>
    {
        using var above1 = Command(connection, "SELECT number FROM lessons WHERE number > @above ORDER BY number", ("@above", 1));
        using var above3 = Command(connection, above1.CommandText, ("@above", 3));
        using var one = above1.ExecuteReader();
        Assert.True(one.Read());
        using var other = above3.ExecuteReader();
        Assert.True(other.Read() && one.Read());
        Assert.Equal((3L, 4L), (one.GetInt64(0), other.GetInt64(0)));
    });

    [Fact]
    public void One_command_runs_again_with_other_values() => Use(connection =>
    {
        using var command = Command(connection, Count, ("@above", 0));
        Assert.Equal(5L, command.ExecuteScalar());
        command.Parameters[0].Value = 4;
        Assert.Equal(1L, command.ExecuteScalar());
    });

    [Fact]
    public void A_statement_that_failed_hurts_nobody_later()
    {
        const string add = "INSERT INTO lessons VALUES (@number, 'Leçon')";
        Use(connection =>
        {
            Assert.Throws<SqliteException>(() => Run(connection, add, ("@number", 1)));
            Run(connection, add, ("@number", 6));
        });
        Use(connection => Assert.Equal(6L, Ask(connection, Count, ("@above", 0))));
    }

    [Fact]
    public void What_was_prepared_before_a_change_of_the_table_reads_the_table_as_it_is()
    {
        const string all = "SELECT * FROM lessons LIMIT 1";
        Use(connection => Assert.Equal(2, ColumnsOf(connection)));
        Use(one => Use(other =>
        {
            Run(other, "ALTER TABLE lessons ADD COLUMN minutes INTEGER");
            Assert.Equal(3, ColumnsOf(one));
        }));

        static int ColumnsOf(SqliteConnection connection)
        {
            using var command = Command(connection, all);
            using var reader = command.ExecuteReader();
            return reader.FieldCount;
        }
    }

    [Fact]
    public void A_kept_statement_holds_no_lock()
    {
        Use(connection =>
        {
            Ask(connection, Count, ("@above", 0));
            // Only the first of its rows is read.
            Ask(connection, "SELECT number FROM lessons");
        });
        using var other = new SqliteConnection(Source);
        other.Open();
        using var checkpoint = Command(other, "PRAGMA wal_checkpoint(TRUNCATE)");
        Assert.Equal(0L, checkpoint.ExecuteScalar());
    }

    [Fact]
    public void A_transaction_left_open_is_undone_and_its_connection_is_not_lent_again()
    {
        var left = Use(connection =>
        {
            connection.BeginTransaction();
            Run(connection, "DELETE FROM lessons");
            return connection.Handle;
        });
        Use(connection =>
        {
            Assert.NotSame(left, connection.Handle);
            Assert.Equal(5L, Ask(connection, Count, ("@above", 0)));
        });
    }

    [Fact]
    public void A_reader_left_open_keeps_its_connection_from_being_lent_again()
    {
        var left = Use(connection =>
        {
            Assert.True(Command(connection, "SELECT number FROM lessons").ExecuteReader().Read());
            return connection.Handle;
        });
        Use(connection => Assert.NotSame(left, connection.Handle));
    }

    [Fact]
    public void What_a_transaction_commits_is_kept_and_what_it_rolls_back_is_not() => Use(connection =>
    {
        using (var transaction = connection.BeginTransaction())
        {
            Run(connection, "DELETE FROM lessons WHERE number = 5");
            transaction.Commit();
        }

        using (connection.BeginTransaction())
        {
            Run(connection, "DELETE FROM lessons WHERE number = 4");
        }

        Assert.Equal(4L, Ask(connection, Count, ("@above", 0)));
    });

    [Fact]
    public void However_many_texts_are_asked_few_stay_prepared() => Use(connection =>
    {
        foreach (var number in Enumerable.Range(1, 200))
        {
            Assert.Equal((long)number, Ask(connection, $"SELECT {number}"));
        }

        Assert.Equal(200L, Ask(connection, $"SELECT 200{new string(' ', 5_000)}"));
        Assert.InRange(StatementsOf(connection).Count, 10, 60);
        Assert.DoesNotContain(StatementsOf(connection), statement => TextOf(statement).Length > 4_000);
    });

    [Fact]
    public void Idle_connections_are_closed_when_the_site_is_calm_and_when_it_ends()
    {
        var one = Use(connection => connection.Handle!);
        Assert.False(one.IsClosed);
        connections.CloseIdle();
        Assert.True(one.IsClosed);

        var inUse = Use(connection =>
        {
            connections.Dispose();
            Assert.Equal(5L, Ask(connection, Count, ("@above", 0)));
            return connection.Handle!;
        });
        Assert.True(inUse.IsClosed);
    }

    [Fact]
    public void A_connection_that_cannot_be_told_its_settings_is_not_left_open()
    {
        var path = Path.Combine(folder.FullName, "no-database.db");
        File.WriteAllText(path, new string('x', 4096));
        using var connection = new WarmConnection($"Data Source={path};Pooling=False");
        Assert.Throws<SqliteException>(connection.Open);
        Assert.Equal(ConnectionState.Closed, connection.State);
    }

    [Fact]
    public void A_connection_that_is_closed_says_so()
    {
        using var connection = Lent();
        Assert.Equal(ConnectionState.Closed, connection.State);
        Assert.Throws<InvalidOperationException>(() => Ask(connection, "SELECT 1"));
        Assert.Throws<InvalidOperationException>(() => connection.BeginTransaction());
    }

    [Fact]
    public void A_part_of_a_transaction_can_be_undone() => Use(connection =>
    {
        using DbTransaction transaction = ((DbConnection)connection).BeginTransaction();
        Run(connection, "DELETE FROM lessons WHERE number = 5");
        transaction.Save("one");
        Run(connection, "DELETE FROM lessons WHERE number = 4");
        transaction.Rollback("one");
        transaction.Release("one");
        Assert.Same(connection, transaction.Connection);
        transaction.Commit();
        Assert.Null(transaction.Connection);
        Assert.Equal(4L, Ask(connection, Count, ("@above", 0)));
    });

    [Fact]
    public async Task A_context_finds_the_settings_of_the_house_and_the_functions_of_EF_Core_on_every_connection()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddPlatform(new ConfigurationBuilder().Build(), new DataFolder(folder.FullName));
        await using var provider = services.BuildServiceProvider();
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await using var scope = provider.CreateAsyncScope();
            var database = scope.ServiceProvider.GetRequiredService<TnDbContext>().Database;
            Assert.Equal(-1, (await database.SqlQueryRaw<int>("SELECT ef_compare('1.5', '12.5') AS Value").ToListAsync()).Single());
            Assert.Equal("wal", (await database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").ToListAsync()).Single());
            Assert.Equal(2, (await database.SqlQueryRaw<int>("SELECT synchronous AS Value FROM pragma_synchronous").ToListAsync()).Single());
            Assert.Equal(1, (await database.SqlQueryRaw<int>("SELECT foreign_keys AS Value FROM pragma_foreign_keys").ToListAsync()).Single());
        }
    }

    public void Dispose()
    {
        connections.Dispose();
        folder.Delete(recursive: true);
    }

    private LentConnection Lent() => new(Source, connections, () =>
    {
        var connection = new WarmConnection(Source);
        connection.Open();
        // What StatementsOf asks.
        connection.Handle!.enable_sqlite3_next_stmt(true);
        return connection;
    });

    private void Use(Action<SqliteConnection> work) => Use(connection =>
    {
        work(connection);
        return true;
    });

    private T Use<T>(Func<SqliteConnection, T> work)
    {
        using var connection = Lent();
        connection.Open();
        return work(connection);
    }

    private static SqliteCommand Command(SqliteConnection connection, string text, params (string Name, object Value)[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }

    private static object? Ask(SqliteConnection connection, string text, params (string Name, object Value)[] values)
    {
        using var command = Command(connection, text, values);
        return command.ExecuteScalar();
    }

    private static void Run(SqliteConnection connection, string text, params (string Name, object Value)[] values) => Ask(connection, text, values);

    private static List<sqlite3_stmt> StatementsOf(SqliteConnection connection)
    {
        var found = new List<sqlite3_stmt>();
        for (var statement = raw.sqlite3_next_stmt(connection.Handle, null); statement is not null; statement = raw.sqlite3_next_stmt(connection.Handle, statement))
        {
            found.Add(statement);
        }

        return found;
    }

    private static string TextOf(sqlite3_stmt statement) => raw.sqlite3_sql(statement).utf8_to_string();
}
