using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Qingce.Checks.Findings;
using Qingce.Checks.Indicators;
using Qingce.Checks.Loading;
using Qingce.Tables;

namespace Qingce.Checks.Results;

/// <summary>Writes findings.parquet and findings.csv: several threads make the sentences, and whichever is free writes them down in order.</summary>
internal static class FindingWriter
{
    private const int SliceFindings = 16_384;

    private static readonly TableSchema Schema = new(
        ColumnSpec.Text("finding_id"),
        ColumnSpec.Text("indicator", repeats: true),
        ColumnSpec.Text("class", repeats: true),
        new ColumnSpec("weight", ColumnType.Real, Repeats: true),
        ColumnSpec.Text("reportable", repeats: true),
        ColumnSpec.Text("registration_ids"),
        ColumnSpec.Text("evidence"),
        ColumnSpec.Text("text_zh"),
        ColumnSpec.Text("text_en"),
        ColumnSpec.Text("task", repeats: true));

    /// <exception cref="TableWriteException">A file cannot be written.</exception>
    public static void Write(
        FindingList findings, Func<FindingRenderer> makeRenderer, string folder, int threads, Action<double> progress, CancellationToken cancellation)
    {
        using TableWriter parquet = TableWriter.Create(Path.Combine(folder, "findings.parquet"), Schema);
        using TableWriter csv = TableWriter.Create(Path.Combine(folder, "findings.csv"), Schema, new WriteOptions { FormulaGuard = true });
        ConcurrentBag<FindingRenderer> renderers = [];
        ConcurrentBag<BatchBuilder> idle = [];
        int slices = (findings.Count + SliceFindings - 1) / SliceFindings;
        int written = 0;
        ChunkOrder<BatchBuilder> order = new(
            batch =>
            {
                parquet.Write(batch);
                csv.Write(batch);
                batch.Clear();
                idle.Add(batch);
                progress((double)++written / slices);
            },
            threads * 2);
        try
        {
            // Handed out one by one: a range for each thread would leave one of them far ahead of what can be written yet.
            Parallel.ForEach(
                Partitioner.Create(Enumerable.Range(0, slices), EnumerablePartitionerOptions.NoBuffering),
                new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
                slice =>
                {
                    FindingRenderer renderer = renderers.TryTake(out FindingRenderer? used) ? used : makeRenderer();
                    BatchBuilder batch = idle.TryTake(out BatchBuilder? empty) ? empty : new BatchBuilder(Schema);
                    int end = Math.Min(findings.Count, (slice + 1) * SliceFindings);
                    for (int i = slice * SliceFindings; i < end; i++)
                    {
                        Append(findings.Entries[i], renderer, batch);
                    }

                    renderers.Add(renderer);
                    order.Add(slice, batch);
                });
        }
        catch (AggregateException error)
        {
            ExceptionDispatchInfo.Throw(error.InnerExceptions[0]);
        }

        parquet.Finish();
        csv.Finish();
    }

    private static void Append(in FindingList.Entry entry, FindingRenderer renderer, BatchBuilder batch)
    {
        renderer.Render(entry);
        batch.Text(0).Append(renderer.Id);
        batch.Text(1).Append(IndicatorNames.Of(entry.Indicator));
        batch.Text(2).Append(IndicatorNames.Of(renderer.Class));
        batch.Real(3).Append(Math.Round(entry.Weight, 1));
        batch.Text(4).Append(entry.IsReportable ? "true"u8 : "false"u8);
        batch.Text(5).Append(renderer.RegistrationIds);
        batch.Text(6).Append(renderer.Evidence);
        batch.Text(7).Append(renderer.Chinese);
        batch.Text(8).Append(renderer.English);
        batch.Text(9).Append(renderer.Task.Token());
    }
}
