namespace Qingce.Linkage.Chinese;

/// <summary>Blocking keys of dates: some of their digits. Dates of which these are unknown have none.</summary>
internal sealed class DatePart(string name, int start, int length) : Derivation
{
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
}
