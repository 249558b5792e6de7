namespace Qingce.Linkage;

/// <summary>A key for each of the first eight words of a text, or items of a set.</summary>
/// <param name="name">Name in model files: <c>words</c> or <c>items</c>.</param>
/// <param name="separator">What parts them.</param>
internal sealed class WordKeys(string name, char separator) : Derivation
{
    private const int Most = 8;

    public override string Name => name;

    public override int MostKeys => Most;

    public override int Keys(in CellValue value, int argument, Span<ulong> keys)
    {
        Span<Range> words = stackalloc Range[Words.Most];
        var count = Math.Min(Most, Words.Find(value.Text, separator, words));
        for (var i = 0; i < count; i++)
        {
            keys[i] = TextPart.Hash(value.Text[words[i]]);
        }

        return count;
    }
}

/// <summary><c>soundex</c>: how the first word sounds; the whole text where it has no Latin letter.</summary>
internal sealed class SoundexKey : Derivation
{
    public override string Name => "soundex";

    public override int Keys(in CellValue value, int argument, Span<ulong> keys)
    {
        var sound = Soundex.Of(value.Text);
        keys[0] = sound == 0 ? TextPart.Hash(value.Text) : (ulong)sound << 8 | 1;
        return 1;
    }
}

/// <summary><c>metaphone</c> and <c>cologne</c>: how the first word sounds in English and in German; the whole text where it has no Latin letter.</summary>
/// <param name="name">Name in model files.</param>
/// <param name="sound">The key of a text, 0 for none.</param>
internal sealed class SoundKey(string name, SoundKey.Sound sound) : Derivation
{
    /// <summary>Tells the key of cleaned code points; 0 for none.</summary>
    internal delegate ulong Sound(ReadOnlySpan<int> text);

    public override string Name => name;

    public override int Keys(in CellValue value, int argument, Span<ulong> keys)
    {
        var key = sound(value.Text);
        keys[0] = key == 0 ? TextPart.Hash(value.Text) : KeyMix.Of(key) | 1;
        return 1;
    }
}

/// <summary><c>sorted</c>: the characters in order, spaces left out, so that swaps and the order of words do not count.</summary>
internal sealed class SortedCharacters : Derivation
{
    private const int OnStack = 128;

    public override string Name => "sorted";

    public override int Keys(in CellValue value, int argument, Span<ulong> keys)
    {
        var sorted = value.Text.Length <= OnStack ? stackalloc int[value.Text.Length] : new int[value.Text.Length];
        value.Text.CopyTo(sorted);
        sorted.Sort();
        keys[0] = TextPart.Hash(sorted[sorted.LastIndexOf(' ') is var space && space >= 0 ? (space + 1).. : ..]);
        return 1;
    }
}
