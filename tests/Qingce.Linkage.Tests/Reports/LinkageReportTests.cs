using CsCheck;

namespace Qingce.Linkage.Tests;

public sealed class LinkageReportTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Examples_Steps_AddUpToTheWeightOfThePair()
    {
        var (outcome, report) = Linked(600, 0.4, 21);
        var weights = outcome.Pairs.ToDictionary(p => (p.Left, p.Right), p => (double)p.Weight);

        var examples = report.Patterns.SelectMany(p => p.Examples).ToList();

        Assert.NotEmpty(examples);
        Assert.All(examples, e => Assert.Equal(weights[(e.Left, e.Right)], e.Steps.Sum(s => s.Weight), 1e-4));
        Assert.All(examples, e => Assert.Equal(Waterfall.Prior, e.Steps[0].Comparison));
    }

    [Fact]
    public void Patterns_WithTheHeaviestLink_AreChosenAndComeFirst()
    {
        var (outcome, report) = Linked(600, 0.4, 21);

        Assert.Equal(outcome.Pairs.Max(p => p.Weight), report.Patterns[0].Examples[^1].Weight, 1e-4);
        Assert.All(report.Patterns, p => Assert.True(p.Compared >= p.Kept));
    }

    [Fact]
    public void Expected_AtTheThreshold_IsWhatTheProbabilitiesSumTo()
    {
        var (outcome, report) = Linked(600, 0.4, 22);
        var right = outcome.Pairs.Sum(p => new MatchWeight(p.Weight).Probability);

        var point = report.Expected.Points.Single(p => p.Threshold == 0);

        Assert.Equal(outcome.Pairs.Count, point.TruePositives + point.FalsePositives, 1e-6);
        Assert.Equal(right, point.TruePositives, 0.01 * right);
        Assert.True(report.Expected.Points[0].Threshold < 0, "what lies below the threshold is told");
        Assert.Equal(report.Expected.Points.Select(p => p.Recall).OrderDescending(), report.Expected.Points.Select(p => p.Recall));
    }

    [Fact]
    public void Expected_WithoutCountsOfTraining_BeginsAtTheThreshold()
    {
        var (outcome, _) = Linked(300, 0.4, 23);

        var report = LinkageReport.Of(outcome with { Candidates = null });

        Assert.All(report.Weights, w => Assert.True(w.Weight >= outcome.Threshold));
        Assert.Equal(outcome.Pairs.Count, report.Weights.Sum(w => w.Pairs));
    }

    [Fact]
    public void Measured_WithKnownEntities_CountsThem()
    {
        var (outcome, _) = Linked(300, 0.4, 24);
        int[] reference = [.. Enumerable.Range(0, outcome.Table.Rows)];
        var first = outcome.Pairs.MaxBy(p => p.Weight);
        reference[first.Right] = first.Left;

        var report = LinkageReport.Of(outcome with { Reference = reference });

        Assert.Equal(1, report.Measured!.Best.TruePositives);
        Assert.Equal(0, report.Measured.Best.FalseNegatives);
    }

    [Fact]
    public void Unlinkable_RowsThatSayLittle_AreCountedWithWhatTheyLack()
    {
        var file = Path.GetTempFileName();
        File.WriteAllLines(
            file,
            Enumerable.Range(0, 90).Select(i => $"r{i},given{i},family{i},19{i:00}0101,street{i},10{i:00},5550{i:00}")
                .Concat(Enumerable.Range(90, 10).Select(i => $"r{i},,,,street{i % 2},,"))
                .Prepend("id,given,family,born,street,postcode,phone"));
        var table = LinkTableReader.Read([("people", [file])], "id", InventedPeople.Model.Columns!, LinkageVocabulary.General, 2, Cancellation);
        File.Delete(file);

        var report = Report(table, InventedPeople.Model with { MatchesPerRow = 0.01 }, threshold: 0);

        Assert.Equal(100, report.Rows.Sampled);
        Assert.Equal(10, report.Rows.Unlinkable);
        Assert.Equal(0.1, report.Rows.UnlinkableAt(0), 1e-9);
        Assert.Equal(1, report.Rows.UnlinkableAt(1000), 1e-9);
        Assert.Equal([0, 1, 2, 4, 5], Assert.Single(report.Rows.Missing).Columns);
        Assert.Equal([90, 90, 90, 100, 90, 90], report.Rows.Columns.Select(c => c.Present));
        Assert.Equal([10, 10, 10, 0, 10, 10], report.Rows.Columns.Select(c => c.MissingInUnlinkable));
        Assert.Equal(90, report.Rows.Columns[3].Distinct);
        Assert.Equal([6, 6], report.Rows.Columns[3].Commonest.Select(v => v.Count));
    }

    [Fact]
    public void Clusters_HeldByOneWeakLink_NameIt()
    {
        var people = new InventedPeople(20, 0, 25);
        var table = people.ToTable();
        ScoredPair[] pairs = [new(0, 1, 12, 0), new(0, 2, 11, 0), new(1, 2, 9, 0), new(2, 3, 1.5f, 0), new(5, 6, 8, 0)];

        var summary = LinkageReport.Of(new LinkageOutcome
        {
            Table = table,
            Evidence = InventedPeople.Linker(table).Evidence(InventedPeople.Model),
            Threshold = 0,
            Pairs = pairs,
            Rules = [],
            Clusters = RowClusters.Find(table.Rows, pairs, new ClusterOptions { Refine = false }, Cancellation).Clustering!,
        }).Clusters;

        Assert.Equal((2, 6, 4), (summary.WithSeveral, summary.RowsWithOther, summary.Largest));
        Assert.Equal([(1, 14), (2, 1), (4, 1)], summary.Sizes.Select(s => (s.Size, s.Clusters)));
        var large = summary.Examples.Single(c => c.Size == 4);
        Assert.Equal((2, 3), (large.Weakest!.Left, large.Weakest.Right));
        Assert.Equal(4, large.Links);
        Assert.Equal(6, large.Edges.Count);
        Assert.Equal(2, large.Edges.Count(e => !e.IsLink));
        Assert.Equal((5, 6), (summary.Examples.Single(c => c.Size == 2).Weakest!.Left, summary.Examples.Single(c => c.Size == 2).Weakest!.Right));
    }

    [Fact]
    public void Report_AnyThreads_IsTheSame()
    {
        var (outcome, _) = Linked(300, 0.4, 26);
        var one = LinkageReport.Of(outcome);
        Gen.Int[2, 5].Sample(
            threads =>
            {
                var other = LinkageReport.Of(outcome with { Threads = threads });
                return one.Patterns.Select(Told).SequenceEqual(other.Patterns.Select(Told))
                    && one.Weights.SequenceEqual(other.Weights)
                    && one.Rows.SelfWeights.SequenceEqual(other.Rows.SelfWeights);
            },
            iter: 4);

        static string Told(PatternSummary p) => $"{p.Pattern} {p.Kept} {p.Compared} {string.Join(',', p.Examples.Select(e => (e.Left, e.Right)))}";
    }

    [Fact]
    public void Signs_LevelsThatContradictThemselves_AreNamed()
    {
        var people = new InventedPeople(50, 0.2, 27);
        var comparison = InventedPeople.Model.Comparisons[0];
        var odd = InventedPeople.Model with
        {
            Comparisons = [comparison with { Levels = [comparison.Levels[0] with { M = 0.01, U = 0.5 }, .. comparison.Levels.Skip(1)] }, .. InventedPeople.Model.Comparisons.Skip(1)],
        };

        var signs = Report(people.ToTable(), odd, threshold: 0).Signs;

        Assert.Contains(signs, s => s is { Kind: FitSignKind.AgreementSpeaksAgainst, Subject: "given", Level: "equal", Value: < -5 });
        Assert.Contains(signs, s => s is { Kind: FitSignKind.OutOfOrder, Subject: "given", Level: "close" });
    }

    [Fact]
    public void Signs_LevelThatAnotherColumnSettlesAsWell_MaySayMoreThanTheOneBefore()
    {
        var comparison = InventedPeople.Model.Comparisons[0];
        var close = comparison.Levels[1] with { Name = "close, of one street", M = 0.5, U = 0.00001, When = new() { All = [comparison.Levels[1].When!, new() { Measure = "exact", Column = "street" }] } };
        var model = InventedPeople.Model with
        {
            Comparisons = [comparison with { Levels = [comparison.Levels[0], close, .. comparison.Levels.Skip(1)] }, .. InventedPeople.Model.Comparisons.Skip(1)],
        };

        var signs = Report(new InventedPeople(50, 0.2, 27).ToTable(), model, threshold: 0).Signs;

        Assert.DoesNotContain(signs, s => s.Kind == FitSignKind.OutOfOrder);
    }

    [Fact]
    public void Signs_WithinRoundingOfNothing_AreNone()
    {
        var comparison = InventedPeople.Model.Comparisons[0];
        var idle = InventedPeople.Model with
        {
            Comparisons = [comparison with { Levels = [.. comparison.Levels.Select(l => l with { M = 0.2, U = 0.2000001 })] }, .. InventedPeople.Model.Comparisons.Skip(1)],
        };

        var signs = Report(new InventedPeople(50, 0.2, 27).ToTable(), idle, threshold: 0).Signs;

        Assert.DoesNotContain(signs, s => s.Subject == comparison.Name && s.Kind is FitSignKind.AgreementSpeaksAgainst or FitSignKind.DisagreementSpeaksFor);
    }

    [Fact]
    public void Signs_OfLinksThatAreOftenWrong_SaySo()
    {
        var table = new InventedPeople(200, 0.2, 27).ToTable();

        Assert.Contains(Report(table, InventedPeople.Model, threshold: -40).Signs, s => s is { Kind: FitSignKind.ManyWrong, Value: > 0.1 });
        Assert.DoesNotContain(Report(table, InventedPeople.Model, threshold: 8).Signs, s => s.Kind == FitSignKind.ManyWrong);
    }

    private static (LinkageOutcome Outcome, LinkageReport Report) Linked(int people, double duplicated, int seed)
    {
        var table = new InventedPeople(people, duplicated, seed).ToTable();
        var linker = InventedPeople.Linker(table);
        var trained = linker.Train(InventedPeople.Model, Cancellation);
        var found = linker.Find(trained.Model, 0, cancellationToken: Cancellation);
        var outcome = Outcome(table, linker.Evidence(trained.Model), 0, found) with { Candidates = trained.Candidates, Notes = trained.Notes };
        return (outcome, LinkageReport.Of(outcome));
    }

    private static LinkageReport Report(LinkTable table, LinkageModel model, double threshold)
    {
        var linker = InventedPeople.Linker(table);
        return LinkageReport.Of(Outcome(table, linker.Evidence(model), threshold, linker.Find(model, threshold, cancellationToken: Cancellation)));
    }

    private static LinkageOutcome Outcome(LinkTable table, PairEvidence evidence, double threshold, PairSearchResult found) => new()
    {
        Table = table,
        Evidence = evidence,
        Threshold = threshold,
        Pairs = found.Pairs,
        Rules = found.Passes,
        Clusters = RowClusters.Find(table.Rows, found.Pairs, new ClusterOptions { Threshold = threshold }, Cancellation).Clustering!,
    };
}
