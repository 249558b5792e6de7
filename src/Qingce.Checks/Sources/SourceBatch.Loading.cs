using Qingce.Checks.Registrations;
using Qingce.Exchange.Codes;
using Qingce.Standards;
using Qingce.Tables;

namespace Qingce.Checks.Sources;

internal sealed partial class SourceBatch
{
    private readonly TextColumn?[] _texts = new TextColumn?[32];
    private int[] _rows = [];
    private int[] _counterpartRows = [];
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
    private DivisionCode[] _eventPlaces = [];
    private Sex[] _sexes = [];
    private BirthDate[] _births = [];
    private Relation[] _relations = [];
    private SourceFields _present;
    private Batch? _batch;
    private int _part;
    private long _firstRow;
    private int _rejects;

    public SourceBatch(RegisterStore register, int lane)
    {
        Register = register;
        Lane = lane;
    }

    /// <summary>Takes the next batch of a category's file.</summary>
    internal void Begin(Batch batch, int category, int part, SourceFields present)
    {
        _batch = batch;
        _part = part;
        _firstRow = batch.FirstRow;
        _rejects = batch.Rejects.Count;
        _present = present;
        Category = category;
        Count = batch.RowCount;
    }

    /// <summary>The last day on which a row that <see cref="IsSignOfLife"/> saw its person: for a running spell its confirmation.</summary>
    public int LastSignDay(int row) =>
        _statuses[row] == SourceStatus.Active && _recordedDays.Length > 0 ? Math.Max(_eventDays[row], _recordedDays[row]) : _eventDays[row];

    private int Filled(SourceFields field) => (_present & field) != 0 ? Count : 0;

    private ReadOnlySpan<byte> Text(SourceFields field, int row) =>
        _texts[System.Numerics.BitOperations.TrailingZeroCount((int)field)] is { } column ? column[row] : default;
}
