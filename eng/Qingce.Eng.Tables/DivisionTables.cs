using System.Globalization;
using System.Text;

namespace Qingce.Eng.Tables;

/// <summary>The county table (code, years, level, names, successors) and the township table (code, name).</summary>
internal static class DivisionTables
{
    public static string Counties(string path)
    {
        var text = new StringBuilder();
        var rows = File.ReadLines(path, Encoding.UTF8).Skip(1).Select(line => line.Split(','))
            .OrderBy(c => c[0], StringComparer.Ordinal).ThenBy(c => int.Parse(c[6], CultureInfo.InvariantCulture));
        foreach (var c in rows)
        {
            var level = c[4] switch { "省级" => 1, "地级" => 2, "县级" => 3, _ => throw new InvalidDataException($"Unknown level {c[4]}.") };
            var city = c[2] == "直辖" ? "-" : c[2];
            text.Append(CultureInfo.InvariantCulture, $"{c[0]}\t{c[6]}\t{c[7]}\t{level}\t{c[1]}\t{(city == c[3] ? "=" : city)}\t{c[3]}\t{c[8]}\n");
        }

        return text.ToString();
    }

    public static string Townships(string path)
    {
        // Codes rise and mostly by one: the difference is kept, and left out when it is one.
        var text = new StringBuilder();
        var last = 0;
        var rows = File.ReadLines(path, Encoding.UTF8).Skip(1).Select(line => line.Split(','))
            .Select(c => (Code: int.Parse(c[0].Trim('"'), CultureInfo.InvariantCulture), Name: c[1].Trim('"')))
            .OrderBy(c => c.Code);
        foreach (var (code, name) in rows)
        {
            if (code != last + 1)
            {
                text.Append(code - last).Append('\t');
            }

            text.Append(name).Append('\n');
            last = code;
        }

        return text.ToString();
    }
}
