namespace Qingce.Linkage.Chinese;

/// <summary><c>tail-n</c>: the last n characters, of a phone number mostly; the whole when it is shorter.</summary>
internal sealed class PhoneTail : Derivation
{
    public override string Name => "tail";

    public override int Keys(in CellValue value, int argument, Span<ulong> keys)
    {
        var key = 2UL;
        foreach (var code in value.Text[Math.Max(0, value.Text.Length - Math.Max(argument, 1))..])
        {
            key = KeyMix.Of(key, (uint)code);
        }

        keys[0] = key | 1;
        return 1;
    }
}
