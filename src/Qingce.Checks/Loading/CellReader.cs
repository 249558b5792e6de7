using Qingce.Checks.Registrations;
using Qingce.Tables;

namespace Qingce.Checks.Loading;

/// <summary>How a cell was read.</summary>
internal enum CellState : byte
{
    /// <summary>Nothing stands there.</summary>
    Empty,

    /// <summary>A value was read.</summary>
    Read,

    /// <summary>Something stands there that is no value of the column.</summary>
    Invalid,
}

/// <summary>Reads one text; an empty or invalid one gives the value that stands for none.</summary>
internal delegate CellState CellParser<T>(ReadOnlySpan<byte> text, out T value);

/// <summary>Tells of a text whether a column can mean it.</summary>
internal abstract class CellReader
{
    /// <summary>Whether something stands there that is no value of the column.</summary>
    public abstract bool IsInvalid(ReadOnlySpan<byte> text);
}

/// <summary>
/// Reads a column of a batch into typed values. A column with a dictionary is read once a distinct value. For one worker at a time.
/// </summary>
/// <param name="parse">Reads one text.</param>
/// <param name="remembers">Whether texts repeat so much that results are kept also where the file has no dictionary.</param>
internal sealed class CellReader<T>(CellParser<T> parse, bool remembers) : CellReader
{
    private const int FirstRemembered = 128;
    private const int MostRemembered = 1 << 15;

    private T[] _values = [];
    private CellState[] _states = [];
    private TextTable? _remembered;
    private T[] _rememberedValues = [];
    private CellState[] _rememberedStates = [];

    public override bool IsInvalid(ReadOnlySpan<byte> text) => parse(text, out _) == CellState.Invalid;

    /// <summary>Reads the rows of a column; a missing one leaves the empty value everywhere.</summary>
    /// <returns>How many cells were invalid.</returns>
    public int Read(Column? column, int rows, Span<T> values)
    {
        switch (column)
        {
            case null:
                parse(default, out T empty);
                values[..rows].Fill(empty);
                return 0;
            case TextColumn { HasDictionary: true } text when text.DictionaryCount <= rows * 2:
                return ReadCodes(text, rows, values);
            case TextColumn text when remembers:
                return ReadRemembering(text, rows, values);
            case TextColumn text:
                return ReadTexts(text, rows, values);
            default:
                return ReadOther(column, rows, values);
        }
    }

    /// <summary>As <see cref="Read(Column?, int, Span{T})"/>, and says of each cell how it was read.</summary>
    public int Read(Column? column, int rows, Span<T> values, Span<CellState> states)
    {
        Span<byte> scratch = stackalloc byte[Column.ScratchLength];
        int invalid = 0;
        for (int row = 0; row < rows; row++)
        {
            states[row] = parse(column is null ? default : column.GetText(row, scratch), out values[row]);
            invalid += states[row] == CellState.Invalid ? 1 : 0;
        }

        return invalid;
    }

    private int ReadCodes(TextColumn text, int rows, Span<T> values)
    {
        int distinct = text.DictionaryCount;
        if (_values.Length < distinct + 1)
        {
            _values = new T[distinct * 2 + 1];
            _states = new CellState[distinct * 2 + 1];
        }

        // The empty value comes first, so that code -1 (null) leads to it without a branch.
        bool anyInvalid = false;
        _states[0] = parse(default, out _values[0]);
        for (int code = 0; code < distinct; code++)
        {
            _states[code + 1] = parse(text.DictionaryValue(code), out _values[code + 1]);
            anyInvalid |= _states[code + 1] == CellState.Invalid;
        }

        for (int row = 0; row < rows; row++)
        {
            values[row] = _values[text.Code(row) + 1];
        }

        int invalid = 0;
        if (anyInvalid)
        {
            for (int row = 0; row < rows; row++)
            {
                invalid += _states[text.Code(row) + 1] == CellState.Invalid ? 1 : 0;
            }
        }

        return invalid;
    }

    private int ReadRemembering(TextColumn text, int rows, Span<T> values)
    {
        int invalid = 0;
        for (int row = 0; row < rows; row++)
        {
            if (_remembered is null || _remembered.Count == MostRemembered)
            {
                _remembered = new TextTable(FirstRemembered);
            }

            ReadOnlySpan<byte> cell = text[row];
            int number = _remembered.Add(cell, TextHash.Of(cell), out bool isNew);
            if (isNew)
            {
                if (number == _rememberedStates.Length)
                {
                    int room = Math.Clamp(number * 4, FirstRemembered, MostRemembered);
                    Array.Resize(ref _rememberedValues, room);
                    Array.Resize(ref _rememberedStates, room);
                }

                _rememberedStates[number] = parse(cell, out _rememberedValues[number]);
            }

            values[row] = _rememberedValues[number];
            invalid += _rememberedStates[number] == CellState.Invalid ? 1 : 0;
        }

        return invalid;
    }

    private int ReadTexts(TextColumn text, int rows, Span<T> values)
    {
        int invalid = 0;
        for (int row = 0; row < rows; row++)
        {
            invalid += parse(text[row], out values[row]) == CellState.Invalid ? 1 : 0;
        }

        return invalid;
    }

    private int ReadOther(Column column, int rows, Span<T> values)
    {
        Span<byte> scratch = stackalloc byte[Column.ScratchLength];
        int invalid = 0;
        for (int row = 0; row < rows; row++)
        {
            invalid += parse(column.GetText(row, scratch), out values[row]) == CellState.Invalid ? 1 : 0;
        }

        return invalid;
    }
}
