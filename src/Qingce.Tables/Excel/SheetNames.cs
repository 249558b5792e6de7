using System.Buffers;
using System.Globalization;

namespace Qingce.Tables;

/// <summary>Names of sheets as Excel allows them: at most 31 characters, none of its own signs, no two alike whatever the case.</summary>
internal sealed class SheetNames
{
    private const int MaxLength = 31;

    private static readonly SearchValues<char> Forbidden = SearchValues.Create("[]:*?/\\");

    private readonly List<string> _names = [];

    public int Count => _names.Count;

    public IReadOnlyList<string> Names => _names;

    public void Add(string wanted)
    {
        string clean = string.Concat(wanted.Select(c => Forbidden.Contains(c) || c < ' ' ? '_' : c)).Trim('\'', ' ');
        clean = clean.Length == 0 ? "Sheet" : clean;
        string name = Cut(clean, MaxLength);
        for (int again = 2; _names.Contains(name, StringComparer.OrdinalIgnoreCase); again++)
        {
            string number = string.Create(CultureInfo.InvariantCulture, $" ({again})");
            name = Cut(clean, MaxLength - number.Length) + number;
        }

        _names.Add(name);
    }

    private static string Cut(string name, int length) =>
        name.Length <= length ? name : name[..(char.IsHighSurrogate(name[length - 1]) ? length - 1 : length)];
}
