namespace Qingce.Linkage.Tests;

/// <summary>A folder that does not exist yet, and is gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string _parent = Directory.CreateTempSubdirectory("qingce-live-").FullName;

    public string Folder => Path.Combine(_parent, "index");

    public void Dispose() => Directory.Delete(_parent, recursive: true);
}
