namespace Qingce.Storage;

/// <summary>The days that the register keeps: those of China, whatever the clock of the machine shows.</summary>
public static class RegisterDay
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>The day in China at a moment.</summary>
    public static DateOnly Of(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(China).DateTime);
}
