using System.Text;
using Qingce.Checks.Findings;
using Qingce.Checks.Registrations;
using Qingce.Checks.Verification;
using Qingce.Linkage;
using Qingce.Linkage.Chinese;

namespace Qingce.Checks.Indicators.Duplicates;

/// <summary>I01: one person with two living registrations, or one number on two people, by record linkage.</summary>
internal sealed class DuplicateCheck : Check
{
    private const byte SamePerson = 0;
    private const byte OneNumberTwoPeople = 1;

    // Linkage weights of such pairs may be low or negative, since all but the number speaks against one person; the number is wrong for certain.
    private const float LeastOfOneNumber = 12;

    private DuplicatePairs? _pairs;
    private DuplicatePair[] _suspected = [];

    public override Indicator Id => Indicator.I01;

    public override IReadOnlyList<string> Causes { get; } = ["same_person", "one_number_two_people"];

    public override bool NamesItsCauses => true;

    public override void Conclude(CheckContext context, FindingSink sink)
    {
        ParameterValues parameters = context.Parameters.Of("I01");
        double link = parameters.Number("link_weight");
        PersonColumns columns = LinkageColumns.Of(context.Register, context.Threads);
        DuplicateOptions options = new()
        {
            ReviewWeight = Math.Min(parameters.Number("review_weight"), link),
            LinkWeight = link,
            Threads = context.Threads,
            Whole = context.Whole?.Of(context.Register, columns),
        };
        _pairs = RegisterDuplicates.Find(columns, options, context.Linking, context.Cancellation);
        _suspected = [.. context.KeptApart.Count == 0 ? _pairs.Pairs : _pairs.Pairs.SelectMany(pair => AsDecided(pair, context))];
        for (int i = 0; i < _suspected.Length; i++)
        {
            DuplicatePair pair = _suspected[i];
            bool oneNumber = pair.Kind == DuplicateKind.OneNumberTwoPeople;
            sink.Add(new Suspicion
            {
                Indicator = Indicator.I01,
                Cause = oneNumber ? OneNumberTwoPeople : SamePerson,
                Class = ProblemClass.D,
                Task = TaskKind.ReviewPair,
                Scope = FindingScope.Pair,
                First = pair.Left,
                Second = pair.Right,
                Weight = Math.Clamp(pair.Weight, pair.SharesNumber ? LeastOfOneNumber : 0, Suspicion.MostWeight),
                IsReportable = pair.SharesNumber || pair.Weight >= link,
                Value = i,
            });
        }
    }

    public override void Explain(in Suspicion suspicion, Explanation explanation)
    {
        DuplicatePair pair = _suspected[suspicion.Value];
        IReadOnlyList<EvidenceStep> steps = _pairs!.Explain(pair);
        foreach (EvidenceStep step in steps)
        {
            explanation.Cause(step.Comparison, step.Weight, step.Level);
            foreach (RegisterColumn column in ComparedColumns.Of(step.Comparison))
            {
                explanation.Quote(pair.Left, column);
                explanation.Quote(pair.Right, column);
            }
        }

        DuplicateSentence.Write(pair, steps, explanation);
    }

    // A reviewer's word stands against the weight of evidence; that two people have one number remains wrong.
    private static IEnumerable<DuplicatePair> AsDecided(DuplicatePair pair, CheckContext context)
    {
        string one = Encoding.UTF8.GetString(context.Register.Id(pair.Left)), other = Encoding.UTF8.GetString(context.Register.Id(pair.Right));
        return !context.KeptApart.Contains(string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one)) ? [pair]
            : pair.SharesNumber ? [pair with { Kind = DuplicateKind.OneNumberTwoPeople }]
            : [];
    }
}
