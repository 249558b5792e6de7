using System.Numerics;
using Qingce.Checks.Facts;
using Qingce.Checks.Findings;
using Qingce.Checks.Registrations;
using Qingce.Checks.Verification;
using Qingce.Exchange.Catalogue;
using Qingce.Exchange.Codes;
using Qingce.Standards;

namespace Qingce.Checks.Indicators.Papers;

internal sealed partial class PaperCheck
{
    // Indexed by the number of the cause.
    private static readonly float[] Weights = [8, 9, 8, 9, 6, 2];

    public override void Conclude(CheckContext context, FindingSink sink)
    {
        ReadOnlySpan<PaperUse> uses = _uses.All;
        var causes = new PaperCauses[uses.Length];
        int end;
        for (int first = 0; first < uses.Length; first = end)
        {
            end = first + 1;
            while (uses[first].Paper != 0 && end < uses.Length && uses[end].Paper == uses[first].Paper)
            {
                end++;
            }

            DecidePaper(context, first, end, causes);
        }

        DecideHandlers(context.Register, causes);
        DecideAgents(context.Register, causes);
        for (int use = 0; use < uses.Length; use++)
        {
            for (int bits = (int)causes[use]; bits != 0; bits &= bits - 1)
            {
                Report(sink, BitOperations.TrailingZeroCount(bits), use);
            }
        }
    }

    private void DecidePaper(CheckContext context, int first, int end, PaperCauses[] causes)
    {
        RegisterStore register = context.Register;
        var households = new HashSet<int>();
        for (int use = first; use < end; use++)
        {
            households.Add(register.Households[_uses.All[use].Row]);
        }

        for (int use = first; use < end; use++)
        {
            PaperUse paper = _uses.All[use];
            var facts = new PaperFacts
            {
                HasNumber = paper.Paper != 0,
                IsKnown = _uses.IsKnown(first),
                IsOwn = _uses.IsOwn(use),
                IsCovered = IsCovered(context, paper),
                IssuedDay = _uses.IssuedDay(first),
                UsedDay = paper.Day,
                Households = households.Count,
            };
            causes[use] = PaperDecision.Decide(facts, _settings[register.Division(paper.Row).Province]);
        }
    }

    /// <summary>Whether the department's records are complete where the paper would have been issued, for the years in which it could have been.</summary>
    private static bool IsCovered(CheckContext context, in PaperUse use)
    {
        RegisterStore register = context.Register;
        int category = SettlementPapers.CategoryOf(use.Kind);
        DivisionCode place = register.Division(use.Row);

        // A paper older than the records may well be right; the number often tells its year.
        int issued = use.Year == 0 ? use.Day : Math.Min(use.Day, DayNumber.Of(use.Year, 1, 1));
        if (use.Kind != DocumentKind.MarriageCertificate)
        {
            return context.Coverage.Covers(category, place, issued, use.Day);
        }

        // A marriage may have been registered at either side's place.
        DivisionCode origin = register.Divisions[register.MovedInFrom.At(use.Row)];
        return context.Coverage.Covers(category, place, issued, use.Day) && (origin.IsNone || context.Coverage.Covers(category, origin, issued, use.Day));
    }

    private void DecideAgents(RegisterStore register, PaperCauses[] causes)
    {
        foreach (int[] cases in CasesBy(register, use => use.Agent))
        {
            // Two agents of one name in different counties are two people.
            int[] days = [.. cases.Select(use => _uses.All[use].Day)];
            bool[] marked = new bool[days.Length];
            PaperDecision.MarkCrowded(days, _settings[register.Division(_uses.All[cases[0]].Row).Province].AgentCases, marked);
            for (int i = 0; i < cases.Length; i++)
            {
                causes[cases[i]] |= marked[i] ? PaperCauses.ManyByAgent : PaperCauses.None;
            }
        }
    }

    private void DecideHandlers(RegisterStore register, PaperCauses[] causes)
    {
        foreach (int[] cases in CasesBy(register, use => use.Handler))
        {
            PaperSettings settings = _settings[register.Division(_uses.All[cases[0]].Row).Province];
            int suspect = cases.Count(use => causes[use] != PaperCauses.None);
            if (suspect >= settings.HandlerCases && suspect >= settings.HandlerShare * cases.Length)
            {
                foreach (int use in cases.Where(use => causes[use] != PaperCauses.None))
                {
                    causes[use] |= PaperCauses.ManyByHandler;
                }
            }
        }
    }

    /// <summary>The uses of one agent or officer in one county, by day.</summary>
    private IEnumerable<int[]> CasesBy(RegisterStore register, Func<PaperUse, ulong> who)
    {
        PaperUse[] uses = _uses.All.ToArray();
        return Enumerable.Range(0, uses.Length)
            .Where(use => who(uses[use]) != 0)
            .GroupBy(use => (Who: who(uses[use]), register.Division(uses[use].Row).County))
            .Select(group => group.OrderBy(use => uses[use].Day).ThenBy(use => uses[use].Source).ToArray());
    }

    private void Report(FindingSink sink, int cause, int use)
    {
        PaperUse paper = _uses.All[use];
        bool found = _uses.TryFind(paper.Paper, out int first, out int count);
        bool isReuse = (PaperCauses)(1 << cause) == PaperCauses.Reused;
        SourceRef other = !found ? SourceRef.None
            : isReuse ? _uses.All[first].Row != paper.Row ? _uses.All[first].Source : _uses.All[first + count - 1].Source
            : _uses.Source(first);
        sink.Add(new Suspicion
        {
            Indicator = Indicator.I10,
            Cause = (byte)cause,
            Class = ProblemClass.F,
            Task = TaskKind.TraceSource,
            First = paper.Row,
            Weight = Weights[cause],
            IsReportable = true,
            Value = found ? _uses.IssuedDay(first) : NoDay,
            Source = paper.Source,
            OtherSource = other,
        });
    }
}
