using Qingce.Linkage;

namespace Qingce.Cli.Linking;

/// <summary>A model as a file: one of our own, or the settings of a trained Splink model.</summary>
/// <param name="Model">The model.</param>
/// <param name="IdColumn">The column of record ids that it names, or null.</param>
/// <param name="LinkOnly">Whether it links records of different sources only.</param>
/// <param name="Notes">What was read otherwise than it stands.</param>
internal sealed record ModelFile(LinkageModel Model, string? IdColumn, bool LinkOnly, IReadOnlyList<Wording> Notes)
{
    /// <summary>Reads a model.</summary>
    /// <exception cref="CommandFault">It cannot be read, or is no model.</exception>
    public static ModelFile Read(string path)
    {
        byte[] text;
        try
        {
            text = File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw CommandFault.Unreadable(path, fault);
        }

        try
        {
            if (!SplinkSettings.Recognises(text))
            {
                LinkageModel model = LinkageModel.Read(text);
                return new ModelFile(model, model.IdColumn, LinkOnly: false, []);
            }

            SplinkSettings settings = SplinkSettings.Read(text);
            return new ModelFile(settings.Model, settings.IdColumn, settings.LinkOnly, settings.Notes);
        }
        catch (LinkageModelException fault)
        {
            throw Unusable(path, fault);
        }
    }

    /// <summary>What to say of a model that the engine refuses.</summary>
    public static CommandFault Unusable(string path, LinkageModelException fault) =>
        new(ExitCode.InputUnreadable, new Phrase($"{path}：模型不能用：{fault.Chinese}", $"{path}: the model cannot be used: {fault.Message}"));
}
