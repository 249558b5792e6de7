using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Qingce.Linkage;

public sealed partial record LinkageModel
{
    /// <summary>The version of the file format that <see cref="Write"/> writes and <see cref="Read"/> reads.</summary>
    public const int FileVersion = 1;

    // Generated, so that a host without reflection can read models; the encoder keeps Chinese names readable.
    private static readonly LinkageModelJson FileJson =
        new(new JsonSerializerOptions(LinkageModelJson.Default.Options) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });

    /// <summary>Reads a model from its JSON form.</summary>
    /// <param name="json">UTF-8 JSON with <c>version</c> 1 and the members of this type in camelCase.</param>
    /// <exception cref="LinkageModelException">It is no JSON, of another version, or not a usable model.</exception>
    public static LinkageModel Read(ReadOnlySpan<byte> json)
    {
        LinkageModelFile? file;
        try
        {
            file = JsonSerializer.Deserialize(json, FileJson.LinkageModelFile);
        }
        catch (JsonException e)
        {
            throw ModelFileFault.Of(e, FileJson.LinkageModelFile);
        }

        if (file is not { Version: FileVersion })
        {
            throw new LinkageModelException(
                $"it has version {file?.Version ?? 0}; this program reads version {FileVersion}.", $"是第 {file?.Version ?? 0} 版，本程序读取第 {FileVersion} 版。");
        }

        if (file.Model is null)
        {
            throw new LinkageModelException("it has no 'model'.", "缺少“model”。");
        }

        ModelFileFault.RequireNoNullItem(json);
        file.Model.Validate();
        return file.Model;
    }

    /// <summary>
    /// Name and the first eight hexadecimal digits of the SHA-256 of <see cref="Write"/>: models that weigh anything differently have
    /// different versions.
    /// </summary>
    [JsonIgnore]
    public string Version => $"{Name} {Convert.ToHexStringLower(SHA256.HashData((this with { IdColumn = null }).Write()).AsSpan(0, 4))}";

    /// <summary>The JSON form of the model: indented, lines end in LF, the same bytes for the same model.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(new LinkageModelFile(FileVersion, this), FileJson.LinkageModelFile);
}

internal sealed record LinkageModelFile(int Version, LinkageModel? Model);

[JsonSerializable(typeof(LinkageModelFile))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    NewLine = "\n",
    RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
internal sealed partial class LinkageModelJson : JsonSerializerContext;
