namespace Qingce.Server;

/// <summary>Whose it is to mend that a server could not start.</summary>
public enum StartFault
{
    /// <summary>The place: a folder, an address or a store that cannot be used.</summary>
    Place,

    /// <summary>The command: an option that cannot be understood.</summary>
    Command,

    /// <summary>A file that was to be read.</summary>
    Input,

    /// <summary>The program itself: something in it ended that should not.</summary>
    Program,
}
