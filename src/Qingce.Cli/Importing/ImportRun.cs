using Qingce.Cli.Screens;
using Qingce.Exchange.Deliveries;
using Qingce.Exchange.Inputs;
using Qingce.Storage;
using Qingce.Storage.Importing;
using Qingce.Tables;

namespace Qingce.Cli.Importing;

/// <summary>What to import, and into which store.</summary>
/// <param name="Path">A file, a folder of parts, or a folder with register, changes and sources.</param>
/// <param name="Kind">What the file is; null where its name says it.</param>
/// <param name="Folder">Folder of the installation.</param>
/// <param name="Database">PostgreSQL, or null for the embedded store.</param>
/// <param name="Actor">Who answers for the delivery.</param>
/// <param name="MappingFile">Other headers, or null.</param>
/// <param name="RejectsFolder">Where the rejected rows go, or null.</param>
/// <param name="DescribedDay">The day that the files describe, or null.</param>
/// <param name="Threads">Threads.</param>
internal sealed record ImportOrder(
    string Path, DeliveryKind? Kind, string Folder, string? Database, string Actor, string? MappingFile, string? RejectsFolder, DateOnly? DescribedDay, int Threads);

/// <summary>Takes files into the register and tells what came of each.</summary>
internal static class ImportRun
{
    private const int MostTold = 10;

    /// <returns>The exit code.</returns>
    public static async Task<int> ExecuteAsync(Screen screen, ImportOrder order, CancellationToken cancellation)
    {
        List<DeliveryReceipt> receipts = [];
        try
        {
            HeaderMapping mapping = order.MappingFile is { } file ? HeaderMapping.Read(file) : HeaderMapping.None;
            List<(string Path, string Name, DeliveryKind Kind)> files = Find(screen, order);
            await using Store store = await StoreOpening.OpenAsync(order.Folder, order.Database, cancellation);
            ImportDelivery import = new(store, TimeProvider.System);
            foreach ((string path, string name, DeliveryKind kind) in files)
            {
                DeliveryReceipt receipt;
                using (ProgressLine line = new(screen, TimeProvider.System, TimeSpan.FromSeconds(10)))
                {
                    receipt = await import.ExecuteAsync(
                        new DeliveryRequest(path, kind, order.Actor) { FileName = name, Mapping = mapping, DescribedDay = order.DescribedDay, Threads = order.Threads },
                        new Pace(screen, line), cancellation);
                }

                receipts.Add(receipt);
                Tell(screen, receipt, kind);
                if (order.RejectsFolder is { } folder && receipt.Rejected > 0)
                {
                    Directory.CreateDirectory(folder);
                    await RejectFile.WriteAsync(store, receipt.DeliveryId, Path.Combine(folder, $"rejects-{receipt.DeliveryId}-{receipt.Category}.csv"), cancellation);
                }
            }
        }
        catch (InputFaultException fault)
        {
            foreach (InputFault one in fault.Faults.Take(MostTold))
            {
                string place = one.File.Length == 0 ? "" : one.File;
                screen.Fail(new Phrase($"{place}：{one.Chinese}", $"{place}: {one.English}"));
            }

            return ExitCode.InputUnreadable;
        }
        catch (StoreException fault)
        {
            throw StoreOpening.Fault(fault);
        }

        if (screen.Json)
        {
            screen.Write(ReceiptJson.Write(receipts));
        }

        return ExitCode.Done;
    }

    private static List<(string Path, string Name, DeliveryKind Kind)> Find(Screen screen, ImportOrder order)
    {
        if (order.Kind is { } given)
        {
            return [.. TableFiles.Of(order.Path).Select(path => (path, Path.GetFileName(path), given))];
        }

        if (!Directory.Exists(order.Path))
        {
            return DeliveryKind.OfFile(order.Path) is { } kind || !File.Exists(order.Path)
                ? [(order.Path, Path.GetFileName(order.Path), DeliveryKind.OfFile(order.Path) ?? DeliveryKind.Register)]
                : throw new CommandFault(ExitCode.Usage, new Phrase(
                    $"{order.Path}：文件名没有说明是什么数据，请用 --as 指定：register、changes、coverage 或类别号 1 至 23。",
                    $"{order.Path}: the name does not say what it is. Give --as register, changes, coverage, or the number of the category, 1 to 23."));
        }

        InputFiles files = InputFiles.Find(order.Path, [], null, []);
        List<(string Path, string Name, DeliveryKind Kind)> found = ByKind(files);
        if (found.Count == 0)
        {
            // The folder of the sources itself.
            files = InputFiles.Find(null, [], order.Path, []);
            found = ByKind(files);
        }

        foreach (string ignored in files.Ignored)
        {
            screen.Note(new Phrase($"{ignored}：不是 23 类数据源之一，未导入。", $"{ignored}: none of the 23 categories; not imported."));
        }

        return found.Count > 0 ? found : throw new CommandFault(ExitCode.InputUnreadable, new Phrase(
            $"{order.Path}：没有可导入的文件（register.*、changes.*、sources/NN-*、NN-*）。", $"{order.Path}: nothing to import: no register.*, changes.*, sources/NN-* or NN-*."));
    }

    private static List<(string Path, string Name, DeliveryKind Kind)> ByKind(InputFiles files) =>
        [.. DeliveryKind.All.SelectMany(kind => (kind.Role == InputRole.Source ? files.Source(kind.Category) : files.Of(kind.Role)).Select(file => (file.Path, file.Name, kind)))];

    private static void Tell(Screen screen, DeliveryReceipt receipt, DeliveryKind kind)
    {
        if (screen.Json)
        {
            return;
        }

        if (receipt.WasTakenBefore)
        {
            screen.Write(screen.Say(
                FormattableString.Invariant($"{receipt.FileName}：{kind.Chinese}，已于 {receipt.FinishedAt:yyyy-MM-dd HH:mm:ss} UTC 导入（编号 {receipt.DeliveryId}），未作改动。"),
                FormattableString.Invariant($"{receipt.FileName}: {kind.English}, taken at {receipt.FinishedAt:yyyy-MM-dd HH:mm:ss} UTC already (delivery {receipt.DeliveryId}); nothing was changed.")));
        }

        double seconds = Math.Max(0.001, (receipt.FinishedAt - receipt.StartedAt)?.TotalSeconds ?? 0);
        screen.Write(screen.Say(
            FormattableString.Invariant($"{receipt.FileName}：{kind.Chinese}，编号 {receipt.DeliveryId}，读取 {receipt.Read:N0} = 新增 {receipt.Taken:N0} + 未变 {receipt.Unchanged:N0} + 更新 {receipt.Updated:N0} + 退回 {receipt.Rejected:N0}；{seconds:N1} 秒；SHA-256 {receipt.Sha256[..16]}…"),
            FormattableString.Invariant($"{receipt.FileName}: {kind.English}, delivery {receipt.DeliveryId}, read {receipt.Read:N0} = new {receipt.Taken:N0} + unchanged {receipt.Unchanged:N0} + updated {receipt.Updated:N0} + rejected {receipt.Rejected:N0}; {seconds:N1} s; SHA-256 {receipt.Sha256[..16]}...")));
        foreach (RejectCount reason in receipt.Reasons.Take(MostTold))
        {
            string column = reason.Column.Length == 0 ? "" : $" {reason.Column}";
            screen.Write(screen.Say(
                FormattableString.Invariant($"  退回 {reason.Count:N0} 行（{reason.Code}{column}）：{reason.Chinese}"),
                $"  {ScreenTable.Count(reason.Count, "row")} rejected ({reason.Code}{column}): {reason.English}"));
        }

        foreach (DeliveryNote note in receipt.Notes.Take(MostTold))
        {
            screen.Write(screen.Say($"  {note.Column}：{note.Chinese}", $"  {note.Column}: {note.English}"));
        }
    }

    private sealed class Pace(Screen screen, ProgressLine line) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => line.Report(
            FormattableString.Invariant($"{value.FileName}  {value.RowsPerSecond:N0} ") + screen.Say("行/秒", "rows/s"),
            value.Expected <= 0 ? double.NaN : Math.Min(1, (double)value.Read / value.Expected),
            _ => value.Left is { } left ? screen.Say(FormattableString.Invariant($"还需约 {left.TotalSeconds:N0} 秒"), FormattableString.Invariant($"about {left.TotalSeconds:N0} s left")) : "");
    }
}
