namespace Qingce.Standards;

/// <summary>What characters of the basic plane stand for: a look-up in an array, for names are folded by the million.</summary>
internal sealed class FoldTable
{
    private readonly char[] _representatives = new char[char.MaxValue + 1];

    public FoldTable(IReadOnlyDictionary<int, int> representatives)
    {
        for (var code = 0; code < _representatives.Length; code++)
        {
            _representatives[code] = (char)(representatives.TryGetValue(code, out var other) ? other : code);
        }
    }

    /// <summary>The character that stands for this one; itself where there is none, and beyond the basic plane.</summary>
    public int Of(int code) => (uint)code <= char.MaxValue ? _representatives[code] : code;
}
