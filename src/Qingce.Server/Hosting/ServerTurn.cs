using System.Globalization;
using Qingce.Server.Languages;
using Qingce.Storage;

namespace Qingce.Server.Hosting;

/// <summary>
/// The turn to serve a folder: its uploads and its live index are one server's alone, whatever database the register lies in. The lock is the system's, so that it is let
/// go however the process ends.
/// </summary>
internal sealed class ServerTurn : IDisposable
{
    private readonly FileStream _held;

    private readonly string _folder;
    private readonly bool _isMade;

    private ServerTurn(FileStream held, string folder, bool isMade) => (_held, _folder, _isMade) = (held, folder, isMade);

    /// <summary>Takes the turn, making the folder where it is not there.</summary>
    /// <param name="folder">The folder of the installation.</param>
    /// <exception cref="ServerStartException">Another server has it, or the folder cannot be written.</exception>
    public static ServerTurn Take(string folder)
    {
        string holder = Path.Combine(folder, "server.pid");
        try
        {
            bool isMade = OperatorsFolder.MakeMissing(folder);
            FileStream? held = TryLock(Path.Combine(folder, "server.lock"));
            if (held is null)
            {
                string process = File.Exists(holder) ? File.ReadAllText(holder).Trim() : "?";
                throw new ServerStartException(new Phrase(
                    $"{folder}：另一个服务（进程 {process}）正在使用此文件夹。请停止它，或用 --data 另选文件夹。",
                    $"{folder}: in use by another server (process {process}). Stop it, or give another folder with --data."));
            }

            File.WriteAllText(holder, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new ServerTurn(held, folder, isMade);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ServerStartException(
                new Phrase($"{folder}：无法使用此文件夹：{fault.Message} 请检查路径和权限。", $"{folder}: the folder cannot be used: {fault.Message} Check the path and its permissions."), fault);
        }
    }

    /// <summary>Takes the folder away again that was made for a server which could not start, where nothing else is in it.</summary>
    public void GiveUp()
    {
        _held.Dispose();
        string[] own = [Path.Combine(_folder, "server.lock"), Path.Combine(_folder, "server.pid")];
        if (_isMade && Directory.EnumerateFileSystemEntries(_folder).All(own.Contains))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _held.Dispose();

    private static FileStream? TryLock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }
}
