using System.Globalization;
using System.Text.Json;

namespace Qingce.Checks.Indicators;

/// <summary>
/// Reads a parameter file. Its shape is
/// <c>{"formatVersion":1,"national":{"I05":{"silent_years":4}},"provinces":{"32":{"I06":{"grace_days":60}}}}</c>; both parts
/// may be missing, a province is named by its two digits or its six-digit code, and what is not named keeps its national value.
/// </summary>
public static class ParameterFile
{
    private const int FormatVersion = 1;

    private static readonly JsonDocumentOptions ReadingOptions =
        new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, AllowDuplicateProperties = false };

    /// <summary>Reads the text of a parameter file against the national catalogue.</summary>
    /// <param name="utf8">The file's bytes, UTF-8, with or without a byte-order mark.</param>
    /// <returns>The parameters, or everything that is wrong with the file.</returns>
    public static ParameterReading Read(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Span.StartsWith("\uFEFF"u8))
        {
            utf8 = utf8[3..];
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(utf8, ReadingOptions);
            return new Reader(IndicatorCatalogue.National).Read(document.RootElement);
        }
        catch (JsonException exception)
        {
            long line = (exception.LineNumber ?? 0) + 1;
            long place = (exception.BytePositionInLine ?? 0) + 1;
            return new ParameterReading(null, [new ParameterFault(
                "",
                $"line {line}, byte {place} is not JSON: look for a missing quote, comma or bracket there, or a name that stands twice",
                $"第 {line} 行第 {place} 字节处不是 JSON：请检查该处是否缺少引号、逗号或括号，或有重复的名称")]);
        }
    }

    private sealed class Reader(IndicatorCatalogue catalogue)
    {
        private readonly List<ParameterFault> _faults = [];
        private readonly SortedDictionary<int, Dictionary<(string, string), double>> _overrides = [];

        public ParameterReading Read(JsonElement root)
        {
            if (IsObject(root, ""))
            {
                foreach (JsonProperty part in root.EnumerateObject())
                {
                    ReadPart(part);
                }
            }

            return _faults.Count == 0
                ? new ParameterReading(new IndicatorParameters(catalogue, _overrides), [])
                : new ParameterReading(null, _faults);
        }

        private void ReadPart(JsonProperty part)
        {
            switch (part.Name)
            {
                case "formatVersion":
                    if (part.Value.ValueKind != JsonValueKind.Number
                        || !part.Value.TryGetInt32(out int version)
                        || version != FormatVersion)
                    {
                        Fault("formatVersion", $"must be {FormatVersion}", $"应为 {FormatVersion}");
                    }

                    break;
                case "national":
                    ReadIndicators(IndicatorParameters.National, part.Value, "national");
                    break;
                case "provinces":
                    ReadProvinces(part.Value);
                    break;
                default:
                    Fault(part.Name, "is not known; a parameter file has formatVersion, national and provinces", "无法识别；参数文件由 formatVersion、national、provinces 组成");
                    break;
            }
        }

        private void ReadProvinces(JsonElement provinces)
        {
            if (!IsObject(provinces, "provinces"))
            {
                return;
            }

            foreach (JsonProperty entry in provinces.EnumerateObject())
            {
                string path = $"provinces.{entry.Name}";
                if (!TryReadProvince(entry.Name, out int province))
                {
                    Fault(path, "is not a province; write its two digits (32) or its six-digit code (320000)", "不是省份；请写两位代码（32）或六位代码（320000）");
                }
                else if (_overrides.ContainsKey(province))
                {
                    Fault(path, "names a province that the file has already named", "所指省份在文件中已经出现过");
                }
                else
                {
                    ReadIndicators(province, entry.Value, path);
                }
            }
        }

        private void ReadIndicators(int province, JsonElement indicators, string path)
        {
            var values = new Dictionary<(string, string), double>();
            _overrides[province] = values;
            if (!IsObject(indicators, path))
            {
                return;
            }

            foreach (JsonProperty entry in indicators.EnumerateObject())
            {
                string inner = $"{path}.{entry.Name}";
                if (!catalogue.TryFind(entry.Name, out IndicatorDefinition? indicator))
                {
                    Fault(inner, "is not an indicator; they are I01 to I12", "不是指标；指标为 I01 至 I12");
                }
                else if (IsObject(entry.Value, inner))
                {
                    foreach (JsonProperty value in entry.Value.EnumerateObject())
                    {
                        ReadValue(indicator, value, $"{inner}.{value.Name}", values);
                    }
                }
            }
        }

        private void ReadValue(IndicatorDefinition indicator, JsonProperty entry, string path, Dictionary<(string, string), double> values)
        {
            IndicatorParameter? parameter = indicator.Parameters.FirstOrDefault(candidate => candidate.Id == entry.Name);
            if (parameter is null)
            {
                bool none = indicator.Parameters.Count == 0;
                string known = string.Join(", ", indicator.Parameters.Select(candidate => candidate.Id));
                Fault(
                    path,
                    $"is not a parameter of {indicator.Id}; it has {(none ? "none" : known)}",
                    $"不是 {indicator.Id} 的参数；{(none ? "该指标没有参数" : "其参数为 " + known)}");
            }
            else if (!parameter.PerProvince)
            {
                Fault(path, $"may not be changed; it is {Text(parameter.Default)} everywhere", $"不可更改；各地均为 {Text(parameter.Default)}");
            }
            else if (entry.Value.ValueKind != JsonValueKind.Number || !entry.Value.TryGetDouble(out double value))
            {
                (string kind, string kindInChinese) = Kind(entry.Value.ValueKind);
                Fault(path, $"must be a number of {parameter.Unit}, not {kind}", $"应为数字（单位：{parameter.ChineseUnit}），而不是{kindInChinese}");
            }
            else if (parameter.IsInteger && value != Math.Floor(value))
            {
                Fault(path, $"must be a whole number of {parameter.Unit}, not {Text(value)}", $"应为整数（单位：{parameter.ChineseUnit}），而不是 {Text(value)}");
            }
            else if (value < parameter.Min || value > parameter.Max)
            {
                Fault(
                    path,
                    $"must be from {Text(parameter.Min)} to {Text(parameter.Max)} {parameter.Unit}, not {Text(value)}",
                    $"应在 {Text(parameter.Min)} 至 {Text(parameter.Max)} 之间（单位：{parameter.ChineseUnit}），而不是 {Text(value)}");
            }
            else
            {
                values[(indicator.Id, parameter.Id)] = value;
            }
        }

        private bool IsObject(JsonElement element, string path)
        {
            if (element.ValueKind == JsonValueKind.Object)
            {
                return true;
            }

            (string kind, string kindInChinese) = Kind(element.ValueKind);
            Fault(path, $"must be an object, not {kind}", $"应为对象，而不是{kindInChinese}");
            return false;
        }

        private void Fault(string path, string english, string chinese) => _faults.Add(new ParameterFault(
            path, $"{(path.Length == 0 ? "the file" : path)} {english}", $"{(path.Length == 0 ? "文件" : path + " ")}{chinese}"));

        private static bool TryReadProvince(string text, out int province)
        {
            province = 0;
            bool shaped = text.Length == 2 || (text.Length == 6 && text.EndsWith("0000", StringComparison.Ordinal));
            return shaped
                && int.TryParse(text.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out province)
                && province is >= 11 and <= 82;
        }

        private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);

        private static (string English, string Chinese) Kind(JsonValueKind kind) => kind switch
        {
            JsonValueKind.Object => ("an object", "对象"),
            JsonValueKind.Array => ("a list", "列表"),
            JsonValueKind.String => ("text", "文字"),
            JsonValueKind.True or JsonValueKind.False => ("true or false", "真假值"),
            JsonValueKind.Null => ("null", "空值"),
            _ => ("a number", "数字"),
        };
    }
}
