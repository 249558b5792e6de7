using Qingce.Standards;

namespace Qingce.Linkage.Chinese;

/// <summary><c>sex</c>: 男, 女, 1, 2, M, F and their like as 1 and 2. All else is missing.</summary>
internal sealed class SexKind : ColumnKind
{
    public override string Name => "sex";

    public override int MostBytes(int length) => 1;

    public override bool TryCell(ReadOnlySpan<byte> value, out ulong cell)
    {
        cell = Sex.TryRead(value, out var sex) && sex.IsKnown ? Cell.OfDigits(0, sex == Sex.Male ? 1 : 2, 1) : Cell.Missing;
        return true;
    }

    public override int Clean(ReadOnlySpan<byte> value, Span<byte> cleaned)
    {
        if (!Sex.TryRead(value, out var sex) || !sex.IsKnown)
        {
            return 0;
        }

        cleaned[0] = sex == Sex.Male ? (byte)'1' : (byte)'2';
        return 1;
    }
}
