using Qingce.Standards;

namespace Qingce.Checks.Sources;

/// <summary>Where and for which event dates the categories are complete. Without a row nothing is concluded from an absence.</summary>
internal sealed class Coverage(IReadOnlyList<CoverageRow> rows)
{
    private readonly CoverageRow[][] _byCategory =
        [.. Enumerable.Range(0, 24).Select(category => rows.Where(row => row.Category == category).ToArray())];

    public static Coverage None { get; } = new([]);

    public IReadOnlyList<CoverageRow> Rows => rows;

    /// <summary>Whether one row says that the category is complete in the division on every day from one to another.</summary>
    /// <param name="category">1 to 23.</param>
    /// <param name="division">A division; a row about a division above it covers it, one about a part of it does not.</param>
    /// <param name="from">First day, since 1970-01-01.</param>
    /// <param name="to">Last day, since 1970-01-01.</param>
    public bool Covers(int category, DivisionCode division, int from, int to)
    {
        foreach (CoverageRow row in _byCategory[category])
        {
            if (row.From <= from && to <= row.To && row.Division.Contains(division))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the category is complete in the division on a day.</summary>
    public bool Covers(int category, DivisionCode division, int day) => Covers(category, division, day, day);
}

/// <summary>One row of coverage.csv.</summary>
/// <param name="Category">1 to 23.</param>
/// <param name="Division">A division with everything under it.</param>
/// <param name="From">First day, since 1970-01-01.</param>
/// <param name="To">Last day; <see cref="int.MaxValue"/> while it goes on.</param>
internal readonly record struct CoverageRow(int Category, DivisionCode Division, int From, int To);
