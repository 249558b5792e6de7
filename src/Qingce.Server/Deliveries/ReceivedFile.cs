using Qingce.Exchange.Deliveries;

namespace Qingce.Server.Deliveries;

/// <summary>A file that is whole here and not yet among the uploads; gone when it is disposed of without having been admitted.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Sha256">Its SHA-256.</param>
/// <param name="Bytes">Its size.</param>
internal sealed record ReceivedFile(string Path, byte[] Sha256, long Bytes) : IDisposable
{
    /// <summary>Its card as an upload.</summary>
    public Upload As(DeliveryKind kind, string name, string deliveredBy, DateOnly? day, DateTimeOffset now)
    {
        string sha256 = Convert.ToHexStringLower(Sha256);
        return new Upload
        {
            UploadId = $"{kind.Name}-{sha256}",
            Category = kind.Name,
            FileName = name,
            Sha256 = sha256,
            Bytes = Bytes,
            DeliveredBy = deliveredBy,
            DescribedDay = day,
            ReceivedAt = now,
        };
    }

    public void Dispose() => File.Delete(Path);
}
