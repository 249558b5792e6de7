using Microsoft.EntityFrameworkCore.Migrations;

namespace Qingce.Storage.Postgres;

/// <summary>Registrations lie in partitions, one an area; rows of areas that have none yet lie in the default one.</summary>
internal static class PostgresPartitions
{
    /// <summary>Makes the table that was just created a partitioned one, before it has indexes. For the first migration.</summary>
    public static void Create(MigrationBuilder migration) => migration.Sql("""
        ALTER TABLE registrations RENAME TO registrations_shape;
        ALTER TABLE registrations_shape DROP CONSTRAINT pk_registrations;
        CREATE TABLE registrations (LIKE registrations_shape INCLUDING ALL, CONSTRAINT pk_registrations PRIMARY KEY (registration_id, area)) PARTITION BY LIST (area);
        DROP TABLE registrations_shape;
        CREATE TABLE registrations_default PARTITION OF registrations DEFAULT;
        """);
}
