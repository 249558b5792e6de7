using Qingce.Checks.Facts;
using Qingce.Checks.Registrations;
using Qingce.Exchange.Codes;

namespace Qingce.Checks.Indicators.Moves;

/// <summary>The few registrations whose moves the register itself does not close, found before any source is read.</summary>
internal sealed class MoveCandidates
{
    private readonly RowSet _wanted;

    private MoveCandidates(RowSet wanted) => _wanted = wanted;

    public static MoveCandidates None { get; } = new(new RowSet(0));

    /// <summary>Cancelled because of a move out, of a number that has no living registration.</summary>
    public List<int> Left { get; } = [];

    /// <summary>Living and entered by a move, of a number that has no registration cancelled because of a move out.</summary>
    public List<int> Entered { get; } = [];

    /// <summary>The first rows of numbers that have two living registrations or more.</summary>
    public List<int> Doubled { get; } = [];

    /// <summary>Whether filings about a number are of use.</summary>
    /// <param name="first">The first row of the number.</param>
    public bool Wants(int first) => _wanted.Contains(first);

    public static MoveCandidates Of(RegisterStore register)
    {
        var candidates = new MoveCandidates(new RowSet(register.Count));
        for (int row = 0; row < register.Count; row++)
        {
            bool left = register.CancelledFor.At(row) == CancellationReason.MovedOut;
            bool entered = register.IsLiving(row) && register.MovedInOn.At(row, RegistrationRow.NoDay) != RegistrationRow.NoDay;
            if (register.Numbers[row] != 0 && (left || entered))
            {
                candidates.Consider(register, row, left);
            }
        }

        return candidates;
    }

    private void Consider(RegisterStore register, int row, bool left)
    {
        int first = register.FindNumber(register.Numbers[row]);
        int living = 0;
        int movedOut = 0;
        int firstMover = -1;
        for (int other = first; other >= 0; other = register.NextSameNumber(other))
        {
            bool lives = register.IsLiving(other);
            living += lives ? 1 : 0;
            movedOut += register.CancelledFor.At(other) == CancellationReason.MovedOut ? 1 : 0;
            firstMover = firstMover < 0 && lives && register.MovedInOn.At(other, RegistrationRow.NoDay) != RegistrationRow.NoDay ? other : firstMover;
        }

        if (left && living == 0)
        {
            Left.Add(row);
            _wanted.Add(first);
        }
        else if (!left && living == 1 && movedOut == 0)
        {
            Entered.Add(row);
            _wanted.Add(first);
        }
        else if (!left && living > 1 && row == firstMover)
        {
            Doubled.Add(first);
            _wanted.Add(first);
        }
    }
}
