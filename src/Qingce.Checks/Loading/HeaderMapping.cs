using System.Text.Json;

namespace Qingce.Checks.Loading;

/// <summary>What other headers stand for: a JSON object from their header to our column.</summary>
internal sealed class HeaderMapping
{
    private readonly Dictionary<string, string> _columns = new(StringComparer.OrdinalIgnoreCase);

    public static HeaderMapping None { get; } = new();

    /// <summary>The header it stands for, or the header itself.</summary>
    public string Translate(string header) => _columns.GetValueOrDefault(header, header);

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
                throw Misshapen(path, "it is no JSON object");
            }

            foreach (JsonProperty entry in document.RootElement.EnumerateObject())
            {
                mapping._columns[entry.Name.Trim()] = entry.Value.ValueKind == JsonValueKind.String
                    ? entry.Value.GetString()!.Trim()
                    : throw Misshapen(path, $"the value of '{entry.Name}' is no text");
            }

            return mapping;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw InputFaultException.Of(path, $"the mapping file cannot be read: {error.Message}", $"无法读取映射文件：{error.Message}");
        }
        catch (JsonException error)
        {
            throw Misshapen(path, $"line {error.LineNumber + 1} is not JSON");
        }
    }

    private static InputFaultException Misshapen(string path, string why) => InputFaultException.Of(
        path,
        $"{why}. A mapping file looks like {{\"their header\": \"our column\"}}.",
        "映射文件格式有误，应为 {\"原列名\": \"标准列名\"}。");
}
