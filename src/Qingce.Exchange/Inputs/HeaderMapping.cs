using System.Collections.Concurrent;
using System.Text.Json;
using Qingce.Exchange.Files;
using Qingce.Tables;

namespace Qingce.Exchange.Inputs;

/// <summary>What other headers stand for: a JSON object from their header to our column.</summary>
public sealed class HeaderMapping
{
    private readonly Dictionary<string, string> _columns = new(StringComparer.OrdinalIgnoreCase);

    private readonly ConcurrentDictionary<string, bool> _met = new(StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Known = new(
        FileShapes.Register.Concat(FileShapes.Changes).Concat(FileShapes.Source).Concat(FileShapes.Coverage).SelectMany(field => (string[])[field.Name, field.Chinese]),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>No other headers: every header stands for itself.</summary>
    public static HeaderMapping None { get; } = new();

    /// <summary>The header it stands for, or the header itself.</summary>
    public string Translate(string header)
    {
        if (!_columns.TryGetValue(header, out string? column))
        {
            return header;
        }

        _met.TryAdd(header, true);
        return column;
    }

    /// <summary>The headers of the mapping that no file translated so far has, in order.</summary>
    public IReadOnlyList<string> Unmet() => [.. _columns.Keys.Where(header => !_met.ContainsKey(header)).Order(StringComparer.Ordinal)];

    /// <summary>Reads a mapping file.</summary>
    /// <exception cref="InputFaultException">It is not there, or not of the shape <c>{"their header": "our column"}</c>.</exception>
    public static HeaderMapping Read(string path)
    {
        try
        {
            HeaderMapping mapping = new();
            using FileStream stream = File.OpenRead(path);
            using JsonDocument document = JsonDocument.Parse(
                stream, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw Misshapen(path, "it is no JSON object", "不是 JSON 对象");
            }

            foreach (JsonProperty entry in document.RootElement.EnumerateObject())
            {
                string column = entry.Value.ValueKind == JsonValueKind.String
                    ? entry.Value.GetString()!.Trim()
                    : throw Misshapen(path, $"the value of '{entry.Name}' is no text", $"“{entry.Name}”的值不是文字");
                mapping._columns[entry.Name.Trim()] = Known.Contains(column)
                    ? column
                    : throw Misshapen(path, $"'{column}', to which '{entry.Name}' is led, is no column of ours", $"“{entry.Name}”对应的“{column}”不是标准列名");
            }

            return mapping;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            AccessReason reason = AccessReason.Of(error);
            throw InputFaultException.Of(
                path,
                $"the mapping file cannot be read: {reason.English}. Check the path given with --mapping and its permissions.",
                $"无法读取映射文件：{reason.Chinese}。请检查 --mapping 给出的路径和文件权限。");
        }
        catch (JsonException error)
        {
            throw Misshapen(path, $"line {error.LineNumber + 1} is not JSON", $"第 {error.LineNumber + 1} 行不是 JSON");
        }
    }

    private static InputFaultException Misshapen(string path, string why, string whyInChinese) => InputFaultException.Of(
        path,
        $"{why}. A mapping file looks like {{\"their header\": \"our column\"}}.",
        $"{whyInChinese}。映射文件的格式为 {{\"原列名\": \"标准列名\"}}。");
}
