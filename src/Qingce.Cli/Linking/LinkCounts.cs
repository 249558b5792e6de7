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
        int[] records = new int[persons.Length];
        foreach (int person in persons)
        {
            records[person]++;
        }

        int count = 0, several = 0, largest = 1;
        foreach (int of in records)
        {
            count += of > 0 ? 1 : 0;
            several += of > 1 ? 1 : 0;
            largest = Math.Max(largest, of);
        }

        return new LinkCounts(count, several, persons.Length - count, largest);
    }
}
