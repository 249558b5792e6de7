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

    // Linkage weights of such pairs are low or negative, since all but the number speaks against one person; the number makes it certain.
    private const float WeightOfOneNumber = 12;

    private DuplicatePairs? _pairs;

    public override Indicator Id => Indicator.I01;

    public override IReadOnlyList<string> Causes { get; } = ["same_person", "one_number_two_people"];

    public override bool NamesItsCauses => true;

    public override void Conclude(CheckContext context, FindingSink sink)
    {
        ParameterValues parameters = context.Parameters.Of("I01");
        double link = parameters.Number("link_weight");
        DuplicateOptions options = new()
        {
            ReviewWeight = Math.Min(parameters.Number("review_weight"), link),
            LinkWeight = link,
            Threads = context.Threads,
        };
        _pairs = RegisterDuplicates.Find(LinkageColumns.Of(context.Register, context.Threads), options, null, context.Cancellation);
        for (int i = 0; i < _pairs.Pairs.Count; i++)
        {
            DuplicatePair pair = _pairs.Pairs[i];
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
                Weight = oneNumber ? WeightOfOneNumber : Math.Clamp(pair.Weight, 0, 20),
                IsReportable = oneNumber || pair.Weight >= link,
                Value = i,
            });
        }
    }

    public override void Explain(in Suspicion suspicion, Explanation explanation)
    {
        DuplicatePair pair = _pairs!.Pairs[suspicion.Value];
        foreach (EvidenceStep step in _pairs.Explain(pair))
        {
            explanation.Cause(step.Comparison, step.Weight, step.Level);
            foreach (RegisterColumn column in ComparedColumns.Of(step.Comparison))
            {
                explanation.Quote(pair.Left, column);
                explanation.Quote(pair.Right, column);
            }
        }

        if (suspicion.Cause == OneNumberTwoPeople)
        {
            explanation.Chinese($"两人登记了同一个公民身份号码，其他信息却不像同一人。");
            explanation.English($"Two people are registered with one citizen number, though nothing else makes them one person.");
            return;
        }

        string bits = pair.Weight.ToString("F1", System.Globalization.CultureInfo.InvariantCulture);
        explanation.Chinese($"两条有效登记很可能属于同一人，比对权重{bits}，各项依据见证据。");
        explanation.English($"Two living registrations are probably one person: match weight {bits}, item by item in the evidence.");
    }
}
