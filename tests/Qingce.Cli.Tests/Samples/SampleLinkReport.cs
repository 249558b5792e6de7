using System.Globalization;

namespace Qingce.Cli.Tests.Samples;

/// <summary>The report of a linkage of invented people, a third of whom are registered twice with an error.</summary>
internal static class SampleLinkReport
{
    private static readonly string[] Given = ["anna", "boris", "clara", "dmitri", "erika", "felix", "greta", "hugo", "irma", "jakob", "karla", "ludwig"];
    private static readonly string[] Family = ["berger", "ulrich", "novak", "fischer", "lindner", "moser", "huber", "wagner", "keller", "brandt", "vogel"];

    /// <summary>Writes the register, links it and gives the path of the report.</summary>
    public static string Write(LinkSample sample, bool masked = true, string? attack = null, string language = "zh")
    {
        File.WriteAllLines(sample["people.csv"], People(attack).Prepend(LinkSample.Header.Trim()));
        (int code, _, string error) = QingceProgram.Run(
        [
            "link", sample["people.csv"], "--id", "id", "--model", sample["model.json"], "--train", "--out", sample["report"], "--lang", language, .. masked ? [] : (string[])["--unmasked"],
        ]);
        return code == 0 ? Path.Combine(sample["report"], "report.html") : throw new InvalidOperationException(error);
    }

    private static IEnumerable<string> People(string? attack)
    {
        for (int i = 0; i < 90; i++)
        {
            string name = attack is not null && i % 3 == 0 ? $"\"{attack}{i}\"" : $"{Given[i % 12]} {Family[i % 11]}";
            string born = string.Create(CultureInfo.InvariantCulture, $"{1940 + i % 60}-{1 + i % 12:00}-{1 + i % 28:00}");
            string phone = i % 10 == 9 ? "" : string.Create(CultureInfo.InvariantCulture, $"1391{i * 7919 % 10000000:0000000}");
            yield return $"p{i},{name},{born},{phone}";
            if (i % 3 == 0)
            {
                yield return i % 2 == 0 ? $"q{i},{name},{born}," : $"q{i},{name.Replace("er", "re", StringComparison.Ordinal)},{born},{phone}";
            }

            if (i % 9 == 0)
            {
                yield return $"s{i},{name.Replace("a", "aa", StringComparison.Ordinal)},{born},{phone}";
            }
        }
    }
}
