using Qingce.Checks.Findings;
using Qingce.Checks.Registrations;
using Qingce.Checks.Verification;
using Qingce.Standards;

namespace Qingce.Checks.Indicators.Numbers;

/// <summary>I04: citizen numbers that cannot be right.</summary>
internal sealed class CitizenNumberCheck : Check
{
    public override Indicator Id => Indicator.I04;

    public override IReadOnlyList<string> Causes { get; } =
    [
        "checksum", "impossible_date", "birth_mismatch", "sex_mismatch", "fifteen_digits", "placeholder", "spreadsheet_rounded", "unreadable",
        "permit_number", "unknown_prefix", "sequence_zero",
    ];

    public override void Decide(CheckContext context, RegisterRange range, FindingSink sink)
    {
        CauseSet causes = new(stackalloc float[Enum.GetValues<NumberCause>().Length]);
        for (int row = range.FirstRow; row < range.EndRow; row++)
        {
            NumberDecision.Check(context.Register.Row(row), ref causes);
            while (causes.TryTake(out int cause))
            {
                sink.Add(new Suspicion
                {
                    Indicator = Indicator.I04,
                    Cause = (byte)cause,
                    Class = ProblemClass.W,
                    Task = TaskKind.CheckPapers,
                    First = row,
                    Weight = causes.Weight(cause),
                    IsReportable = !causes.IsHint(cause),
                });
            }

            causes.Clear();
        }
    }

    public override void Explain(in Suspicion suspicion, Explanation explanation)
    {
        RegisterStore register = explanation.Register;
        int row = suspicion.First;
        explanation.Quote(row, RegisterColumn.CitizenNumber);
        CitizenNumber number = register.Number(row);
        switch ((NumberCause)suspicion.Cause)
        {
            case NumberCause.Checksum:
                // Neither character is named: the right one would give away a number that is masked.
                explanation.Chinese($"公民身份号码的校验码与按前17位算出的不符。");
                explanation.English($"The check character of the citizen number is not the one that the first 17 digits call for.");
                break;
            case NumberCause.ImpossibleDate:
                explanation.Chinese($"公民身份号码中的出生日期码{number.BirthCode}不是有效日期。");
                explanation.English($"The birth-date digits {number.BirthCode} of the citizen number are no date.");
                break;
            case NumberCause.BirthMismatch:
                ExplainBirth(register, row, number, explanation);
                break;
            case NumberCause.SexMismatch:
                explanation.Quote(row, RegisterColumn.Sex);
                explanation.Chinese($"公民身份号码的顺序码表示{number.Sex.ChineseName}，登记的性别为{register.Sexes[row].ChineseName}。");
                explanation.English($"The sequence digits of the citizen number say {number.Sex.EnglishName}, the register says {register.Sexes[row].EnglishName}.");
                break;
            case NumberCause.FifteenDigits:
                explanation.Chinese($"仍登记为1999年以前的15位号码，应换为18位。");
                explanation.English($"The number still has the 15 digits of before 1999; it should have 18.");
                break;
            case NumberCause.Placeholder:
                explanation.Chinese($"公民身份号码是占位号码，不是真实号码。");
                explanation.English($"The citizen number is a placeholder, not one that was issued.");
                break;
            case NumberCause.SpreadsheetRounded:
                explanation.Chinese($"公民身份号码的末几位已被电子表格舍入，真实号码丢失。");
                explanation.English($"A spreadsheet rounded the last digits of the citizen number; the true number is lost.");
                break;
            case NumberCause.Unreadable:
                explanation.Chinese($"公民身份号码的位数或字符不对，无法辨认。");
                explanation.English($"The citizen number has the wrong length or characters that no number has.");
                break;
            case NumberCause.PermitNumber:
                explanation.Chinese($"所登记的是港澳台居民居住证或外国人永久居留证号码，不是公民身份号码。");
                explanation.English($"The number is that of a residence permit for Hong Kong, Macao and Taiwan residents or of a foreigner's permanent-residence card, not a citizen number.");
                break;
            case NumberCause.SequenceZero:
                explanation.Chinese($"公民身份号码的顺序码为000，通常从001编起（弱提示）。");
                explanation.English($"The sequence digits of the citizen number are 000, though sequences begin with 001 (a weak hint).");
                break;
            default:
                explanation.Chinese($"公民身份号码的前6位{number.DivisionPrefix}在任何年份都不是行政区划代码（弱提示）。");
                explanation.English($"The first six digits {number.DivisionPrefix} of the citizen number were no division code in any year (a weak hint).");
                break;
        }
    }

    private static void ExplainBirth(RegisterStore register, int row, CitizenNumber number, Explanation explanation)
    {
        explanation.Quote(row, RegisterColumn.BirthDate);
        BirthDate inNumber = BirthDate.FromCode(number.BirthCode);
        BirthDate registered = register.Birth(row);
        if (BirthDate.IsLunarTwin(inNumber, registered))
        {
            explanation.Chinese($"公民身份号码中的出生日期{inNumber}与登记的出生日期{registered}不符，两者恰为公历与农历之差。");
            explanation.English($"The birth date {inNumber} in the citizen number is not the registered one, {registered}; the two differ as the Gregorian and the Chinese calendar do.");
            return;
        }

        explanation.Chinese($"公民身份号码中的出生日期{inNumber}与登记的出生日期{registered}不符。");
        explanation.English($"The birth date {inNumber} in the citizen number is not the registered one, {registered}.");
    }
}
