using Qingce.Standards;

namespace Qingce.Linkage.Chinese;

/// <summary>What a name is in packed form: enough to tell most pairs of names apart without looking at their text.</summary>
/// <param name="Characters">
/// The first four characters, variants and surnames folded, 16 bits each, the first lowest; 0 where there is none.
/// </param>
/// <param name="Sounds">The syllables of these characters without tone, 16 bits each; 0 where there is none.</param>
/// <param name="SoundKey">A hash of all syllables in any order, equal for homophones and for reordered parts; 0 for no name.</param>
/// <param name="Length">Characters, middle dots not counted.</param>
/// <param name="Odd">True when only the text can tell what it agrees with: characters lost, several parts, Latin, or more than four characters.</param>
internal readonly record struct PackedName(ulong Characters, ulong Sounds, uint SoundKey, byte Length, bool Odd)
{
    private const int Longest = 32;

    /// <summary>Packs a name.</summary>
    /// <param name="name">In normal form.</param>
    public static PackedName Of(string name)
    {
        Span<ushort> sounds = stackalloc ushort[Longest];
        ulong characters = 0, syllables = 0;
        var length = 0;
        var odd = false;
        foreach (var rune in name.EnumerateRunes())
        {
            if (rune.Value == 0xB7 || length == Longest)
            {
                odd = true;
                continue;
            }

            var folded = Variants.Fold(rune);
            folded = length == 0 ? SurnameVariants.Fold(folded) : folded;
            var sound = Pinyin.SyllableOf(folded);
            odd |= sound == 0;
            if (length < 4)
            {
                characters |= (ulong)Short(folded.Value) << (length * 16);
                syllables |= (ulong)(ushort)sound << (length * 16);
            }

            sounds[length++] = sound == 0 ? Short(folded.Value) : (ushort)sound;
        }

        sounds[..length].Sort();
        var key = 0UL;
        foreach (var sound in sounds[..length])
        {
            key = KeyMix.Of(key, sound);
        }

        return new(characters, syllables, length == 0 ? 0 : (uint)(key >> 32) | 1, (byte)length, odd || length > 4);
    }

    private static ushort Short(int code) => (ushort)((code ^ (code >> 16) * 0x9E37) & 0xFFFF);
}
