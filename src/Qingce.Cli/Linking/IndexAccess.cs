using Qingce.Linkage;

namespace Qingce.Cli.Linking;

/// <summary>Opens indexes, and says in the language of the screen what is wrong with one.</summary>
internal static class IndexAccess
{
    /// <summary>Opens an index and does something with it.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="readOnly">Whether nothing is to be written.</param>
    /// <param name="work">What to do.</param>
    /// <exception cref="CommandFault">There is no index, it is damaged or in use, or its model has unknown words.</exception>
    public static T With<T>(string folder, bool readOnly, Func<LinkIndex, T> work) => Told(() =>
    {
        using LinkIndex index = LinkIndex.Open(folder, LinkBasis.Vocabulary, new LinkIndexOptions { ReadOnly = readOnly });
        return work(index);
    });

    /// <summary>Does something with an index, and tells its faults as those of what was read.</summary>
    public static T Told<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (LinkIndexException fault)
        {
            throw new CommandFault(ExitCode.InputUnreadable, fault.MustBeRebuilt
                ? new Phrase(
                    $"索引无法使用：{fault.Chinese}重建命令：link index 源文件 --id 编号列 --model 模型 --out 索引文件夹",
                    $"{fault.Message} The command: link index FILE --id COLUMN --model MODEL --out DIR")
                : new Phrase($"索引无法使用：{fault.Chinese}", fault.Message));
        }
        catch (LinkageModelException fault)
        {
            throw new CommandFault(ExitCode.InputUnreadable, new Phrase($"索引的模型无法使用：{fault.Chinese}", $"The model of the index cannot be used: {fault.Message}"));
        }
    }

    /// <summary>Reads files as rows of the columns of an index.</summary>
    public static LinkTable Read(LinkIndex index, IReadOnlyList<string> files, string? id, CancellationToken cancellation)
    {
        LinkInputs inputs = LinkInputs.Open(files);
        inputs.Require(index.Columns.SelectMany(column => column.Headers).Concat(id is null ? [] : [id]), "索引", "the index");
        return LinkTableReader.Read(inputs.Sources, id, index.Columns, LinkBasis.Vocabulary, Environment.ProcessorCount, cancellation);
    }
}
