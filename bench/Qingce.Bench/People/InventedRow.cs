using System.Text;

namespace Qingce.Bench.People;

/// <summary>One row as it will be written. Used again for the next row.</summary>
internal sealed class InventedRow
{
    public int Person { get; set; }

    public List<Rune> Name { get; } = [];

    public bool IsMale { get; set; }

    public int Birth { get; set; }

    /// <summary>The number's 18 characters; none where it is missing.</summary>
    public char[] Number { get; } = new char[18];

    public bool HasNumber { get; set; }

    /// <summary>Eleven digits; 0 where it is missing.</summary>
    public long Phone { get; set; }

    public int Region { get; set; }

    public StringBuilder Address { get; } = new();
}
