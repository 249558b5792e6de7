using Qingce.Standards;

namespace Qingce.Checks.Loading;

/// <summary>Numbers the distinct divisions from 1; 0 stands for none. For one thread.</summary>
internal sealed class DivisionNumbers
{
    private readonly Dictionary<long, int> _numbers = new() { [0] = 0 };
    private readonly List<DivisionCode> _divisions = [DivisionCode.None];
    private long _lastValue;
    private int _lastNumber;

    public void Number(DivisionCode[] divisions, int rows, ReadOnlySpan<bool> dropped, Span<int> numbers)
    {
        int at = 0;
        for (int row = 0; row < rows; row++)
        {
            if (dropped.IsEmpty || !dropped[row])
            {
                numbers[at++] = divisions[row].Value == _lastValue ? _lastNumber : Find(divisions[row]);
            }
        }
    }

    public DivisionCode[] ToArray() => [.. _divisions];

    private int Find(DivisionCode division)
    {
        if (!_numbers.TryGetValue(division.Value, out int number))
        {
            number = _divisions.Count;
            _numbers.Add(division.Value, number);
            _divisions.Add(division);
        }

        (_lastValue, _lastNumber) = (division.Value, number);
        return number;
    }
}
