using Qingce.Checks.Findings;
using Qingce.Checks.Registrations;
using Qingce.Standards;

namespace Qingce.Checks.Indicators.Ages;

internal sealed partial class AgeLogicCheck
{
    public override void Explain(in Suspicion suspicion, Explanation explanation)
    {
        RegisterStore register = explanation.Register;
        int row = suspicion.First;
        explanation.Quote(row, RegisterColumn.BirthDate);
        BirthDate birth = register.Birth(row);
        switch ((AgeCause)suspicion.Cause)
        {
            case AgeCause.OverAge:
                int age = birth.YoungestAgeOn(explanation.AsOf);
                explanation.Chinese($"按登记的出生日期{birth}，此人已满{age}周岁，登记仍未注销。");
                explanation.English($"By the registered birth date {birth} the person is {age} years old, and the registration is living.");
                break;
            case AgeCause.BirthImpossible:
                explanation.Chinese($"登记的出生日期不是有效日期。");
                explanation.English($"The registered birth date is no date.");
                break;
            case AgeCause.BornAfterRegistration:
                explanation.Quote(row, RegisterColumn.RegisteredOn);
                explanation.Chinese($"登记的出生日期{birth}晚于登记日期{new Day(register.RegisteredOn[row])}。");
                explanation.English($"The registered birth date {birth} is later than the day of registration, {new Day(register.RegisteredOn[row])}.");
                break;
            case AgeCause.BornInFuture:
                explanation.Chinese($"登记的出生日期{birth}晚于核验基准日。");
                explanation.English($"The registered birth date {birth} lies in the future.");
                break;
            case AgeCause.StatusUnderAge:
                explanation.Quote(row, RegisterColumn.MaritalStatus);
                explanation.Chinese($"婚姻状况登记为{register.MaritalStatuses[row].ChineseName}，而此人只有{birth.OldestAgeOn(explanation.AsOf)}周岁，未达当地法定婚龄。");
                explanation.English($"Registered as {register.MaritalStatuses[row].EnglishName} at {birth.OldestAgeOn(explanation.AsOf)} years of age, below the legal age of marriage there.");
                break;
            case AgeCause.ParentTooYoung or AgeCause.ParentTooOld:
                ExplainGap(suspicion, register, explanation);
                break;
            case AgeCause.MinorSpouse:
                explanation.Quote(row, RegisterColumn.Relation);
                explanation.Chinese($"登记为户主的{register.Relations[row].ChineseName}，而此人只有{birth.OldestAgeOn(explanation.AsOf)}周岁。");
                explanation.English($"Registered as {register.Relations[row].EnglishName} of the head at {birth.OldestAgeOn(explanation.AsOf)} years of age.");
                break;
            case AgeCause.MinorHead:
                explanation.Quote(row, RegisterColumn.Relation);
                explanation.Chinese($"户主只有{birth.OldestAgeOn(explanation.AsOf)}周岁，而户内有成年亲属。");
                explanation.English($"The head of the household is {birth.OldestAgeOn(explanation.AsOf)} years old, though an adult relative lives in the household.");
                break;
            case AgeCause.EducationTooEarly:
                explanation.Quote(row, RegisterColumn.Education);
                Education education = register.Educations[row];
                explanation.Chinese($"文化程度登记为{education.ChineseName}，而此人只有{birth.OldestAgeOn(explanation.AsOf)}周岁。");
                explanation.English($"Education registered as {education.EnglishName} at {birth.OldestAgeOn(explanation.AsOf)} years of age.");
                break;
            default:
                ExplainSource(suspicion, birth, explanation);
                break;
        }
    }

    private static void ExplainGap(in Suspicion suspicion, RegisterStore register, Explanation explanation)
    {
        explanation.Quote(suspicion.Second, RegisterColumn.BirthDate);
        explanation.Quote(suspicion.First, RegisterColumn.Relation);
        explanation.Quote(suspicion.Second, RegisterColumn.Relation);
        BirthDate parent = register.Birth(suspicion.First);
        BirthDate child = register.Birth(suspicion.Second);
        int years = Age.On(parent.Earliest!.Value, child.Earliest!.Value);
        explanation.Chinese($"登记为父母子女的两人，出生日期分别为{parent}和{child}，相差{years}岁，超出可能的范围。");
        explanation.English($"Registered as parent and child, born {parent} and {child}: a gap of {years} years is outside what is possible.");
    }

    private static void ExplainSource(in Suspicion suspicion, BirthDate birth, Explanation explanation)
    {
        explanation.Quote(suspicion.Source, "event_date", "event_kind");
        Day day = new(suspicion.Value);
        switch ((AgeCause)suspicion.Cause)
        {
            case AgeCause.MarriedUnderAge:
                explanation.Chinese($"民政记录{day}结婚，按登记的出生日期{birth}当时未达当地法定婚龄。");
                explanation.English($"Married on {day} by the civil-affairs record, below the legal age of that date and place by the registered birth date {birth}.");
                break;
            case AgeCause.SchoolTooEarly:
                explanation.Chinese($"教育记录{day}入学，按登记的出生日期{birth}当时年龄过小。");
                explanation.English($"At school from {day} by the education record, too young by the registered birth date {birth}.");
                break;
            case AgeCause.WorkTooEarly:
                explanation.Chinese($"人社记录{day}就业，按登记的出生日期{birth}当时未满法定就业年龄。");
                explanation.English($"At work from {day} by the labour record, below the age of employment by the registered birth date {birth}.");
                break;
            default:
                explanation.Chinese($"证件签发于{day}，早于登记的出生日期{birth}。");
                explanation.English($"A permit or card was issued on {day}, before the registered birth date {birth}.");
                break;
        }
    }
}
