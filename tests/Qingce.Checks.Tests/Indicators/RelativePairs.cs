namespace Qingce.Checks.Tests.Indicators;

/// <summary>Pairs of living registrations of a clean register that look alike and are two people, by why they do; as joined ids.</summary>
internal sealed class RelativePairs
{
    private readonly Dictionary<string, HashSet<string>> _byKind = [];

    public IReadOnlyDictionary<string, HashSet<string>> ByKind => _byKind;

    public static RelativePairs Of(string folder)
    {
        // One file, or a folder of parts which each begin with the header.
        string[] files = Directory.Exists(Path.Combine(folder, "register"))
            ? Directory.GetFiles(Path.Combine(folder, "register"), "*.csv") : [Path.Combine(folder, "register.csv")];
        List<string> header = [.. File.ReadLines(files[0]).First().Split(',')];
        int At(string column) => header.FindIndex(name => name.TrimStart('\uFEFF') == column);
        (int id, int household, int name, int birth, int sex, int number, int cancelled) =
            (At("registration_id"), At("household_id"), At("name"), At("birth_date"), At("sex"), At("citizen_number"), At("cancelled_on"));
        List<string[]> living = [.. files.SelectMany(file => File.ReadLines(file).Skip(1)).Select(line => line.Split(',')).Where(row => row[cancelled].Length == 0)];

        RelativePairs pairs = new();
        pairs.Add("twins", id, living.GroupBy(row => row[household] + row[birth]), (a, b) => a[name] != b[name]);
        pairs.Add("members of a household", id, living.GroupBy(row => row[household]).Where(group => group.Count() < 12), (a, b) => a[birth] != b[birth]);
        pairs.Add("next numbers", id, living.GroupBy(row => row[number][..14]), (a, b) => a[name] != b[name]);
        pairs.Add("one name and birth year", id, living.GroupBy(row => row[name] + row[birth][..4]), (a, b) => a[birth] != b[birth]);
        pairs.Add(
            "default birthdays",
            id,
            living.Where(row => row[birth].EndsWith("-01-01", StringComparison.Ordinal) || row[birth].EndsWith("-07-01", StringComparison.Ordinal))
                .GroupBy(row => row[birth] + row[sex]),
            (a, b) => a[name] != b[name]);
        return pairs;
    }

    private void Add(string kind, int id, IEnumerable<IGrouping<string, string[]>> groups, Func<string[], string[], bool> isCase)
    {
        HashSet<string> found = [];
        foreach (string[][] group in groups.Select(group => group.ToArray()))
        {
            for (int i = 1; i < group.Length; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    if (isCase(group[i], group[j]))
                    {
                        found.Add(string.Join(';', new[] { group[i][id], group[j][id] }.Order(StringComparer.Ordinal)));
                    }
                }
            }
        }

        _byKind.Add(kind, found);
    }
}
