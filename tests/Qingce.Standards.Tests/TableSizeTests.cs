namespace Qingce.Standards.Tests;

public sealed class TableSizeTests
{
    [Fact]
    public void Tables_BuiltIn_StaySmall()
    {
        var assembly = typeof(CitizenNumber).Assembly;
        var tables = assembly.GetManifestResourceNames().Where(name => name.EndsWith(".bin", StringComparison.Ordinal)).ToList();
        var bytes = tables.Sum(name => assembly.GetManifestResourceStream(name)!.Length);

        Assert.Equal(8, tables.Count);
        Assert.InRange(bytes, 1, 1 << 20);
    }
}
