using Qingce.Checks.Findings;
using Qingce.Checks.Registrations;
using Qingce.Exchange.Codes;

namespace Qingce.Checks.Sources;

/// <summary>Some rows of the past changes, read into typed columns. Read by one worker at a time and good only until the fold returns.</summary>
internal sealed partial class ChangeBatch
{
    public int Lane { get; private set; }

    /// <summary>Changes of the batch that name a registration the register does not have.</summary>
    public int Unknown { get; private set; }

    public int Count { get; private set; }

    public RegisterStore Register { get; }

    /// <summary>Register row of the registration; -1 when the register has none.</summary>
    public ReadOnlySpan<int> Rows => _rows.AsSpan(0, Count);

    /// <summary>Days since 1970-01-01, or <see cref="RegistrationRow.NoDay"/>.</summary>
    public ReadOnlySpan<int> ChangedDays => _changedDays.AsSpan(0, Count);

    public ReadOnlySpan<ChangedField> Fields => _fields.AsSpan(0, Count);

    /// <summary>The reason where it is one for which a registration begins.</summary>
    public ReadOnlySpan<RegistrationReason> Reasons => _reasons.AsSpan(0, Count);

    public ReadOnlySpan<DocumentKind> DocumentKinds => _documentKinds.AsSpan(0, Count);

    /// <summary>Refers to a row, for evidence.</summary>
    public SourceRef Ref(int row) => SourceRef.Of(SourceRef.ChangesCategory, _part, _batch!.RowNumber(row));

    /// <summary>The value before, as written, UTF-8.</summary>
    public ReadOnlySpan<byte> OldValue(int row) => Text(Column.OldValue, row);

    public ReadOnlySpan<byte> NewValue(int row) => Text(Column.NewValue, row);

    public ReadOnlySpan<byte> Reason(int row) => Text(Column.Reason, row);

    public ReadOnlySpan<byte> DocumentNumber(int row) => Text(Column.DocumentNumber, row);

    public ReadOnlySpan<byte> Handler(int row) => Text(Column.Handler, row);

    public ReadOnlySpan<byte> Agent(int row) => Text(Column.Agent, row);
}

/// <summary>What a change was about (column field).</summary>
internal enum ChangedField : byte
{
    /// <summary>Not readable.</summary>
    None,
    Name,
    Sex,
    BirthDate,
    CitizenNumber,
    MaritalStatus,
    Relation,
    Address,

    /// <summary>The act by which the person came onto this register.</summary>
    Registration,

    /// <summary>Another column of the register.</summary>
    Other,
}
