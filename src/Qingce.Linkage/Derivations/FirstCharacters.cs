namespace Qingce.Linkage;

/// <summary><c>first-n</c>: the first n characters.</summary>
internal sealed class FirstCharacters : Derivation
{
    public override string Name => "first";

    public override int Keys(in CellValue value, int argument, Span<ulong> keys)
    {
        var key = 1UL;
        foreach (var code in value.Text[..Math.Min(argument, value.Text.Length)])
        {
            key = KeyMix.Of(key, (uint)code);
        }

        keys[0] = key | 1;
        return 1;
    }
}
