using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Qingce.Linkage;

public sealed partial record LinkageModel
{
    /// <summary>The version of the file format that <see cref="Write"/> writes and <see cref="Read"/> reads.</summary>
    public const int FileVersion = 1;

    private static readonly JsonSerializerOptions FileOptions = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Reads a model from its JSON form.</summary>
    /// <param name="json">UTF-8 JSON with <c>version</c> 1 and the members of this type in camelCase.</param>
    /// <exception cref="LinkageModelException">It is no JSON, of another version, or not a usable model.</exception>
    public static LinkageModel Read(ReadOnlySpan<byte> json)
    {
        ModelFile? file;
        try
        {
            file = JsonSerializer.Deserialize<ModelFile>(json, FileOptions);
        }
        catch (JsonException e)
        {
            throw new LinkageModelException($"The model is not readable: {e.Message}", e);
        }

        if (file is not { Version: FileVersion })
        {
            throw new LinkageModelException($"The model has version {file?.Version ?? 0}; this program reads version {FileVersion}.");
        }

        file.Model.Validate();
        return file.Model;
    }

    /// <summary>The JSON form of the model: indented, lines end in LF, the same bytes for the same model.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(new ModelFile(FileVersion, this), FileOptions);

    private sealed record ModelFile(int Version, LinkageModel Model);
}
