using Qingce.Checks.Profiles;
using Qingce.Checks.Registrations;
using Qingce.Exchange.Codes;
using Qingce.Exchange.Files;
using Qingce.Standards;
using Qingce.Tables;

namespace Qingce.Checks.Loading;

/// <summary>Types the batches of the register, for one thread at a time.</summary>
internal sealed class RegisterWorker
{
    private readonly CellReader<CitizenNumberReading> _numbers = new(CellParsers.Number, remembers: false);
    private readonly CellReader<CitizenNumberReading> _formerNumbers = new(FirstNumber, remembers: false);
    private readonly CellReader<BirthDateReading> _births = new(CellParsers.Birth, remembers: false);
    private readonly CellReader<Sex> _sexes = new(CellParsers.SexOf, remembers: true);
    private readonly CellReader<WrittenRelation> _relations = new(CellParsers.RelationOf, remembers: true);
    private readonly CellReader<MaritalStatus> _maritalStatuses = new(CellParsers.Marital, remembers: true);
    private readonly CellReader<HouseholdType> _householdTypes = new(CellParsers.Code(CodeLists.HouseholdTypes), remembers: true);
    private readonly CellReader<DivisionCode> _divisions = new(CellParsers.Division, remembers: true);
    private readonly CellReader<DivisionCode> _places = new(CellParsers.Place, remembers: true);
    private readonly CellReader<long> _phones = new(CellParsers.Phone, remembers: false);
    private readonly CellReader<int> _days = new(CellParsers.Day, remembers: false);
    private readonly CellReader<RegistrationReason> _reasons = new(CellParsers.Code(CodeLists.RegistrationReasons), remembers: true);
    private readonly CellReader<CancellationReason> _cancellations = new(CellParsers.Code(CodeLists.CancellationReasons), remembers: true);
    private readonly CellReader<bool> _filled = new(Filled, remembers: false);
    private readonly CellReader<Education> _educations = new(EducationOf, remembers: true);
    private readonly CellReader<Ethnicity> _ethnicities = new(EthnicityOf, remembers: true);
    private readonly bool _forLinkage;
    private Ethnicity[] _unusedEthnicities = [];

    public RegisterWorker(bool forLinkage) => _forLinkage = forLinkage;

    public ColumnProfile[] Profiles { get; } = [.. Enumerable.Range(0, RegisterColumns.Count).Select(_ => new ColumnProfile())];

    /// <summary>Reads a batch into a chunk. The columns stand at the number of their register column, null where the file has none.</summary>
    public void Read(Batch batch, Column?[] columns, RegisterChunk chunk, FileCounts counts)
    {
        int rows = batch.RowCount;
        chunk.Begin(rows);
        for (int i = 0; i < columns.Length; i++)
        {
            Profiles[i].Observe(columns[i], rows);
        }

        Column? Of(RegisterColumn column) => columns[(int)column];
        void Invalid(RegisterColumn column, CellReader reader, int count)
        {
            Profiles[(int)column].Invalid += count;

            // A row without a division is rejected as a whole.
            if (count > 0 && column != RegisterColumn.Division)
            {
                counts.Unread.Add(batch, FileShapes.Register[(int)column], Of(column)!, reader, count);
            }
        }


        ReadTexts(chunk, columns, rows);
        Invalid(RegisterColumn.CitizenNumber, _numbers, _numbers.Read(Of(RegisterColumn.CitizenNumber), rows, chunk.Numbers));
        Invalid(RegisterColumn.FormerNumbers, _formerNumbers, _formerNumbers.Read(Of(RegisterColumn.FormerNumbers), rows, chunk.FormerNumbers));
        Invalid(RegisterColumn.BirthDate, _births, _births.Read(Of(RegisterColumn.BirthDate), rows, chunk.Births));
        Invalid(RegisterColumn.Sex, _sexes, _sexes.Read(Of(RegisterColumn.Sex), rows, chunk.Sexes));
        Invalid(RegisterColumn.Relation, _relations, _relations.Read(Of(RegisterColumn.Relation), rows, chunk.Relations));
        Invalid(RegisterColumn.MaritalStatus, _maritalStatuses, _maritalStatuses.Read(Of(RegisterColumn.MaritalStatus), rows, chunk.MaritalStatuses));
        Invalid(RegisterColumn.HouseholdType, _householdTypes, _householdTypes.Read(Of(RegisterColumn.HouseholdType), rows, chunk.HouseholdTypes));
        Invalid(RegisterColumn.Division, _divisions, _divisions.Read(Of(RegisterColumn.Division), rows, chunk.Divisions));
        Invalid(RegisterColumn.MovedInFrom, _places, _places.Read(Of(RegisterColumn.MovedInFrom), rows, chunk.MovedInFrom));
        Invalid(RegisterColumn.MovedOutTo, _places, _places.Read(Of(RegisterColumn.MovedOutTo), rows, chunk.MovedOutTo));
        Invalid(RegisterColumn.Phone, _phones, _phones.Read(Of(RegisterColumn.Phone), rows, chunk.Phones));
        Invalid(RegisterColumn.RegisteredOn, _days, _days.ReadDays(Of(RegisterColumn.RegisteredOn), rows, chunk.RegisteredOn));
        Invalid(RegisterColumn.MovedInOn, _days, _days.ReadDays(Of(RegisterColumn.MovedInOn), rows, chunk.MovedInOn));
        Invalid(RegisterColumn.CardIssuedOn, _days, _days.ReadDays(Of(RegisterColumn.CardIssuedOn), rows, chunk.CardIssuedOn));
        Invalid(RegisterColumn.CancelledOn, _days, _days.ReadDays(Of(RegisterColumn.CancelledOn), rows, chunk.CancelledOn));
        Invalid(RegisterColumn.RegisteredFor, _reasons, _reasons.Read(Of(RegisterColumn.RegisteredFor), rows, chunk.RegisteredFor));
        Invalid(RegisterColumn.MovedInFor, _reasons, _reasons.Read(Of(RegisterColumn.MovedInFor), rows, chunk.MovedInFor));
        Invalid(RegisterColumn.CancelledFor, _cancellations, _cancellations.Read(Of(RegisterColumn.CancelledFor), rows, chunk.CancelledFor));
        Invalid(RegisterColumn.Education, _educations, _educations.Read(Of(RegisterColumn.Education), rows, chunk.Educations));
        if (Of(RegisterColumn.Ethnicity) is { } ethnicities)
        {
            _unusedEthnicities = _unusedEthnicities.Length < rows ? new Ethnicity[rows * 2] : _unusedEthnicities;
            Invalid(RegisterColumn.Ethnicity, _ethnicities, _ethnicities.Read(ethnicities, rows, _unusedEthnicities));
        }

        _filled.Read(Of(RegisterColumn.CancelledOn), rows, chunk.CancelledOnFilled);
        _filled.Read(Of(RegisterColumn.CancelledFor), rows, chunk.CancelledForFilled);
        Judge(batch, columns, chunk, counts.Rejects);
    }

    private void ReadTexts(RegisterChunk chunk, Column?[] columns, int rows)
    {
        chunk.Ids.Take(columns[(int)RegisterColumn.RegistrationId], rows);
        chunk.HouseholdIds.Take(columns[(int)RegisterColumn.HouseholdId], rows);
        chunk.Names.Take(columns[(int)RegisterColumn.Name], rows);
        chunk.FormerNames.Take(columns[(int)RegisterColumn.FormerName], rows);
        chunk.Addresses.Take(columns[(int)RegisterColumn.Address], rows);
        chunk.OtherAddresses.Take(columns[(int)RegisterColumn.OtherAddress], rows);
        if (_forLinkage)
        {
            chunk.Birthplaces.Take(columns[(int)RegisterColumn.Birthplace], rows);
            chunk.NativePlaces.Take(columns[(int)RegisterColumn.NativePlace], rows);
            chunk.Employers.Take(columns[(int)RegisterColumn.Employer], rows);
        }
    }

    private static void Judge(Batch batch, Column?[] columns, RegisterChunk chunk, Rejects rejects)
    {
        Span<byte> scratch = stackalloc byte[Column.ScratchLength];
        Column number = columns[(int)RegisterColumn.CitizenNumber]!;
        Column birth = columns[(int)RegisterColumn.BirthDate]!;
        Column division = columns[(int)RegisterColumn.Division]!;
        bool simple = batch.Rejects.Count == 0;
        for (int row = 0; row < chunk.Rows; row++)
        {
            chunk.RowNumbers[row] = simple ? batch.FirstRow + row : batch.RowNumber(row);
            if (chunk.Ids.IsEmpty(row))
            {
                chunk.Drop(row);
                rejects.Add(chunk.RowNumbers[row], "registration_id", default,
                    "the registration has no identifier. Fill registration_id.", "缺少登记编号，请补填。");
            }
            else if (chunk.HouseholdIds.IsEmpty(row))
            {
                chunk.Drop(row);
                rejects.Add(chunk.RowNumbers[row], "household_id", default,
                    "the registration belongs to no household. Fill household_id.", "缺少户号，请补填。");
            }
            else if (chunk.Divisions[row].IsNone)
            {
                chunk.Drop(row);
                rejects.Add(chunk.RowNumbers[row], "division", division.GetText(row, scratch),
                    "no division code of 6, 9 or 12 digits. Write the code of GB/T 2260.", "行政区划代码不可读，应为6、9或12位数字。");
            }

            CitizenNumberReading reading = chunk.Numbers[row];
            if (reading.Fault != CitizenNumberFault.None && reading.Fault != CitizenNumberFault.Missing)
            {
                ReadOnlySpan<byte> text = number.GetText(row, scratch);
                if (!reading.HasNumber || reading.Expanded || text.Length != CitizenNumber.Length)
                {
                    chunk.OddTexts.Add((row, RegisterColumn.CitizenNumber, text.ToArray()));
                }
            }

            if (chunk.Births[row].Fault is DateFault.Unreadable or DateFault.Impossible)
            {
                chunk.OddTexts.Add((row, RegisterColumn.BirthDate, birth.GetText(row, scratch).ToArray()));
            }
        }
    }

    // Several former numbers stand in one cell, the latest first or last by the office; the first readable one serves.
    private static CellState FirstNumber(ReadOnlySpan<byte> text, out CitizenNumberReading number)
    {
        int end = text.IndexOfAny(";,| "u8);
        return CellParsers.Number(end > 0 ? text[..end] : text, out number);
    }

    private static CellState Filled(ReadOnlySpan<byte> text, out bool filled)
    {
        filled = !text.Trim(" \t\r\n"u8).IsEmpty;
        return CellState.Read;
    }

    private static CellState EducationOf(ReadOnlySpan<byte> text, out Education education) =>
        Education.TryRead(text, out education) ? CellState.Read : text.IsEmpty ? CellState.Empty : CellState.Invalid;

    private static CellState EthnicityOf(ReadOnlySpan<byte> text, out Ethnicity code) =>
        Ethnicity.TryRead(text, out code) ? CellState.Read : text.IsEmpty ? CellState.Empty : CellState.Invalid;
}
