namespace Qingce.Cli.Report;

/// <summary>Names of the causes of findings and of the levels of a comparison, in Chinese and English.</summary>
internal static class CauseNames
{
    public static IReadOnlyDictionary<string, string[]> All { get; } = new Dictionary<string, string[]>();

    /// <summary>The Chinese and the English name of a cause; its token where it has none.</summary>
    public static string[] Of(string cause) => All.GetValueOrDefault(cause) ?? [cause.Replace('_', ' '), cause.Replace('_', ' ')];
}
