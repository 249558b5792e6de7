namespace Qingce.Register;

/// <summary>A rule of the register, named as the sentence that it is.</summary>
internal abstract class RegisterRule
{
    /// <summary>Stable code.</summary>
    public abstract string Code { get; }

    /// <summary>Null when the rule holds.</summary>
    public abstract BrokenRule? Judge(Deliberation deliberation);

    protected BrokenRule Broken(string chinese, string english, params ReadOnlySpan<string> registrationIds) =>
        new(Code, chinese, english, [.. registrationIds]);
}
