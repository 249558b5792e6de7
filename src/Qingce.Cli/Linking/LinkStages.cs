using System.Diagnostics;
using Qingce.Checks.Verification;
using Qingce.Cli.Screens;

namespace Qingce.Cli.Linking;

/// <summary>A step of a linkage.</summary>
internal enum LinkStage
{
    Reading,
    Proposing,
    Training,
    Searching,
    Clustering,
    Naming,
    Writing,
}

/// <summary>Measures the steps of a linkage and tells how far it is.</summary>
internal sealed class LinkStages(Screen screen, ProgressLine line)
{
    // About the shares of a whole run, by which the time that is left is told.
    private static readonly (LinkStage Stage, double Share)[] Shares =
    [
        (LinkStage.Reading, 0.25), (LinkStage.Proposing, 0.05), (LinkStage.Training, 0.2), (LinkStage.Searching, 0.35), (LinkStage.Clustering, 0.04),
        (LinkStage.Naming, 0.01), (LinkStage.Writing, 0.1),
    ];

    private readonly List<StageTiming> _timings = [];

    /// <summary>What each step cost, in the order they were done. Steps done twice stand twice.</summary>
    public IReadOnlyList<StageTiming> Timings => _timings;

    /// <summary>Does a step.</summary>
    /// <param name="stage">Which one.</param>
    /// <param name="work">The work; gets where to tell the share of it that is done.</param>
    public T Run<T>(LinkStage stage, Func<IProgress<double>, T> work)
    {
        Share progress = new(this, stage);
        progress.Report(0);
        long started = Stopwatch.GetTimestamp();
        long allocated = GC.GetTotalAllocatedBytes();
        T result = work(progress);
        _timings.Add(new StageTiming(NameOf(stage), Stopwatch.GetElapsedTime(started).TotalMilliseconds, GC.GetTotalAllocatedBytes() - allocated));
        return result;
    }

    private static string NameOf(LinkStage stage) => stage switch
    {
        LinkStage.Reading => "read",
        LinkStage.Proposing => "propose",
        LinkStage.Training => "train",
        LinkStage.Searching => "search",
        LinkStage.Clustering => "cluster",
        LinkStage.Naming => "name",
        _ => "write",
    };

    private string Words(LinkStage stage) => stage switch
    {
        LinkStage.Reading => screen.Say("读取文件", "reading the files"),
        LinkStage.Proposing => screen.Say("拟定模型", "looking at the columns"),
        LinkStage.Training => screen.Say("训练模型", "training the model"),
        LinkStage.Searching => screen.Say("比较记录", "comparing records"),
        LinkStage.Clustering or LinkStage.Naming => screen.Say("归并到人", "making clusters"),
        _ => screen.Say("写出结果", "writing the result"),
    };

    private string Left(double seconds) => seconds < 90
        ? screen.Say(FormattableString.Invariant($"约剩 {seconds:0} 秒"), FormattableString.Invariant($"about {seconds:0} s left"))
        : screen.Say(FormattableString.Invariant($"约剩 {seconds / 60:0} 分钟"), FormattableString.Invariant($"about {seconds / 60:0} min left"));

    private sealed class Share(LinkStages stages, LinkStage stage) : IProgress<double>
    {
        public void Report(double value)
        {
            double before = Shares.TakeWhile(share => share.Stage != stage).Sum(share => share.Share);
            double mine = Shares.First(share => share.Stage == stage).Share;
            stages.Report(stage, before + mine * Math.Clamp(value, 0, 1));
        }
    }

    private void Report(LinkStage stage, double done) => line.Report(Words(stage), done, Left);
}
