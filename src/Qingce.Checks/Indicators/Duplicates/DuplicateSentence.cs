using System.Globalization;
using System.Text;
using Qingce.Checks.Findings;
using Qingce.Checks.Registrations;
using Qingce.Linkage;
using Qingce.Linkage.Chinese;

namespace Qingce.Checks.Indicators.Duplicates;

/// <summary>
/// The sentence of a suspected duplicate: who it is about, what agrees, what differs. All values in it are given as evidence as well by
/// <see cref="DuplicateCheck"/>.
/// </summary>
internal sealed class DuplicateSentence
{
    private readonly RegisterStore _register;
    private readonly Utf8Writer _value = new();
    private readonly List<string>[] _chinese = [[], []];
    private readonly List<string>[] _english = [[], []];

    public DuplicateSentence(RegisterStore register) => _register = register;

    public static void Write(DuplicatePair pair, IReadOnlyList<EvidenceStep> steps, Explanation explanation)
    {
        DuplicateSentence sentence = new(explanation.Register);
        bool oneNumber = pair.Kind == DuplicateKind.OneNumberTwoPeople;
        int[] household = explanation.Register.Households;
        if (!oneNumber && household[pair.Left] >= 0 && household[pair.Left] == household[pair.Right])
        {
            sentence._chinese[0].Add("登记在同一户");
            sentence._english[0].Add("both are in one household");
        }

        foreach (EvidenceStep step in steps)
        {
            if (!oneNumber || step.Comparison is not ("name" or "number"))
            {
                sentence.Add(pair, step);
            }
        }

        string left = sentence.Text(pair.Left, RegisterColumn.Name, "姓名不详");
        string right = sentence.Text(pair.Right, RegisterColumn.Name, "姓名不详");
        string number = sentence.Text(pair.Left, RegisterColumn.CitizenNumber, "");
        // A finding says no more than 20: more is not told apart from certainty.
        bool isMost = pair.Weight >= Suspicion.MostWeight;
        string bits = Math.Min(pair.Weight, Suspicion.MostWeight).ToString(isMost ? "F0" : "F1", CultureInfo.InvariantCulture);
        string chinese = Join(sentence._chinese, "、", "；");
        string english = Join(sentence._english, ", ", "; but ");
        if (oneNumber)
        {
            explanation.Chinese($"同一公民身份号码（{number}）登记在两个人名下：{left}与{right}；{chinese}。");
            explanation.English($"One citizen number ({number}) is registered for two people, {left} and {right}: {english}.");
            return;
        }

        explanation.Chinese($"两条在册登记很可能是同一人：{chinese}；证据权重 {bits}{(isMost ? " 以上" : "")}。");
        explanation.English($"Two living registrations are probably one person: {english}. Weight of evidence {bits}{(isMost ? " or more" : "")}.");
    }

    private void Add(DuplicatePair pair, EvidenceStep step)
    {
        DuplicateWords words = DuplicateWords.Of(step.Comparison, step.Level);
        if (words.Chinese is null)
        {
            return;
        }

        (string chinese, string english) = ("", "");
        if (ValueOf(step.Comparison) is { } column
            && Text(pair.Left, column, "") is { Length: > 0 } left && Text(pair.Right, column, "") is { Length: > 0 } right)
        {
            (chinese, english) = left == right ? ($"（{left}）", $" ({left})") : ($"（{left} 与 {right}）", $" ({left} and {right})");
        }

        _chinese[words.Agrees ? 0 : 1].Add(words.Chinese + chinese);
        _english[words.Agrees ? 0 : 1].Add(words.English + english);
    }

    // Addresses and places are long, and the evidence has them.
    private static RegisterColumn? ValueOf(string comparison) => comparison switch
    {
        "name" => RegisterColumn.Name,
        "birth" => RegisterColumn.BirthDate,
        "number" => RegisterColumn.CitizenNumber,
        "card" => RegisterColumn.CardIssuedOn,
        _ => null,
    };

    private string Text(int row, RegisterColumn column, string missing)
    {
        _value.Clear();
        _register.WriteValue(row, column, _value);
        return _value.Length == 0 ? missing : Encoding.UTF8.GetString(_value.Written);
    }

    private static string Join(List<string>[] parts, string comma, string but) =>
        string.Join(but, parts.Where(part => part.Count > 0).Select(part => string.Join(comma, part)));
}
