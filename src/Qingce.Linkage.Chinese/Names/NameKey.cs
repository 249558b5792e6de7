using System.Text;
using Qingce.Standards;

namespace Qingce.Linkage.Chinese;

/// <summary>Blocking keys of Chinese names. Names with middle dots have their first part for a surname and the rest for a given name.</summary>
internal sealed class NameKey(string name, NamePart part) : Derivation
{
    private const ulong NoReading = 1 << 24;

    public override string Name => name;

    public override int Keys(in CellValue value, int argument, Span<ulong> keys)
    {
        var text = value.Text[..Math.Min(value.Text.Length, NameCodes.Longest)];
        var (surname, given) = Split(text);
        var foreign = NameCodes.IsTransliterated(text);
        keys[0] = part switch
        {
            NamePart.Surname when !foreign => Characters(surname, isSurname: true),
            NamePart.Given when !foreign => Characters(given, isSurname: false),
            NamePart.Surname => Sounds(surname, foreign),
            NamePart.SurnameSound => Sounds(surname[..Math.Min(1, surname.Length)], foreign),
            NamePart.Given or NamePart.GivenSound => Sounds(given, foreign),
            _ => Sounds(text, foreign),
        };
        return keys[0] == 0 ? 0 : 1;
    }

    public override ulong KeyOf(ulong cell, int argument)
    {
        if (!Cell.IsHan(cell))
        {
            return 0;
        }

        Span<int> text = stackalloc int[4];
        text = text[..Cell.Decode(cell, text)];
        var surname = part == NamePart.Sound ? 0 : HanFolds.SurnameLength(text);
        return part switch
        {
            NamePart.Surname => HanCharacters(surname == 0 ? text : text[..surname], isSurname: true),
            NamePart.SurnameSound => HanSounds(text[..1]),
            NamePart.Given => surname == 0 ? 0 : HanCharacters(text[surname..], isSurname: false),
            NamePart.GivenSound => surname == 0 ? 0 : HanSounds(text[surname..]),
            _ => HanSounds(text),
        };
    }

    private static ulong HanCharacters(ReadOnlySpan<int> text, bool isSurname)
    {
        ulong key = 0;
        foreach (var code in text)
        {
            key = KeyMix.Of(key, (uint)(isSurname ? HanFolds.FoldSurname(code) : HanFolds.Fold(code)));
        }

        return key | 1;
    }

    private static ulong HanSounds(ReadOnlySpan<int> text)
    {
        Span<ulong> sounds = stackalloc ulong[4];
        for (var i = 0; i < text.Length; i++)
        {
            var sound = HanFolds.Syllable(text[i]) is not 0 and var syllable ? (ulong)syllable : NoReading | (uint)text[i];
            var at = i;
            for (; at > 0 && sounds[at - 1] > sound; at--)
            {
                sounds[at] = sounds[at - 1];
            }

            sounds[at] = sound;
        }

        ulong key = 0;
        foreach (var sound in sounds[..text.Length])
        {
            key = KeyMix.Of(key, sound);
        }

        return key | 1;
    }

    private static NameSplit Split(ReadOnlySpan<int> text)
    {
        var length = NameCodes.SurnameLength(text);
        if (length > 0)
        {
            return new(text[..length], text[length..]);
        }

        var end = text.IndexOfAny(NameCodes.Dot, ' ');
        return end > 0 ? new(text[..end], text[(end + 1)..]) : new(text, []);
    }

    private static ulong Characters(ReadOnlySpan<int> text, bool isSurname)
    {
        ulong key = 0;
        foreach (var code in text)
        {
            key = KeyMix.Of(key, (uint)(isSurname && NameCodes.IsHan(code) ? NameCodes.FoldSurname(code) : NameCodes.Fold(code)));
        }

        return text.IsEmpty ? 0 : key | 1;
    }

    // Sorted, so that parts may change places; letters by the syllables that they are, transliterated syllables by the characters that stand for one sound.
    private static ulong Sounds(ReadOnlySpan<int> text, bool foreign)
    {
        Span<ulong> sounds = stackalloc ulong[text.Length];
        var length = text.IsEmpty || NameCodes.IsHan(text[0]) ? 0 : PinyinSyllables.Of(text, sounds);
        if (length > 0)
        {
            text = [];
        }

        foreach (var code in text)
        {
            if (code is NameCodes.Dot or ' ' or '-' or '\'' or '.')
            {
                continue;
            }

            var sound = NameCodes.IsHan(code) ? Pinyin.SyllableOf(new Rune(foreign ? NameCodes.FoldSyllable(code) : NameCodes.Fold(code))) : 0;
            sounds[length++] = sound == 0 ? NoReading | (uint)code : (ulong)sound;
        }

        sounds = sounds[..length];
        sounds.Sort();
        ulong key = 0;
        foreach (var sound in sounds)
        {
            key = KeyMix.Of(key, sound);
        }

        return length == 0 ? 0 : key | 1;
    }

    private readonly ref struct NameSplit(ReadOnlySpan<int> surname, ReadOnlySpan<int> given)
    {
        public void Deconstruct(out ReadOnlySpan<int> one, out ReadOnlySpan<int> other)
        {
            one = Surname;
            other = Given;
        }

        private ReadOnlySpan<int> Surname { get; } = surname;

        private ReadOnlySpan<int> Given { get; } = given;
    }
}
