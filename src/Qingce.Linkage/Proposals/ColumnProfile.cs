namespace Qingce.Linkage;

/// <summary>What was seen of a column in a sample of its rows.</summary>
public sealed record ColumnProfile
{
    /// <summary>Header in the file.</summary>
    public required string Header { get; init; }

    /// <summary>The words of the header in small letters: <c>dateOfBirth</c> and <c>date_of_birth</c> are date, of, birth.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>Rows of the sample.</summary>
    public required int Rows { get; init; }

    /// <summary>Rows that have a value.</summary>
    public required int Present { get; init; }

    /// <summary>Different values.</summary>
    public required int Distinct { get; init; }

    /// <summary>Different values of each source, added up: two files may number their rows alike.</summary>
    public int DistinctInSources { get; init; }

    /// <summary>Rows that have the commonest value.</summary>
    public required int Commonest { get; init; }

    /// <summary>Some of the different values, without white space at their ends, from all parts of the sample; at most <see cref="MostValues"/>.</summary>
    public required IReadOnlyList<string> Values { get; init; }

    /// <summary>The most <see cref="Values"/>.</summary>
    public const int MostValues = 500;

    /// <summary>The share of <see cref="Values"/> for which something holds, 0 to 1.</summary>
    public double Share(Func<string, bool> holds) => Values.Count == 0 ? 0 : Values.Count(holds) / (double)Values.Count;

    /// <summary>Whether the header is one of these, its words written together: <c>firstname</c>.</summary>
    public bool IsNamed(params ReadOnlySpan<string> names) => names.Contains(string.Concat(Words));

    /// <summary>Whether the header has one of these words.</summary>
    public bool HasWord(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Words.Contains(word))
            {
                return true;
            }
        }

        return false;
    }
}
