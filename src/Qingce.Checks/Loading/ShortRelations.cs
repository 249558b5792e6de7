using Qingce.Standards;

namespace Qingce.Checks.Loading;

/// <summary>A relation with the form it was written in.</summary>
/// <param name="Relation">As read by itself, where one digit is the short form: 1 is a spouse, 2 a son.</param>
/// <param name="IsOneDigit">Whether it stood there as a single digit.</param>
internal readonly record struct WrittenRelation(Relation Relation, bool IsOneDigit);

/// <summary>
/// Settles what a single 1 or 2 means in one file of the register. A spreadsheet turns the codes 01 and 02 (self, head) into 1 and 2, which
/// in the one-digit form of GB/T 4761 are spouse and son. A file in that form has heads, written 0, or digits from 3 on; one that has none
/// of these is in the two-digit form and lost its zeros. For one thread at a time.
/// </summary>
internal sealed class ShortRelations
{
    private readonly List<int> _rows = [];
    private bool _hasShortForm;

    /// <summary>Takes the next row.</summary>
    public void Add(WrittenRelation written, int row)
    {
        if (!written.IsOneDigit || _hasShortForm)
        {
            return;
        }

        if (written.Relation.Code is 10 or 20)
        {
            _rows.Add(row);
        }
        else
        {
            _hasShortForm = true;
            _rows.Clear();
        }
    }

    /// <summary>At the end of a file: puts the zeros back where they were lost, and makes ready for the next file.</summary>
    /// <returns>How many rows lost theirs.</returns>
    public int Settle(Span<Relation> relations)
    {
        foreach (int row in _rows)
        {
            relations[row] = Relation.FromCode(relations[row].Code / 10);
        }

        int lost = _rows.Count;
        _rows.Clear();
        _hasShortForm = false;
        return lost;
    }
}
