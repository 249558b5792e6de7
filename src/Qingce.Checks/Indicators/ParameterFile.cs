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
            string where = $"line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}";
            return new ParameterReading(null, [new ParameterFault(where, $"is not JSON: {exception.Message}")]);
        }
    }

    private sealed class Reader(IndicatorCatalogue catalogue)
    {
        private readonly List<ParameterFault> _faults = [];
        private readonly SortedDictionary<int, Dictionary<(string, string), double>> _overrides = [];

        public ParameterReading Read(JsonElement root)
        {
            if (IsObject(root, "the file"))
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
                        Fault("formatVersion", $"must be {FormatVersion}");
                    }

                    break;
                case "national":
                    ReadIndicators(IndicatorParameters.National, part.Value, "national");
                    break;
                case "provinces":
                    ReadProvinces(part.Value);
                    break;
                default:
                    Fault(part.Name, "is not known; a parameter file has formatVersion, national and provinces");
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
                    Fault(path, "is not a province; write its two digits (32) or its six-digit code (320000)");
                }
                else if (_overrides.ContainsKey(province))
                {
                    Fault(path, "names a province that the file has already named");
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
                    Fault(inner, "is not an indicator; they are I01 to I12");
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
                string known = indicator.Parameters.Count == 0
                    ? "it has none"
                    : "it has " + string.Join(", ", indicator.Parameters.Select(candidate => candidate.Id));
                Fault(path, $"is not a parameter of {indicator.Id}; {known}");
            }
            else if (!parameter.PerProvince)
            {
                Fault(path, $"may not be changed; it is {Text(parameter.Default)} everywhere");
            }
            else if (entry.Value.ValueKind != JsonValueKind.Number || !entry.Value.TryGetDouble(out double value))
            {
                Fault(path, $"must be a number of {parameter.Unit}, not {Kind(entry.Value.ValueKind)}");
            }
            else if (parameter.IsInteger && value != Math.Floor(value))
            {
                Fault(path, $"must be a whole number of {parameter.Unit}, not {Text(value)}");
            }
            else if (value < parameter.Min || value > parameter.Max)
            {
                Fault(path, $"must be from {Text(parameter.Min)} to {Text(parameter.Max)} {parameter.Unit}, not {Text(value)}");
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

            Fault(path, $"must be an object, not {Kind(element.ValueKind)}");
            return false;
        }

        private void Fault(string path, string message) => _faults.Add(new ParameterFault(path, message));

        private static bool TryReadProvince(string text, out int province)
        {
            province = 0;
            bool shaped = text.Length == 2 || (text.Length == 6 && text.EndsWith("0000", StringComparison.Ordinal));
            return shaped
                && int.TryParse(text.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out province)
                && province is >= 11 and <= 82;
        }

        private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);

        private static string Kind(JsonValueKind kind) => kind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            JsonValueKind.String => "text",
            JsonValueKind.True or JsonValueKind.False => "true or false",
            JsonValueKind.Null => "null",
            _ => "a number",
        };
    }
}
