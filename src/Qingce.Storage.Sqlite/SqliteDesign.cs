using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Qingce.Storage.Sqlite;

/// <summary>Makes the context for <c>dotnet ef migrations add</c>; no store is opened.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<RegisterContext>
{
    public RegisterContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<RegisterContext>()
            .UseSqlite("Data Source=:memory:", sqlite => sqlite.MigrationsAssembly(typeof(SqliteDesign).Assembly.GetName().Name)).Options);
}
