namespace Qingce.Linkage.Chinese;

/// <summary>Blocking keys of dates: some of their digits. Dates of which these are unknown have none.</summary>
internal sealed class DatePart(string name, int start, int length) : Derivation
{
    private readonly uint _after = PowerOf10(8 - start - length);
    private readonly uint _whole = PowerOf10(length);

    public override string Name => name;

    public override int Keys(in CellValue value, int argument, Span<ulong> keys)
    {
        if (value.Text.Length != 8 || value.Text.Slice(start, length).EndsWith([(int)'0', '0']) && start > 0)
        {
            return 0;
        }

        var key = (ulong)start << 16;
        foreach (var code in value.Text.Slice(start, length))
        {
            key = key * 10 + (ulong)(code & 15);
        }

        keys[0] = key | 1UL << 40;
        return 1;
    }

    public override ulong KeyOf(ulong cell, int argument)
    {
        if (!Cell.TryNumber(cell, out var date, out var digits) || digits != 8)
        {
            return 0;
        }

        var its = (uint)date / _after % _whole;
        return its % 100 == 0 && start > 0 ? 0 : ((ulong)start << 16) * _whole + its | 1UL << 40;
    }

    private static uint PowerOf10(int digits) => digits == 0 ? 1 : 10 * PowerOf10(digits - 1);
}
