using Qingce.Exchange.Files;
using Qingce.Exchange.Inputs;
using Qingce.Server.Languages;
using Qingce.Tables;

namespace Qingce.Server.Deliveries;

/// <summary>Why an upload cannot be taken, in the words of whoever uploaded it: they know no option of the command line and no folder of the server.</summary>
internal static class UploadFault
{
    public static Phrase Of(InputFaultException refused)
    {
        IReadOnlyList<FieldShape> missing = refused.MissingColumns;
        return missing.Count == 0
            ? new Phrase(string.Concat(refused.Faults.Select(fault => fault.Chinese)), string.Join(' ', refused.Faults.Select(fault => fault.English)))
            : new Phrase(
                $"缺少必需的列：{string.Join("、", missing.Select(field => $"{field.Chinese}（{field.Name}）"))}。如已有而列名不同，请改列名后重新上传。",
                $"Columns that are required are missing: {string.Join(", ", missing.Select(field => $"{field.Name} ({field.Chinese})"))}. Where the file has them under other headers, rename those and upload it again.");
    }

    public static Phrase Of(TableFormatException damaged, string fileName) =>
        new(Named(damaged.Chinese, damaged.File, fileName), Named(damaged.Message, damaged.File, fileName));

    // What is said of a file begins with its path here.
    private static string Named(string text, string path, string fileName) =>
        text.Replace(path, fileName, StringComparison.Ordinal).Replace(Path.GetFileName(path), fileName, StringComparison.Ordinal);
}
