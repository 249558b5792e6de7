using Qingce.Exchange.Catalogue;
using Qingce.Tables;

namespace Qingce.Exchange.Inputs;

/// <summary>The files of an input, found by their names: see docs/guide/sources.md. In the order of their names.</summary>
public sealed class InputFiles
{
    private readonly List<InputFile> _files = [];
    private readonly List<string> _ignored = [];

    private InputFiles()
    {
    }

    /// <summary>The parts of the register.</summary>
    public IEnumerable<InputFile> Register => Of(InputRole.Register);

    /// <summary>The parts of the past changes.</summary>
    public IEnumerable<InputFile> Changes => Of(InputRole.Changes);

    /// <summary>What says where the categories are complete.</summary>
    public IEnumerable<InputFile> Coverage => Of(InputRole.Coverage);

    /// <summary>Files among the sources that no category number begins and that are not read, as shown to the person.</summary>
    public IReadOnlyList<string> Ignored => _ignored;

    /// <summary>The files of a category; their position is the part number of a source reference.</summary>
    public IReadOnlyList<InputFile> Source(int category) =>
        [.. _files.Where(file => file.Role == InputRole.Source && file.Category == category)];

    /// <summary>Finds the files of a folder, or takes those that were named.</summary>
    /// <param name="folder">A folder with the register, the changes and the sources, or null.</param>
    /// <param name="registers">Register files beside it.</param>
    /// <param name="sources">A folder of source files beside it, or null.</param>
    /// <param name="changes">Files of past changes beside it.</param>
    /// <exception cref="InputFaultException">A folder or file is not there, or two could be meant.</exception>
    /// <exception cref="TableFormatException">A folder may not be read, or holds no part of a table.</exception>
    public static InputFiles Find(string? folder, IReadOnlyList<string> registers, string? sources, IReadOnlyList<string> changes)
    {
        ArgumentNullException.ThrowIfNull(registers);
        ArgumentNullException.ThrowIfNull(changes);
        InputFiles found = new();
        if (folder is not null)
        {
            found.AddFolder(folder);
        }

        foreach (string path in registers)
        {
            found.AddNamed(path, InputRole.Register);
        }

        foreach (string path in changes)
        {
            found.AddNamed(path, InputRole.Changes);
        }

        if (sources is not null)
        {
            RequireFolder(sources);
            found.AddSources(sources, sources);
        }

        return found;
    }

    /// <summary>Takes tables that were opened elsewhere, beside those that were found.</summary>
    /// <param name="tables">The tables, in the order of their rows.</param>
    public void Add(IEnumerable<InputFile> tables) => _files.AddRange(tables);

    /// <summary>All files of a role, in the order of their names.</summary>
    public IEnumerable<InputFile> Of(InputRole role) => _files.Where(file => file.Role == role);

    private void AddFolder(string folder)
    {
        RequireFolder(folder);
        string[] provinces = [.. TableFiles.In(folder).Where(IsProvince)];
        foreach (string place in provinces.Prepend(folder))
        {
            AddOne(folder, place, "register", InputRole.Register);
            AddOne(folder, place, "changes", InputRole.Changes);
            string sources = Path.Combine(place, "sources");
            if (Directory.Exists(sources))
            {
                AddSources(folder, sources);
            }
        }
    }

    private void AddOne(string root, string folder, string name, InputRole role)
    {
        IReadOnlyList<string> candidates = TableFiles.Named(folder, name);
        if (candidates.Count > 1)
        {
            string names = string.Join(", ", candidates.Select(Path.GetFileName));
            throw InputFaultException.Of(
                folder, $"{names} could all be the {name}. Keep one of them.", $"{names} 都可能是 {name} 文件，请只保留一个。");
        }

        foreach (string candidate in candidates)
        {
            AddParts(root, candidate, role, 0);
        }
    }

    private void AddSources(string root, string folder)
    {
        foreach (string path in TableFiles.In(folder))
        {
            string name = Path.GetFileName(path);
            if (Path.GetFileNameWithoutExtension(name).Equals("coverage", StringComparison.OrdinalIgnoreCase))
            {
                AddParts(root, path, InputRole.Coverage, 0);
            }
            else if (SourceCatalogue.CategoryOf(name) is { } category)
            {
                AddParts(root, path, InputRole.Source, category);
            }
            else
            {
                _ignored.Add(Relative(root, path));
            }
        }
    }

    private static bool IsProvince(string path) => Path.GetFileName(path).StartsWith("province-", StringComparison.Ordinal) && Directory.Exists(path);

    private void AddNamed(string path, InputRole role)
    {
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            throw InputFaultException.Of(path, "there is no such file. Check the path.", "文件不存在，请检查路径。");
        }

        AddParts(Path.GetDirectoryName(Path.GetFullPath(path)) ?? path, path, role, 0);
    }

    private void AddParts(string root, string path, InputRole role, int category)
    {
        foreach (string part in TableFiles.Of(path))
        {
            Add(root, part, role, category);
        }
    }

    private void Add(string root, string path, InputRole role, int category) =>
        _files.Add(new InputFile(path, Relative(root, path), role, category));

    private static string Relative(string root, string path) => Path.GetRelativePath(root, path).Replace('\\', '/');

    private static void RequireFolder(string folder)
    {
        if (File.Exists(folder))
        {
            throw InputFaultException.Of(
                folder, "this is a file where a folder is expected. Name a register file with --register.",
                "这是文件而不是文件夹；登记文件请用 --register 指定。");
        }

        if (!Directory.Exists(folder))
        {
            throw InputFaultException.Of(folder, "there is no such folder. Check the path.", "文件夹不存在，请检查路径。");
        }
    }
}
