using System.Globalization;

namespace Qingce.Bench;

/// <param name="People">How many people the invented province has.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="Runs">How often each command runs; the median is quoted.</param>
/// <param name="Record">Whether the table is written to bench/results.</param>
internal sealed record BenchArguments(int People, int Seed, int Runs, bool Record)
{
    public static BenchArguments Read(string[] args)
    {
        BenchArguments read = new(1_000_000, 3, 3, args.Contains("--record"));
        for (int i = 0; i + 1 < args.Length; i++)
        {
            read = args[i] switch
            {
                "--people" => read with { People = Number(args[i + 1]) },
                "--seed" => read with { Seed = Number(args[i + 1]) },
                "--runs" => read with { Runs = Number(args[i + 1]) },
                _ => read,
            };
        }

        return read;
    }

    private static int Number(string text) => int.Parse(text.Replace("_", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
}
