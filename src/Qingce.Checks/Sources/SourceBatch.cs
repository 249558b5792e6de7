using Qingce.Checks.Findings;
using Qingce.Checks.Registrations;
using Qingce.Exchange.Codes;
using Qingce.Standards;

namespace Qingce.Checks.Sources;

/// <summary>
/// Some rows of one source category, read into typed columns. Only the columns that some check asked for are filled; the others are empty.
/// One batch is read by one worker at a time and is good only until the fold returns.
/// </summary>
internal sealed partial class SourceBatch
{
    /// <summary>The value of a day that is not given or cannot be read.</summary>
    public const int NoDay = RegistrationRow.NoDay;

    public int Category { get; private set; }

    /// <summary>Number of the worker, 0 to threads - 1, for per-worker lists.</summary>
    public int Lane { get; private set; }

    public int Count { get; private set; }

    public RegisterStore Register { get; }

    /// <summary>
    /// First register row with the citizen number, -1 for none; further ones by <see cref="RegisterStore.NextSameNumber"/>. Only numbers
    /// that may be trusted as issued to somebody are looked up (18 digits, or 15 expanded).
    /// </summary>
    public ReadOnlySpan<int> Rows => _rows.AsSpan(0, Filled(SourceFields.CitizenNumber));

    /// <summary>As <see cref="Rows"/>, of the counterpart.</summary>
    public ReadOnlySpan<int> CounterpartRows => _counterpartRows.AsSpan(0, Filled(SourceFields.CounterpartNumber));

    /// <summary><c>CitizenNumber.Packed</c>; 0 for none.</summary>
    public ReadOnlySpan<ulong> Numbers => _numbers.AsSpan(0, Filled(SourceFields.CitizenNumber));

    public ReadOnlySpan<ushort> NumberFaults => _numberFaults.AsSpan(0, Filled(SourceFields.CitizenNumber));

    public ReadOnlySpan<ulong> CounterpartNumbers => _counterpartNumbers.AsSpan(0, Filled(SourceFields.CounterpartNumber));

    public ReadOnlySpan<EventKind> Kinds => _kinds.AsSpan(0, Filled(SourceFields.EventKind));

    public ReadOnlySpan<SourceStatus> Statuses => _statuses.AsSpan(0, Filled(SourceFields.Status));

    public ReadOnlySpan<DocumentKind> DocumentKinds => _documentKinds.AsSpan(0, Filled(SourceFields.DocumentKind));

    /// <summary>Days since 1970-01-01, or <see cref="NoDay"/>.</summary>
    public ReadOnlySpan<int> EventDays => _eventDays.AsSpan(0, Filled(SourceFields.EventDate));

    public ReadOnlySpan<int> RecordedDays => _recordedDays.AsSpan(0, Filled(SourceFields.RecordedAt));

    public ReadOnlySpan<int> IssuedDays => _issuedDays.AsSpan(0, Filled(SourceFields.IssuedOn));

    public ReadOnlySpan<int> ValidUntilDays => _validUntilDays.AsSpan(0, Filled(SourceFields.ValidUntil));

    public ReadOnlySpan<DivisionCode> Divisions => _divisions.AsSpan(0, Filled(SourceFields.Division));

    public ReadOnlySpan<Sex> Sexes => _sexes.AsSpan(0, Filled(SourceFields.Sex));

    public ReadOnlySpan<BirthDate> Births => _births.AsSpan(0, Filled(SourceFields.BirthDate));

    /// <summary>Refers to a row, for evidence.</summary>
    public SourceRef Ref(int row) => SourceRef.Of(Category, _part, _rejects == 0 ? _firstRow + row : _batch!.RowNumber(row));

    /// <summary>The name as written, UTF-8.</summary>
    public ReadOnlySpan<byte> Name(int row) => Text(SourceFields.Name, row);

    public ReadOnlySpan<byte> CounterpartName(int row) => Text(SourceFields.CounterpartName, row);

    public ReadOnlySpan<byte> Address(int row) => Text(SourceFields.Address, row);

    public ReadOnlySpan<byte> DocumentNumber(int row) => Text(SourceFields.DocumentNumber, row);

    public ReadOnlySpan<byte> Handler(int row) => Text(SourceFields.Handler, row);

    /// <summary>Whether the row's name is that of the registration, by their normal forms. False when the row has no name.</summary>
    public bool NameAgrees(int row, int registerRow) => Register.Names.Agrees(Name(row), Register.NameIds[registerRow]);

    /// <summary>
    /// Whether the row shows that its person is alive at <see cref="EventDays"/>: neither about a death nor void nor stopped for death.
    /// Needs <see cref="SourceFields.EventKind"/> and <see cref="SourceFields.Status"/>.
    /// </summary>
    public bool IsSignOfLife(int row) =>
        _kinds[row] is not (EventKind.Died or EventKind.Cremated or EventKind.Buried or EventKind.DeclaredDead or EventKind.DeclaredMissing
            or EventKind.Building or EventKind.None)
        && !(Category == 1 && _kinds[row] == EventKind.Cancelled)
        && _statuses[row] is not (SourceStatus.Void or SourceStatus.StoppedForDeath);
}
