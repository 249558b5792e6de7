using System.Globalization;

namespace Qingce.Bench;

/// <param name="People">How many people the invented province has.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="Runs">How often each command runs; the median is quoted.</param>
/// <param name="Record">Whether the table is written to bench/results.</param>
/// <param name="Rows">How many rows a file of people has.</param>
/// <param name="File">A file to write, or to link.</param>
/// <param name="Skew">Whether many people share a surname and birthday, and a column has a default value.</param>
/// <param name="Parquet">Whether the file is Parquet.</param>
/// <param name="Threads">Threads to use.</param>
/// <param name="Model">A trained model.</param>
/// <param name="Into">A folder to write into.</param>
/// <param name="Data">A folder of sets to measure accuracy on.</param>
/// <param name="Alone">Whether the peer, which needs hours for what is largest, is left out.</param>
internal sealed record BenchArguments(
    int People, int Seed, int Runs, bool Record, int Rows = 1_000_000, string File = "", bool Skew = false, bool Parquet = false, int Threads = 0, string Model = "", string Into = "",
    string Data = "", bool Alone = false)
{
    public static BenchArguments Read(string[] args)
    {
        BenchArguments read = new(1_000_000, 3, 3, args.Contains("--record")) { Skew = args.Contains("--skew"), Alone = args.Contains("--alone"), Threads = Environment.ProcessorCount };
        for (int i = 0; i + 1 < args.Length; i++)
        {
            read = args[i] switch
            {
                "--people" => read with { People = Number(args[i + 1]) },
                "--seed" => read with { Seed = Number(args[i + 1]) },
                "--runs" => read with { Runs = Number(args[i + 1]) },
                "--rows" => read with { Rows = Number(args[i + 1]) },
                "--out" or "--file" => read with { File = args[i + 1], Parquet = read.Parquet || args[i + 1].EndsWith(".parquet", StringComparison.Ordinal) },
                "--data" => read with { Data = args[i + 1] },
                "--model" => read with { Model = args[i + 1] },
                "--into" => read with { Into = args[i + 1] },
                "--format" => read with { Parquet = args[i + 1] == "parquet" },
                "--threads" => read with { Threads = Number(args[i + 1]) },
                _ => read,
            };
        }

        return read;
    }

    private static int Number(string text) => int.Parse(text.Replace("_", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
}
