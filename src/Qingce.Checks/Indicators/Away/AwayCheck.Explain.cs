using Qingce.Checks.Findings;
using Qingce.Checks.Registrations;
using Qingce.Standards;

namespace Qingce.Checks.Indicators.Away;

internal sealed partial class AwayCheck
{
    public override void Explain(in Suspicion suspicion, Explanation explanation)
    {
        explanation.Quote(suspicion.First, RegisterColumn.Name, RegisterColumn.CitizenNumber, RegisterColumn.Division);
        Quote(suspicion.Source, explanation);
        if (suspicion.OtherSource != suspicion.Source)
        {
            Quote(suspicion.OtherSource, explanation);
        }

        string place = PlaceName.Of(DivisionCode.Read(explanation.Source(suspicion.Source)["division"]).Code);
        int months = _settings[explanation.Register.Division(suspicion.First).Province].Months;
        var since = new Day(suspicion.Value);
        switch ((AwayCause)(suspicion.Cause + 1))
        {
            case AwayCause.OtherProvince:
                explanation.Chinese($"自{since}起在外省（{place}）居住，与户籍地分离{months}个月以上。");
                explanation.English($"Has lived in another province ({place}) since {since}, away from the place of registration for {months} months or more.");
                break;
            case AwayCause.OtherCity:
                explanation.Chinese($"自{since}起在省内其他市（{place}）居住，与户籍地分离{months}个月以上。");
                explanation.English($"Has lived in another city of the province ({place}) since {since}, away for {months} months or more.");
                break;
            case AwayCause.OtherCounty:
                explanation.Chinese($"自{since}起在同一地级市（地区、州、盟）的其他县（市、区）（{place}）居住，与户籍地分离{months}个月以上。");
                explanation.English($"Has lived in another county of the same prefecture ({place}) since {since}, away for {months} months or more.");
                break;
            case AwayCause.DistrictOfSameCity:
                explanation.Chinese($"自{since}起在同一城市的另一市辖区（{place}）居住{months}个月以上，属市辖区内人户分离，单独统计。");
                explanation.English($"Has lived in another district of the same city ({place}) since {since}, for {months} months or more; counted apart from the floating population.");
                break;
            default:
                explanation.Chinese($"自{since}起在同县（市、区）的另一乡镇（街道）（{place}）居住，与户籍地分离{months}个月以上。");
                explanation.English($"Has lived in another township of the same county ({place}) since {since}, away for {months} months or more.");
                break;
        }
    }

    private static void Quote(SourceRef source, Explanation explanation)
    {
        explanation.Quote(source, "event_kind", "event_date", "division", "address", "valid_until");
    }

    private static void Report(int row, in AwayVerdict verdict, ReadOnlySpan<AwayFact> facts, FindingSink sink) =>
        sink.Add(new Suspicion
        {
            Indicator = Indicator.I07,
            Cause = (byte)(verdict.Cause - 1),
            Class = ProblemClass.A,
            Task = TaskKind.JointFile,
            First = row,
            Weight = (float)Math.Min(20, verdict.Weight),
            IsReportable = true,
            Value = facts[verdict.First].Day,
            Source = facts[verdict.First].Source,
            OtherSource = facts[verdict.Second].Source,
        });
}
