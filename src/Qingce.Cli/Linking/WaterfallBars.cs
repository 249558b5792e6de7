using Qingce.Linkage;

namespace Qingce.Cli.Linking;

/// <summary>The steps of a weight as bars of characters, each from where the one before it ended.</summary>
internal static class WaterfallBars
{
    /// <summary>Draws the bars.</summary>
    /// <param name="steps">The steps, at least one.</param>
    /// <param name="width">Characters for the whole range, 2 or more.</param>
    /// <returns>A line a step: █ for a match, ░ against it.</returns>
    public static IReadOnlyList<string> Of(IReadOnlyList<EvidenceStep> steps, int width)
    {
        double[] ends = new double[steps.Count + 1];
        for (int i = 0; i < steps.Count; i++)
        {
            ends[i + 1] = ends[i] + steps[i].Weight;
        }

        (double least, double most) = (ends.Min(), ends.Max());
        double scale = most > least ? width / (most - least) : 0;
        string[] bars = new string[steps.Count];
        for (int i = 0; i < bars.Length; i++)
        {
            (int from, int to) = (Place(Math.Min(ends[i], ends[i + 1])), Place(Math.Max(ends[i], ends[i + 1])));
            // A small step is still seen, and a bar at the right end does not leave its room.
            from = to > from || steps[i].Weight == 0 ? from : Math.Min(from, width - 1);
            int length = steps[i].Weight == 0 ? 0 : Math.Max(1, to - from);
            bars[i] = new string(' ', from) + new string(steps[i].Weight > 0 ? '█' : '░', length);
        }

        return bars;

        int Place(double bits) => (int)Math.Round((bits - least) * scale);
    }
}
