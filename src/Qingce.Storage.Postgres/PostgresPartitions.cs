using System.Globalization;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Qingce.Storage.Postgres;

/// <summary>
/// Registrations lie in partitions, one an area; rows of areas that have none yet lie in the default one. Source records lie in one a category, so that
/// a category is read without the others. Their keys begin with the identifier: by the category PostgreSQL would go through all of a partition.
/// </summary>
internal static class PostgresPartitions
{
    private const long PartitionLock = 0x51696E676366;

    /// <summary>Makes the tables that were just created partitioned ones, before they have indexes. For the first migration.</summary>
    public static void Create(MigrationBuilder migration) => migration.Sql("""
        ALTER TABLE registrations RENAME TO registrations_shape;
        ALTER TABLE registrations_shape DROP CONSTRAINT pk_registrations;
        CREATE TABLE registrations (LIKE registrations_shape INCLUDING ALL, CONSTRAINT pk_registrations PRIMARY KEY (registration_id, area)) PARTITION BY LIST (area);
        DROP TABLE registrations_shape;
        CREATE TABLE registrations_default PARTITION OF registrations DEFAULT;
        ALTER TABLE source_records RENAME TO source_records_shape;
        ALTER TABLE source_records_shape DROP CONSTRAINT pk_source_records;
        CREATE TABLE source_records (LIKE source_records_shape INCLUDING ALL, CONSTRAINT pk_source_records PRIMARY KEY (source_record_id, category)) PARTITION BY LIST (category);
        DROP TABLE source_records_shape;
        DO $$
        BEGIN
          FOR category IN 1..23 LOOP
            EXECUTE format('CREATE TABLE source_records_%s PARTITION OF source_records FOR VALUES IN (%s)', to_char(category, 'FM00'), category);
          END LOOP;
        END $$;
        """);

    /// <summary>
    /// Makes the partition of an area, with the rows of it that lie in the default one. Attached rather than created as a partition, so that
    /// readers and writers of other areas need not stop.
    /// </summary>
    public static string Attach(int area)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"registrations_{area}");
        return $"""
            DO $$
            BEGIN
              IF to_regclass('{name}') IS NULL THEN
                PERFORM pg_advisory_xact_lock({PartitionLock});
              END IF;
              IF to_regclass('{name}') IS NULL THEN
                CREATE TABLE {name} (LIKE registrations INCLUDING ALL);
                WITH moved AS (DELETE FROM registrations_default WHERE area = {area} RETURNING *) INSERT INTO {name} SELECT * FROM moved;
                ALTER TABLE registrations ATTACH PARTITION {name} FOR VALUES IN ({area});
              END IF;
            END $$;
            """;
    }
}
