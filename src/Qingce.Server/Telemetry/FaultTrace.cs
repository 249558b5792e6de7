using System.Diagnostics;
using System.Text;

namespace Qingce.Server.Telemetry;

/// <summary>An exception for the log: types and places, never the messages, which may quote a person.</summary>
internal static class FaultTrace
{
    public static string Of(Exception fault)
    {
        StringBuilder text = new();
        for (Exception? at = fault; at is not null; at = at.InnerException)
        {
            text.Append(text.Length == 0 ? "" : " <- ").Append(at.GetType().FullName);
            foreach (StackFrame frame in new StackTrace(at, fNeedFileInfo: true).GetFrames().Take(12))
            {
                text.Append(" at ").Append(frame.GetMethod()?.DeclaringType?.FullName).Append('.').Append(frame.GetMethod()?.Name);
                if (frame.GetFileLineNumber() is > 0 and int line)
                {
                    text.Append(':').Append(line);
                }
            }
        }

        return text.ToString();
    }
}
