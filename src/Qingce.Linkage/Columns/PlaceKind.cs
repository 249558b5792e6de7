namespace Qingce.Linkage;

/// <summary>A place or a line of an address: as a name, with the usual short forms of words for streets (street, st; strasse, str).</summary>
internal sealed class PlaceKind : ColumnKind
{
    private static readonly (string Long, string Short)[] Words =
    [
        ("street", "st"), ("road", "rd"), ("avenue", "ave"), ("drive", "dr"), ("drv", "dr"), ("place", "pl"), ("court", "ct"),
        ("crescent", "cr"), ("cres", "cr"), ("lane", "ln"), ("terrace", "tce"), ("close", "cl"), ("highway", "hwy"), ("boulevard", "blvd"),
        ("square", "sq"), ("parade", "pde"), ("circuit", "cct"), ("strasse", "str"), ("platz", "pl"), ("saint", "st"), ("mount", "mt"),
        ("north", "n"), ("south", "s"), ("east", "e"), ("west", "w"), ("apartment", "apt"), ("building", "bldg"), ("floor", "fl"),
    ];

    private static readonly NameKind Folded = new();

    public override string Name => "place";

    public override int MostBytes(int length) => Folded.MostBytes(length);

    public override int Clean(ReadOnlySpan<byte> value, Span<byte> cleaned)
    {
        var length = Folded.Clean(value, cleaned);
        var to = 0;
        for (int from = 0, end; from < length; from = end + 1)
        {
            var rest = cleaned[from..length];
            var next = rest.IndexOf((byte)' ');
            end = next < 0 ? length : from + next;
            if (to > 0)
            {
                cleaned[to++] = (byte)' ';
            }

            to += Shorten(cleaned[from..end], cleaned[to..]);
        }

        return Cleaning.Kept(cleaned[..to]);
    }

    // A word is never longer than the room it leaves, so writing stays behind reading.
    private static int Shorten(ReadOnlySpan<byte> word, Span<byte> to)
    {
        foreach (var (spelled, shortened) in Words)
        {
            if (word.Length == spelled.Length && word[0] == spelled[0] && System.Text.Ascii.Equals(word, spelled))
            {
                return System.Text.Encoding.ASCII.GetBytes(shortened, to);
            }
        }

        word.CopyTo(to);
        return word.Length;
    }
}
