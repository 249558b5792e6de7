using System.Globalization;

namespace Qingce.Cli.Screens;

/// <summary>
/// One line on the standard error that says how far a long run is. It appears after two seconds, and never in a pipe, beside --json or in a
/// terminal that cannot move its cursor; there a run of many minutes may tell now and then in a line of its own. Safe for reports from several threads.
/// </summary>
internal sealed class ProgressLine : IDisposable
{
    private const int BarWidth = 24;
    private const long DelayMilliseconds = 2000;
    private const long PauseMilliseconds = 100;

    private readonly Lock _lock = new();
    private readonly bool _visible;
    private readonly TimeSpan? _pause;
    private readonly TimeProvider _clock;
    private readonly long _started;
    private double _shownAt;
    private bool _shown;

    /// <summary>Begins to count.</summary>
    /// <param name="screen">Where it talks.</param>
    /// <param name="clock">The time.</param>
    /// <param name="pause">How often it tells where no line can be moved; null for never.</param>
    public ProgressLine(Screen screen, TimeProvider clock, TimeSpan? pause = null)
    {
        _pause = screen.Json ? null : pause;
        _visible = !screen.Json && !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");
        _clock = clock;
        _started = clock.GetTimestamp();
    }

    /// <summary>Shows how far the run is.</summary>
    /// <param name="what">What is being done.</param>
    /// <param name="done">Share of it done, 0 to 1, or NaN when nobody knows.</param>
    /// <param name="left">Words for the seconds that are left, where they can be told; they stand behind the bar.</param>
    public void Report(string what, double done, Func<double, string>? left = null)
    {
        if (!_visible)
        {
            TellPlainly(what, done);
            return;
        }

        double now = _clock.GetElapsedTime(_started).TotalMilliseconds;
        lock (_lock)
        {
            if (now < DelayMilliseconds || (_shown && now - _shownAt < PauseMilliseconds))
            {
                return;
            }

            _shown = true;
            _shownAt = now;
            string seconds = (now / 1000).ToString("0", CultureInfo.InvariantCulture);
            Console.Error.Write(double.IsNaN(done) ? $"\r\e[K{seconds} s  {what}" : $"\r\e[K{seconds} s  {Bar(done)}  {what}{Left(done, now, left)}");
        }
    }

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_shown)
            {
                Console.Error.Write("\r\e[K");
                _shown = false;
            }
        }
    }

    private void TellPlainly(string what, double done)
    {
        double now = _clock.GetElapsedTime(_started).TotalMilliseconds;
        lock (_lock)
        {
            if (_pause is not { } pause || now - _shownAt < pause.TotalMilliseconds)
            {
                return;
            }

            _shownAt = now;
            string seconds = (now / 1000).ToString("0", CultureInfo.InvariantCulture);
            string share = double.IsNaN(done) ? "" : string.Create(CultureInfo.InvariantCulture, $"  {(int)(Math.Clamp(done, 0, 1) * 100)}%");
            Console.Error.WriteLine($"{seconds} s{share}  {what}");
        }
    }

    // A tenth of the work must be done before the rest is foretold.
    private static string Left(double done, double now, Func<double, string>? left) =>
        left is null || done is < 0.1 or >= 1 ? "" : "  " + left(now / 1000 * (1 - done) / done);

    private static string Bar(double done)
    {
        int full = (int)(Math.Clamp(done, 0, 1) * BarWidth);
        return new string('█', full) + new string('░', BarWidth - full) + $" {(int)(Math.Clamp(done, 0, 1) * 100),3}%";
    }
}
