using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Qingce.Storage.Postgres;

/// <summary>Makes the context for <c>dotnet ef migrations add</c>; no store is opened.</summary>
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<RegisterContext>
{
    public RegisterContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<RegisterContext>()
            .UseNpgsql("Host=localhost", postgres => postgres.MigrationsAssembly(typeof(PostgresDesign).Assembly.GetName().Name)).Options);
}
