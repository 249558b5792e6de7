namespace Qingce.Bench.Accuracy;

/// <summary>Invented words with frequencies as names have them: few common ones, many rare ones.</summary>
internal sealed class InventedNames
{
    private static readonly string[] Starts = ["b", "br", "c", "ch", "d", "f", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "r", "s", "sch", "st", "t", "th", "v", "w", "z", ""];
    private static readonly string[] Vowels = ["a", "e", "i", "o", "u", "ai", "ee", "ei", "au", "ie"];
    private static readonly string[] Ends = ["", "", "n", "r", "l", "s", "t", "nd", "rt", "ck", "m", "nn"];
    private readonly string[] _words;
    private readonly double[] _cumulated;

    public InventedNames(int count, int syllables, double skew, int seed)
    {
        Random random = new(seed);
        HashSet<string> words = [];
        while (words.Count < count)
        {
            words.Add(string.Concat(Enumerable.Range(0, random.Next(1, syllables + 1) + (words.Count > 200 ? 1 : 0)).Select(_ => Syllable(random))));
        }

        _words = [.. words.Where(w => w.Length > 0)];
        _cumulated = new double[_words.Length];
        double sum = 0;
        for (int i = 0; i < _words.Length; i++)
        {
            _cumulated[i] = sum += 1 / Math.Pow(i + 5, skew);
        }
    }

    public string Draw(Random random)
    {
        int at = Array.BinarySearch(_cumulated, random.NextDouble() * _cumulated[^1]);
        return _words[Math.Min(at < 0 ? ~at : at, _words.Length - 1)];
    }

    private static string Syllable(Random random) =>
        Starts[random.Next(Starts.Length)] + Vowels[random.Next(Vowels.Length)] + Ends[random.Next(Ends.Length)];
}
