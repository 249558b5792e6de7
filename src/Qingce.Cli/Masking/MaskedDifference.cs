namespace Qingce.Cli.Masking;

/// <summary>Masked values that look alike though the clear ones differ say where: a hidden place in which they differ is shown as #.</summary>
internal static class MaskedDifference
{
    /// <summary>Marks the places.</summary>
    /// <param name="masked">The masked values; null where there is none.</param>
    /// <param name="clear">The clear values.</param>
    public static string?[] Mark(IReadOnlyList<string?> masked, IReadOnlyList<string?> clear)
    {
        string[] said = [.. clear.Where(value => !string.IsNullOrEmpty(value)).OfType<string>()];
        return said.Length == 0 || said.Any(value => value.Length != said[0].Length)
            ? [.. masked]
            : [.. masked.Select(value => value?.Length == said[0].Length ? Mark(value, said) : value)];
    }

    private static string Mark(string masked, string[] clear)
    {
        char[] marked = masked.ToCharArray();
        for (int i = 0; i < marked.Length; i++)
        {
            int place = i;
            if (marked[i] == '*' && Array.Exists(clear, other => other[place] != clear[0][place]))
            {
                marked[i] = '#';
            }
        }

        return new string(marked);
    }
}
