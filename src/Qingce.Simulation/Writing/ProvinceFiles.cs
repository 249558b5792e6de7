using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

using Qingce.Exchange.Catalogue;
using Qingce.Exchange.Files;
using Qingce.Simulation.Errors;
using Qingce.Simulation.Land;
using Qingce.Standards;
using Qingce.Tables;

namespace Qingce.Simulation.Writing;

/// <summary>Writes the folder: one file a table and province, whose counties are made side by side and written in order.</summary>
internal sealed class ProvinceFiles(World world, SimulationOptions options, string folder)
{
    private const int Tables = 25;

    private readonly WriteOptions _writing = new() { Encoding = options.Encoding };
    private readonly ConcurrentBag<CountyWriter> _idle = [];
    private readonly CountyWriter?[] _ready = new CountyWriter?[world.Counties.Length];
    private readonly int[] _left = [.. Enumerable.Repeat(Tables, world.Counties.Length)];

    public SimulationTotals Write(IProgress<SimulationProgress>? progress, CancellationToken cancellation)
    {
        OrderedTable[][] tables = new OrderedTable[world.Land.Provinces.Length][];
        try
        {
            for (int province = 0; province < tables.Length; province++)
            {
                Directory.CreateDirectory(Path.Combine(FolderOf(province), "sources"));
                tables[province] = Open(province);
            }

            // Counties are given out in their order, so that few of them wait for one before them.
            int given = -1;
            Simulator.ForCounties(_ready.Length, options, SimulationStep.Files, progress, _ =>
            {
                int county = Interlocked.Increment(ref given);
                CountyWriter writer = _idle.TryTake(out CountyWriter? known) ? known : new CountyWriter(world);
                writer.Write(county);
                Volatile.Write(ref _ready[county], writer);
                OrderedTable[] own = tables[world.Counties[county].Plan.Province];
                for (int i = 0; i < own.Length; i++)
                {
                    // Each county begins with another table, so that threads seldom meet.
                    own[(i + county * 7) % own.Length].Write(_ready, Written);
                }
            }, cancellation);
            foreach (OrderedTable table in tables.SelectMany(own => own))
            {
                table.Finish();
            }
        }
        finally
        {
            foreach (OrderedTable table in tables.Where(own => own is not null).SelectMany(own => own))
            {
                table.Dispose();
            }
        }

        for (int province = 0; province < tables.Length; province++)
        {
            CoverageFile.Write(world, province, Path.Combine(FolderOf(province), "sources", "coverage.csv"), _writing);
        }

        long truths = TruthFile.Write(world, Path.Combine(folder, "truth.csv"), _writing);
        WriteMarker();
        return new SimulationTotals(
            world.Counties.Sum(county => (long)county.Count), tables.Sum(own => own[0].Rows), tables.Sum(own => own.Skip(2).Sum(table => table.Rows)), truths);
    }

    private string FolderOf(int province) => world.Land.Provinces.Length == 1
        ? folder
        : Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"province-{province + 1:00}"));

    private OrderedTable[] Open(int province)
    {
        int first = Array.FindIndex(world.Counties, county => county.Plan.Province == province);
        int count = world.Counties.Count(county => county.Plan.Province == province);
        List<OrderedTable> tables = [];
        Add("register", RegisterSheet.Schema, county => county.Register.Batch);
        Add("changes", ChangeSheet.Schema, county => county.Changes.Batch);
        foreach (SourceCategory category in SourceCatalogue.National.Categories)
        {
            Add(Path.Combine("sources", category.FileName), SourceSheet.Schema, county => county.Sources[category.Number - 1].Batch);
        }

        return [.. tables];

        void Add(string name, TableSchema schema, Func<CountyWriter, BatchBuilder> rows)
        {
            string path = Path.Combine(FolderOf(province), name + (options.Format == TableFormat.Csv ? ".csv" : ".parquet"));
            tables.Add(new OrderedTable(path, schema, _writing, first..(first + count), rows));
        }
    }

    /// <summary>Frees the writer of a county once all its tables are written.</summary>
    private void Written(int county)
    {
        if (Interlocked.Decrement(ref _left[county]) == 0)
        {
            _idle.Add(_ready[county]!);
            Volatile.Write(ref _ready[county], null);
        }
    }

    private void WriteMarker() => File.WriteAllText(
        Path.Combine(folder, Simulator.Marker),
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            {
              "people": {{options.People}},
              "seed": {{options.Seed}},
              "provinces": {{options.Provinces}},
              "error_rate": {{options.ErrorRate}},
              "until": "{{options.Until:yyyy-MM-dd}}"
            }

            """),
        new UTF8Encoding(false));
}

/// <summary>Writes where and from when each category is complete.</summary>
internal static class CoverageFile
{
    // First complete days; marriages, births, deaths and moves as the calendar of the simulation has them.
    private static readonly int[] From =
        [2012, 2016, 2006, 2012, 2004, 2004, 2008, 2014, 2014, 1996, 2014, 2016, 2011, 2010, 2012, 2009, 2016, 2014, 2014, 1999, 2016, 2010, 2010];

    public static void Write(World world, int province, string path, WriteOptions options)
    {
        BatchBuilder batch = new(new TableSchema(FileShapes.Coverage.Select(field => field.Kind == FieldKind.Date ? ColumnSpec.Date(field.Name) : ColumnSpec.Text(field.Name))));
        int code = world.Land.Provinces[province] * 10_000;
        int[] cities = [.. Divisions.CountiesOfProvince(code / 10_000).Select(county => county.Code / 100).Distinct().Order()];
        for (int category = 1; category <= 23; category++)
        {
            int from = DayNumber.Of(From[category - 1], 1, 1);
            if (category is not (5 or 10))
            {
                Add(batch, category, code, from, world.Land.Until);
                continue;
            }

            // Births and marriages are complete from a later day in some cities.
            foreach (int city in cities)
            {
                int late = category == 5 ? CountyWriter.PatchyMarriages : CountyWriter.PatchyBirths;
                Add(batch, category, city * 100, CountyPlan.IsPatchyCity(city) ? late : from, world.Land.Until);
            }
        }

        using TableWriter writer = TableWriter.Create(path, batch.Schema, options);
        writer.Write(batch);
        writer.Finish();
    }

    private static void Add(BatchBuilder batch, int category, int division, int from, int to)
    {
        batch.Text(0).Append(category.ToString("00", CultureInfo.InvariantCulture));
        batch.Text(1).Append(division.ToString(CultureInfo.InvariantCulture));
        batch.Date(2).Append(from);
        batch.Date(3).Append(to);
    }
}

/// <summary>Writes what is rightly true of the registrations.</summary>
internal static class TruthFile
{
    public static long Write(World world, string path, WriteOptions options)
    {
        BatchBuilder batch = new(new TableSchema(FileShapes.Truth.Select(field => ColumnSpec.Text(field.Name))));
        Truth[] truths = [.. world.Truths.SelectMany(rows => rows).Distinct().OrderBy(row => row.County).ThenBy(row => row.Registration).ThenBy(row => row.Indicator).ThenBy(row => row.Kind).ThenBy(row => row.OtherCounty).ThenBy(row => row.Other)];
        using TableWriter writer = TableWriter.Create(path, batch.Schema, options);
        byte[] bytes = new byte[32];
        foreach (Truth truth in truths)
        {
            batch.Text(0).Append(Id(bytes, world, truth.County, truth.Registration));
            Scribe indicator = new(bytes);
            indicator.Put("I"u8);
            indicator.Digits(truth.Indicator, 2);
            batch.Text(1).Append(indicator.Text);
            batch.Text(2).Append(ErrorKindText.All[(int)truth.Kind]);
            if (truth.OtherCounty < 0)
            {
                batch[3].AppendNull();
            }
            else
            {
                batch.Text(3).Append(Id(bytes, world, truth.OtherCounty, truth.Other));
            }

            Scribe person = new(bytes);
            person.Put("P"u8);
            person.Put(Id(new byte[32], world, truth.PersonCounty, truth.Person));
            batch.Text(4).Append(person.Text);
        }

        writer.Write(batch);
        writer.Finish();
        return truths.Length;
    }

    private static ReadOnlySpan<byte> Id(byte[] into, World world, int county, int registration)
    {
        Scribe scribe = new(into);
        scribe.Digits(world.Counties[county].Plan.Code, 6);
        scribe.Digits(registration + 1, 8);
        return scribe.Text;
    }
}
