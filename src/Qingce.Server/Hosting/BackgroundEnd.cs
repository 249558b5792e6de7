using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Qingce.Server.Languages;
using Qingce.Server.Problems;

namespace Qingce.Server.Hosting;

/// <summary>Why a host ended that nobody stopped: something that runs in the background failed, as on a store that is damaged.</summary>
internal static class BackgroundEnd
{
    /// <summary>The reason, for the person who started the server.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="thrown">What the host itself ended with, or null.</param>
    public static ServerStartException Of(IServiceProvider services, Exception? thrown)
    {
        Exception? fault = services.GetServices<IHostedService>().OfType<BackgroundService>()
            .Select(service => service.ExecuteTask).FirstOrDefault(task => task is { IsFaulted: true })?.Exception?.InnerException ?? thrown;
        string folder = Path.GetFullPath(services.GetRequiredService<ServerOptions>().DataFolder);
        return fault is not null && StoreFaults.IsDamage(fault)
            ? new ServerStartException(
                new Phrase(
                    $"{folder}：登记库已损坏：{Said(fault)}。服务已停止。请保留此文件夹的副本，用备份恢复登记库（register.db 或 PostgreSQL 数据库）后再启动。",
                    $"{folder}: the store is damaged: {Said(fault)}. The server has stopped. Keep a copy of the folder, restore the store (register.db or the PostgreSQL database) from a backup, and start again."),
                fault)
            : new ServerStartException(
                new Phrase(
                    $"服务因内部错误停止（{fault?.GetType().Name ?? "?"}）。已提交的内容都在；请重新启动，并把日志交给管理员。",
                    $"The server stopped by a fault of its own ({fault?.GetType().Name ?? "?"}). What was committed is there; start it again, and give the log to the operator."),
                fault,
                StartFault.Program);
    }

    private static string Said(Exception fault)
    {
        Exception at = fault;
        while (at is not SqliteException && at.InnerException is { } inner)
        {
            at = inner;
        }

        return at.Message.TrimEnd('.');
    }
}
