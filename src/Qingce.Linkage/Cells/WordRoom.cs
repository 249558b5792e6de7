namespace Qingce.Linkage;

/// <summary>
/// Room for a word of each row, which one step after the other uses: new memory takes as long as the work for which it is. For one step at a time.
/// </summary>
internal sealed class WordRoom
{
    private ulong[] _words = [];

    /// <summary>Room for so many words, or more. What is in them is anything, and what an earlier step had there is lost.</summary>
    public ulong[] Of(int words)
    {
        if (_words.Length < words)
        {
            // Let go of first: the two need not be there at once.
            _words = [];
            _words = LargePages.Allocate<ulong>(words);
        }

        return _words;
    }
}
