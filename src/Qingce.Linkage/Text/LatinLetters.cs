namespace Qingce.Linkage;

/// <summary>Letters of Latin script without their marks: é is e, ß is ss.</summary>
internal static class LatinLetters
{
    private const int FirstExtended = 0xC0, FirstAdditional = 0x1E00;

    // The base letter of each code point from U+00C0 and from U+1E00 on; a digit stands for two letters, a point for none.
    private const string Extended =
        "aaaaaa1ceeeeiiiidnooooo.ouuuuy43aaaaaa1ceeeeiiiidnooooo.ouuuuy4yaaaaaaccccccccddddeeeeeeeeeegggg" +
        "gggghhhhiiiiiiiiii..jjkkkllllll..llnnnnnnnnnoooooo22rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs" +
        "...............a..f.............oo.............uu............................aaiioouuuuuuuuuu.aa" +
        "aa....ggkkoooo..j...gg..nnaa....aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............" +
        "................";

    private const string Additional =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrr" +
        "ssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy.s..3.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee" +
        "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

    /// <summary>Small letters without marks.</summary>
    /// <param name="code">A code point.</param>
    /// <param name="second">A second letter, of ligatures; 0 mostly.</param>
    /// <returns>The letter; 0 for a code point that is no marked Latin letter.</returns>
    public static char Plain(int code, out char second)
    {
        second = '\0';
        var letter = code switch
        {
            >= FirstExtended when code < FirstExtended + Extended.Length => Extended[code - FirstExtended],
            >= FirstAdditional when code < FirstAdditional + Additional.Length => Additional[code - FirstAdditional],
            _ => '.',
        };
        (var first, second) = letter switch
        {
            '1' => ('a', 'e'),
            '2' => ('o', 'e'),
            '3' => ('s', 's'),
            '4' => ('t', 'h'),
            '.' => ('\0', '\0'),
            _ => (letter, '\0'),
        };
        return first;
    }
}
