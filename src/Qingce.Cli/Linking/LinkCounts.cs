namespace Qingce.Cli.Linking;

/// <summary>How records fall to persons.</summary>
/// <param name="Persons">Persons.</param>
/// <param name="WithSeveral">Persons with more than one record.</param>
/// <param name="Duplicates">Records beyond the first of their person.</param>
/// <param name="Largest">Records of the person that has most.</param>
internal readonly record struct LinkCounts(int Persons, int WithSeveral, int Duplicates, int Largest)
{
    public static LinkCounts Of(LinkResult result)
    {
        ReadOnlySpan<int> persons = result.Clusters.Clusters;
        Dictionary<int, int> records = [];
        int duplicates = 0;
        for (int row = 0; row < persons.Length; row++)
        {
            if (persons[row] != row)
            {
                duplicates++;
                records[persons[row]] = records.GetValueOrDefault(persons[row], 1) + 1;
            }
        }

        return new LinkCounts(persons.Length - duplicates, records.Count, duplicates, records.Count == 0 ? 1 : records.Values.Max());
    }
}
