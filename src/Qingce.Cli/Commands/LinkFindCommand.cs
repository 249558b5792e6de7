using System.CommandLine;
using Qingce.Cli.Linking;
using Qingce.Cli.Screens;
using Qingce.Linkage;

namespace Qingce.Cli.Commands;

/// <summary><c>link find</c>: the records of an index that match one given by its values, or each row of files.</summary>
internal static class LinkFindCommand
{
    public static Command Create(Screen screen)
    {
        Argument<string[]> files = LinkOptions.Files(screen);
        Option<string> folder = LinkIndexCommand.Index(screen);
        Option<string[]> record = new("--record")
        {
            HelpName = "COLUMN=VALUE",
            AllowMultipleArgumentsPerToken = true,
            Description = screen.Say("一条记录的各列值，如 --record name=王芳 born=1985-06-15。", "Values of one record, as --record name=anna born=1985-06-15."),
        };
        Option<string?> id = LinkOptions.Id(screen);
        Option<double?> threshold = LinkOptions.Threshold(screen);
        Command command = new("find", screen.Say("在索引中查找与一条或多条记录是同一人的记录。", "Find the records of an index that are one person with a record, or with each row of files."))
        {
            files, folder, record, id, threshold, CommonOptions.Json(screen),
        };
        command.Check(result =>
        {
            if ((result.GetValue(files) is { Length: > 0 }) == (result.GetValue(record) is { Length: > 0 }))
            {
                result.AddError(screen.Say("请给出 --record 或文件，二者取一。", "Give either --record or files."));
            }
        });
        command.SetAction((parsed, cancellation) => Task.FromResult(IndexAccess.With(parsed.GetValue(folder)!, readOnly: true, index =>
        {
            double bits = MatchWeight.FromProbability(parsed.GetValue(threshold) ?? index.Model.Threshold ?? 0.5).Bits;
            FoundRecords found = parsed.GetValue(record) is { Length: > 0 } given
                ? FoundRecords.Of(index, Values(index, given), bits)
                : FoundRecords.Of(index, IndexAccess.Read(index, parsed.GetValue(files)!, parsed.GetValue(id), cancellation), bits, cancellation);
            found.Print(screen, index.Model);
            return ExitCode.Done;
        })));
        return command;
    }

    private static string?[] Values(LinkIndex index, string[] given)
    {
        string?[] values = new string?[index.Columns.Count];
        foreach (string text in given)
        {
            int equals = text.IndexOf('=', StringComparison.Ordinal);
            int[] parts = [.. index.Columns.Index().Where(c => equals > 0 && c.Item.Header == text[..equals]).Select(c => c.Index)];
            if (parts.Length == 0)
            {
                string columns = string.Join(", ", index.Columns.Select(c => c.Header).Distinct());
                throw new CommandFault(ExitCode.Usage, new Phrase(
                    $"--record：“{text}”应写作 列=值；索引的列：{columns}。", $"--record: write '{text}' as column=value; the index has the columns {columns}."));
            }

            foreach (int part in parts)
            {
                values[part] = text[(equals + 1)..];
            }
        }

        return values;
    }
}
