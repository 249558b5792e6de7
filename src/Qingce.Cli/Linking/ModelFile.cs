using Qingce.Linkage;

namespace Qingce.Cli.Linking;

/// <summary>A model as a file.</summary>
internal static class ModelFile
{
    /// <summary>Reads a model.</summary>
    /// <exception cref="CommandFault">It cannot be read, or is no model.</exception>
    public static LinkageModel Read(string path)
    {
        byte[] text;
        try
        {
            text = File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommandFault(ExitCode.InputUnreadable, new Phrase(
                $"{path}：无法读取模型文件，请检查路径和权限。", $"{path}: the model cannot be read. Check the path and the permissions."));
        }

        try
        {
            return LinkageModel.Read(text);
        }
        catch (LinkageModelException fault)
        {
            throw Unusable(path, fault);
        }
    }

    /// <summary>What to say of a model that the engine refuses.</summary>
    public static CommandFault Unusable(string path, LinkageModelException fault) =>
        new(ExitCode.InputUnreadable, new Phrase($"{path}：模型不能用：{fault.Message}", $"{path}: the model cannot be used: {fault.Message}"));
}
