using System.Globalization;
using Qingce.Testing;

[assembly: AssemblyFixture(typeof(Qingce.Faults.Tests.FaultTally))]

namespace Qingce.Faults.Tests;

/// <summary>
/// Counts the kills of all tests after which everything was found in order, and says so in one line when the last test is over: on the screen, and at the end
/// of the file that <c>QINGCE_TEST_SUMMARY</c> names, which <c>./test</c> prints.
/// </summary>
public sealed class FaultTally : IDisposable
{
    private readonly Lock _counting = new();
    private readonly List<(string Work, StoreKind Kind, int Kills, int Late)> _sound = [];
    private int _unsound;

    /// <summary>Counts the runs of one seed that were found in order.</summary>
    /// <param name="work">The workload.</param>
    /// <param name="kind">The store.</param>
    /// <param name="kills">Times it was killed.</param>
    /// <param name="late">Points that fell after its end.</param>
    public void AddSound(string work, StoreKind kind, int kills, int late)
    {
        lock (_counting)
        {
            _sound.Add((work, kind, kills, late));
        }
    }

    /// <summary>Counts a seed after which something was not in order.</summary>
    public void AddUnsound() => Interlocked.Increment(ref _unsound);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_sound.Count + _unsound == 0)
        {
            return;
        }

        string works = string.Join(", ", _sound.GroupBy(one => one.Work).Select(work => $"{work.Key} {work.Sum(one => one.Kills)}"));
        string stores = string.Join(", ", _sound.GroupBy(one => one.Kind).OrderBy(kind => kind.Key)
            .Select(kind => $"{(kind.Key == StoreKind.Sqlite ? "SQLite" : "PostgreSQL")} {kind.Sum(one => one.Kills)}"));
        string end = _unsound == 0 ? "nothing lost, nothing twice, every count reconciles" : $"and {_unsound} seeds after which something was NOT IN ORDER";
        string line = string.Create(
            CultureInfo.InvariantCulture,
            $"faults: {_sound.Sum(one => one.Kills)} kills ({works}) on {stores}; {_sound.Sum(one => one.Late)} points fell after the end and do not count: {end}");
        Console.Out.WriteLine(line);
        if (Environment.GetEnvironmentVariable("QINGCE_TEST_SUMMARY") is { Length: > 0 } file)
        {
            File.AppendAllText(file, line + "\n");
        }
    }
}
