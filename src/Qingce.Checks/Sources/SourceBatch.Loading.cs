using System.Numerics;
using Qingce.Checks.Loading;
using Qingce.Checks.Registrations;
using Qingce.Exchange.Codes;
using Qingce.Standards;
using Qingce.Tables;

namespace Qingce.Checks.Sources;

internal sealed partial class SourceBatch
{
    private static readonly SourceFields[] AllFields = [.. Enum.GetValues<SourceFields>().Where(field => field != SourceFields.None)];

    private readonly CellReader<CitizenNumberReading> _numberReader = new(CellParsers.Number, remembers: false);
    private readonly CellReader<EventKind> _kindReader = new(CellParsers.Code(CodeLists.EventKinds), remembers: true);
    private readonly CellReader<SourceStatus> _statusReader = new(CellParsers.Code(CodeLists.SourceStatuses), remembers: true);
    private readonly CellReader<DocumentKind> _documentKindReader = new(CellParsers.Code(CodeLists.DocumentKinds), remembers: true);
    private readonly CellReader<int> _dayReader = new(CellParsers.Day, remembers: false);
    private readonly CellReader<DivisionCode> _divisionReader = new(CellParsers.Division, remembers: true);
    private readonly CellReader<Sex> _sexReader = new(CellParsers.SexOf, remembers: true);
    private readonly CellReader<BirthDate> _birthReader = new(CellParsers.BirthOnly, remembers: false);
    private readonly TextColumn?[] _texts = new TextColumn?[32];
    private CitizenNumberReading[] _readings = [];
    private int[] _rows = [];
    private int[] _counterpartRows = [];
    private ulong[] _soughtNumbers = [];
    private ulong[] _numbers = [];
    private ushort[] _numberFaults = [];
    private ulong[] _counterpartNumbers = [];
    private EventKind[] _kinds = [];
    private SourceStatus[] _statuses = [];
    private DocumentKind[] _documentKinds = [];
    private int[] _eventDays = [];
    private int[] _recordedDays = [];
    private int[] _issuedDays = [];
    private int[] _validUntilDays = [];
    private DivisionCode[] _divisions = [];
    private Sex[] _sexes = [];
    private BirthDate[] _births = [];
    private SourceFields _asked;
    private Batch? _batch;
    private int _part;
    private long _firstRow;
    private int _rejects;

    public SourceBatch(RegisterStore register, int lane)
    {
        Register = register;
        Lane = lane;
    }

    /// <summary>The last day on which a row that <see cref="IsSignOfLife"/> saw its person: for a running spell its confirmation.</summary>
    public int LastSignDay(int row) =>
        _statuses[row] == SourceStatus.Active ? Math.Max(_eventDays[row], _recordedDays[row]) : _eventDays[row];

    /// <summary>Takes the next batch of a category's file and reads the fields asked for; one the file lacks is read as empty.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="category">1 to 23.</param>
    /// <param name="part">Number of the file in the category.</param>
    /// <param name="asked">The fields.</param>
    /// <param name="columns">The columns of the batch by field, at the position of the field's bit; null where the file has none.</param>
    /// <param name="counts">Takes the rows whose event cannot be read, which for the folds are rows about nobody and nothing, and the cells.</param>
    internal void Begin(Batch batch, int category, int part, SourceFields asked, Column?[] columns, FileCounts counts)
    {
        _batch = batch;
        _part = part;
        _firstRow = batch.FirstRow;
        _rejects = batch.Rejects.Count;
        _asked = asked;
        Category = category;
        Count = batch.RowCount;
        Reserve(Count);
        foreach (SourceFields field in AllFields)
        {
            if ((asked & field) != 0)
            {
                int at = BitOperations.TrailingZeroCount((int)field);
                _texts[at] = columns[at] as TextColumn;
                int invalid = Read(field, columns[at]);
                if (invalid > 0 && ReaderOf(field) is { } reader)
                {
                    counts.Unread.Add(batch, SourceReader.Shape(field), columns[at]!, reader, invalid);
                }
            }
        }

        Reject(columns, counts.Rejects);
    }

    /// <summary>What reads a field; null for those without which the row is rejected.</summary>
    private CellReader? ReaderOf(SourceFields field) => field switch
    {
        SourceFields.CitizenNumber or SourceFields.CounterpartNumber => _numberReader,
        SourceFields.Sex => _sexReader,
        SourceFields.BirthDate => _birthReader,
        SourceFields.Division => _divisionReader,
        SourceFields.DocumentKind => _documentKindReader,
        SourceFields.IssuedOn or SourceFields.ValidUntil or SourceFields.RecordedAt => _dayReader,
        SourceFields.Status => _statusReader,
        _ => null,
    };

    private void Reject(Column?[] columns, Rejects rejects)
    {
        Span<byte> scratch = stackalloc byte[Column.ScratchLength];
        for (int i = 0; i < Count; i++)
        {
            if (_kinds[i] == EventKind.None)
            {
                ReadOnlySpan<byte> text = columns[0] is { } column ? column.GetText(i, scratch) : default;
                rejects.Add(_batch!.RowNumber(i), "event_kind", text,
                    "no kind of event. Write one of the tokens of the category, for example married.", "事件类型不可读，应为该类别的事件代码。");
                Forget(i);
            }
            else if (_eventDays[i] == NoDay)
            {
                ReadOnlySpan<byte> text = columns[1] is { } column ? column.GetText(i, scratch) : default;
                rejects.Add(_batch!.RowNumber(i), "event_date", text,
                    "no date of the event. Write yyyy-MM-dd.", "事件日期不可读，应为 yyyy-MM-dd。");
                Forget(i);
            }
        }
    }

    private void Forget(int row)
    {
        _kinds[row] = EventKind.None;
        _rows[row] = -1;
        _numbers[row] = 0;
        _counterpartRows[row] = -1;
        _counterpartNumbers[row] = 0;
    }

    private int Read(SourceFields field, Column? column) => field switch
    {
        SourceFields.EventKind => _kindReader.Read(column, Count, _kinds),
        SourceFields.EventDate => _dayReader.ReadDays(column, Count, _eventDays),
        SourceFields.CitizenNumber => ReadNumbers(column, _numbers, _rows, _numberFaults),
        SourceFields.CounterpartNumber => ReadNumbers(column, _counterpartNumbers, _counterpartRows, default),
        SourceFields.Sex => _sexReader.Read(column, Count, _sexes),
        SourceFields.BirthDate => _birthReader.Read(column, Count, _births),
        SourceFields.Division => _divisionReader.Read(column, Count, _divisions),
        SourceFields.DocumentKind => _documentKindReader.Read(column, Count, _documentKinds),
        SourceFields.IssuedOn => _dayReader.ReadDays(column, Count, _issuedDays),
        SourceFields.ValidUntil => _dayReader.ReadDays(column, Count, _validUntilDays),
        SourceFields.Status => _statusReader.Read(column, Count, _statuses),
        SourceFields.RecordedAt => _dayReader.ReadDays(column, Count, _recordedDays),
        _ => 0,
    };

    private int ReadNumbers(Column? column, ulong[] numbers, int[] rows, Span<ushort> faults)
    {
        int invalid = _numberReader.Read(column, Count, _readings);
        for (int i = 0; i < Count; i++)
        {
            CitizenNumberReading reading = _readings[i];
            numbers[i] = reading.Number.Packed;
            _soughtNumbers[i] = reading.IsWellFormed ? reading.Number.Packed : 0;
            if (!faults.IsEmpty)
            {
                faults[i] = (ushort)reading.Fault;
            }
        }

        Register.FindNumbers(_soughtNumbers.AsSpan(0, Count), rows);
        return invalid;
    }

    private void Reserve(int count)
    {
        if (_rows.Length >= count)
        {
            return;
        }

        int room = count + count / 4;
        _readings = new CitizenNumberReading[room];
        _rows = new int[room];
        _counterpartRows = new int[room];
        _soughtNumbers = new ulong[room];
        _numbers = new ulong[room];
        _numberFaults = new ushort[room];
        _counterpartNumbers = new ulong[room];
        _kinds = new EventKind[room];
        _statuses = new SourceStatus[room];
        _documentKinds = new DocumentKind[room];
        _eventDays = new int[room];
        _recordedDays = new int[room];
        _issuedDays = new int[room];
        _validUntilDays = new int[room];
        _divisions = new DivisionCode[room];
        _sexes = new Sex[room];
        _births = new BirthDate[room];
    }

    private int Filled(SourceFields field) => (_asked & field) != 0 ? Count : 0;

    private ReadOnlySpan<byte> Text(SourceFields field, int row)
    {
        if ((_asked & field) == 0)
        {
            throw new InvalidOperationException($"The check did not ask for {field} of category {Category}.");
        }

        return _texts[BitOperations.TrailingZeroCount((int)field)] is { } column ? column[row] : default;
    }
}
