using Qingce.Storage.Importing;

namespace Qingce.Storage.Tests.Importing;

/// <summary>Progress that is told at once, on the thread that imports.</summary>
internal sealed class Told(Action<ImportProgress> tell) : IProgress<ImportProgress>
{
    public void Report(ImportProgress value) => tell(value);
}
