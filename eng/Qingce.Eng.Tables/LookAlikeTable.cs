using System.Text;

namespace Qingce.Eng.Tables;

/// <summary>Lines of a character and the ones it is taken for.</summary>
internal static class LookAlikeTable
{
    public static string Make(string path)
    {
        var lines = new StringBuilder();
        foreach (var line in File.ReadLines(path))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            if (space > 0 && line.Length > space + 1)
            {
                lines.Append(line[..space]).Append(line[(space + 1)..].Replace(" ", string.Empty, StringComparison.Ordinal)).Append('\n');
            }
        }

        return lines.ToString();
    }
}
