namespace Qingce.Checks.Facts;

/// <summary>Reading of register columns that are empty arrays when the files have no such column.</summary>
internal static class OptionalColumn
{
    /// <summary>The value of a row, or <paramref name="missing"/> when there is no such column.</summary>
    public static T At<T>(this T[] column, int row, T missing = default)
        where T : struct => column.Length == 0 ? missing : column[row];
}
