using System.Security.Cryptography;
using System.Text.Json;
using Qingce.Storage;

namespace Qingce.Server.Deliveries;

/// <summary>
/// The uploads that wait to be taken, in a folder that the operator alone can read: a file appears under its name once it is whole, its card beside it last.
/// </summary>
internal sealed class UploadFolder
{
    private const string Card = ".json";
    private const string Unfinished = ".part";

    // The longest category, a dash and 64 digits are less.
    private const int LongestId = 100;

    // The same file may be uploaded again while it is being taken: whoever comes last finds file and card together or neither.
    private readonly Lock _cards = new();

    private readonly string _folder;

    public UploadFolder(string folder)
    {
        _folder = folder;
        OperatorsFolder.Make(folder);
        foreach (string cut in Directory.EnumerateFiles(folder, "*" + Unfinished))
        {
            File.Delete(cut);
        }
    }

    /// <summary>All uploads, the earliest first.</summary>
    public IReadOnlyList<Upload> All() =>
        [.. Directory.EnumerateFiles(_folder, "*" + Card).Select(Read).OfType<Upload>().OrderBy(upload => upload.ReceivedAt).ThenBy(upload => upload.UploadId, StringComparer.Ordinal)];

    /// <summary>An upload, or null.</summary>
    public Upload? Find(string uploadId) =>
        uploadId.Length <= LongestId && uploadId.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? Read(PathOf(uploadId) + Card) : null;

    /// <summary>Where the file of an upload lies.</summary>
    public string PathOf(Upload upload) => PathOf(upload.UploadId);

    /// <summary>Streams a file in.</summary>
    /// <param name="body">The file.</param>
    /// <param name="cancellation">Ends it; nothing stays.</param>
    public async Task<ReceivedFile> ReceiveAsync(Stream body, CancellationToken cancellation)
    {
        string part = Path.Combine(_folder, Path.GetRandomFileName() + Unfinished);
        try
        {
            using IncrementalHash digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            long bytes = 0;
            await using (FileStream file = new(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 20, FileOptions.Asynchronous))
            {
                byte[] buffer = new byte[1 << 16];
                int read;
                while ((read = await body.ReadAsync(buffer, cancellation)) > 0)
                {
                    digest.AppendData(buffer, 0, read);
                    await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
                    bytes += read;
                }

                file.Flush(flushToDisk: true);
            }

            return new ReceivedFile(part, digest.GetHashAndReset(), bytes);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    /// <summary>Takes a file that was received among the uploads.</summary>
    public void Admit(ReceivedFile file, Upload upload)
    {
        lock (_cards)
        {
            File.Move(file.Path, PathOf(upload), overwrite: true);
            Keep(upload);
        }
    }

    /// <summary>Writes the card of an upload that is done with, and drops its file.</summary>
    public void Finish(Upload upload)
    {
        lock (_cards)
        {
            Keep(upload);
            File.Delete(PathOf(upload));
        }
    }

    /// <summary>Writes the card of an upload anew.</summary>
    public void Keep(Upload upload)
    {
        string next = Path.Combine(_folder, Path.GetRandomFileName() + Unfinished);
        File.WriteAllBytes(next, JsonSerializer.SerializeToUtf8Bytes(upload, ServerJson.Default.Upload));
        File.Move(next, PathOf(upload) + Card, overwrite: true);
    }

    private string PathOf(string uploadId) => Path.Combine(_folder, uploadId);

    private static Upload? Read(string card)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(card), ServerJson.Default.Upload);
        }
        catch (Exception fault) when (fault is FileNotFoundException or JsonException)
        {
            return null;
        }
    }
}
