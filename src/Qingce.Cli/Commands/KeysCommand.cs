using System.CommandLine;
using Qingce.Cli.Importing;
using Qingce.Cli.Screens;
using Qingce.Storage;
using Qingce.Storage.Sealing;

namespace Qingce.Cli.Commands;

/// <summary><c>keys</c>: new keys for what the register of record keeps sealed.</summary>
internal static class KeysCommand
{
    public static Command Create(Screen screen) =>
        new("keys", screen.Say("更换登记库的密钥。", "Give the register of record new keys.")) { Rotate(screen), Rewrap(screen) };

    private static Command Rotate(Screen screen)
    {
        (Option<string> folder, Option<string?> database) = StoreOptionsOf(screen);
        Option<string?> cipher = new("--cipher")
        {
            HelpName = "aes|sm4",
            Description = screen.Say("新密钥所用的算法；默认不变。", "Cipher of the new key; by default that of the present one."),
        };
        cipher.AcceptOnlyFromAmong("aes", "sm4");
        Command command = new("rotate", screen.Say(
            "生成新的数据密钥并逐批重新加密；登记库照常使用，中断后再次运行即可继续。",
            "Make a new data key and seal everything anew, batch by batch, while the register is in use; run again to go on after a stop."))
        {
            folder, database, cipher,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using Store store = await StoreOpening.OpenExistingAsync(parsed.GetValue(folder)!, parsed.GetValue(database), cancellation);
            SealingCipher? chosen = parsed.GetValue(cipher) switch { "aes" => SealingCipher.Aes256Gcm, "sm4" => SealingCipher.Sm4Gcm, _ => null };
            long resealed = await RotateKeys.RunAsync(store, chosen, null, cancellation);
            screen.Write(screen.Say($"已用新密钥重新加密 {resealed} 项；旧密钥留作读取备份之用。", $"{resealed} envelopes are sealed anew; the older key is kept for backups."));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Rewrap(Screen screen)
    {
        (Option<string> folder, Option<string?> database) = StoreOptionsOf(screen);
        Command command = new("rewrap", screen.Say(
            "在密钥文件中加入新密钥并用它重新包裹数据密钥。之后请另存密钥文件的副本。",
            "Add a key to the key file and wrap the data keys with it. Keep a new copy of the key file apart from the store afterwards."))
        {
            folder, database,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using Store store = await StoreOpening.OpenExistingAsync(parsed.GetValue(folder)!, parsed.GetValue(database), cancellation);
            await RotateKeys.RewrapAsync(store, cancellation);
            screen.Write(screen.Say($"密钥文件 {store.Options.KeyFilePath} 已有新密钥，请另存副本。", $"The key file {store.Options.KeyFilePath} has a new key; keep a copy of it apart from the store."));
            return ExitCode.Done;
        });
        return command;
    }

    private static (Option<string> Folder, Option<string?> Database) StoreOptionsOf(Screen screen) =>
        (new Option<string>("--data")
        {
            HelpName = "DIR",
            DefaultValueFactory = _ => ImportCommand.DefaultFolder,
            Description = screen.Say("嵌入式登记库和密钥所在的文件夹。", "Folder of the embedded store and the keys."),
        },
        new Option<string?>("--database")
        {
            HelpName = "CONNECTION",
            Description = screen.Say("改用 PostgreSQL 15 或更高版本。", "Use PostgreSQL 15 or later instead."),
        });
}
