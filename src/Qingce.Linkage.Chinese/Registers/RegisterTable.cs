using Qingce.Standards;

namespace Qingce.Linkage.Chinese;

/// <summary>The registrations packed for comparing, with the frequencies of their values and the members of their households.</summary>
internal sealed class RegisterTable
{
    private const int Chunk = 65_536;

    private RegisterTable(PersonColumns columns, RegisterRow[] rows, PackedName[] names, WholeRegister? whole, ParallelOptions parallel)
    {
        Columns = columns;
        Rows = rows;
        Names = names;
        HouseholdMembers? households = null;
        ValueFrequencies? frequencies = null;
        Parallel.Invoke(
            parallel, () => households = HouseholdMembers.Of(columns), () => frequencies = new ValueFrequencies(columns, rows, whole, parallel));
        Households = households!;
        Frequencies = frequencies!;
    }

    public PersonColumns Columns { get; }

    public RegisterRow[] Rows { get; }

    public PackedName[] Names { get; }

    public ValueFrequencies Frequencies { get; }

    public HouseholdMembers Households { get; }

    public static RegisterTable Pack(PersonColumns columns, WholeRegister? whole, int threads, CancellationToken cancellationToken)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        var names = new PackedName[columns.Names.Count];
        Parallel.For(0, (names.Length + Chunk - 1) / Chunk, parallel, chunk =>
        {
            for (var i = chunk * Chunk; i < Math.Min(names.Length, (chunk + 1) * Chunk); i++)
            {
                names[i] = PackedName.Of(columns.Names[i]);
            }
        });
        var rows = new RegisterRow[columns.Count];
        Parallel.For(0, (rows.Length + Chunk - 1) / Chunk, parallel, chunk =>
        {
            for (var i = chunk * Chunk; i < Math.Min(rows.Length, (chunk + 1) * Chunk); i++)
            {
                rows[i] = RowOf(columns, names, i);
            }
        });
        return new RegisterTable(columns, rows, names, whole, parallel);
    }

    /// <summary>The value of an optional column.</summary>
    public static T Value<T>(ReadOnlyMemory<T> column, int row, T missing) => column.IsEmpty ? missing : column.Span[row];

    private static RegisterRow RowOf(PersonColumns columns, PackedName[] names, int row)
    {
        var number = CitizenNumber.FromPacked(columns.Numbers.Span[row]);
        var nameId = columns.NameIds.Span[row];
        var name = nameId < 0 ? default : names[nameId];
        var signs = (!number.IsNone && number.HasRightCheck ? RowSigns.NumberHolds : RowSigns.None)
            | (name.Odd ? RowSigns.OddName : RowSigns.None)
            | (Value(columns.FormerNumbers, row, 0UL) != 0 ? RowSigns.FormerNumber : RowSigns.None)
            | (Value(columns.Living, row, true) ? RowSigns.None : RowSigns.Cancelled)
            | (Value(columns.FifteenDigits, row, false) ? RowSigns.FifteenDigits : RowSigns.None);
        return new RegisterRow
        {
            Number = PackedNumber.Of(number),
            Characters = name.Characters,
            Sounds = name.Sounds,
            Birth = PackedDate.Of(columns.BirthDates.Span[row]),
            SoundKey = name.SoundKey,
            Phone = Short((ulong)Value(columns.Phones, row, 0L)),
            Address = Short(Value(columns.AddressKeys, row, 0UL)),
            OtherAddress = Short(Value(columns.OtherAddressKeys, row, 0UL)),
            Row = row,
            Name = nameId,
            FormerName = Value(columns.FormerNameIds, row, -1),
            Household = Value(columns.Households, row, -1),
            Sex = columns.Sexes.Span[row],
            NameLength = name.Length,
            Signs = signs,
        };
    }

    private static uint Short(ulong value) => value == 0 ? 0 : (uint)(KeyMix.Of(value) >> 32) | 1;
}
