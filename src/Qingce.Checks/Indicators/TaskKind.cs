namespace Qingce.Checks.Indicators;

/// <summary>What a finding suggests that somebody does.</summary>
public enum TaskKind : byte
{
    /// <summary>No task.</summary>
    None = 0,

    /// <summary>Review a pair of registrations (<c>review_pair</c>).</summary>
    ReviewPair,

    /// <summary>Visit the household (<c>visit</c>).</summary>
    Visit,

    /// <summary>Check the papers on file (<c>check_papers</c>).</summary>
    CheckPapers,

    /// <summary>Confirm with the person or the department (<c>confirm</c>).</summary>
    Confirm,

    /// <summary>Keep a joint file with the place of stay (<c>joint_file</c>).</summary>
    JointFile,

    /// <summary>Trace a paper to who issued it (<c>trace_source</c>).</summary>
    TraceSource,

    /// <summary>Write to the other office (<c>letter</c>).</summary>
    Letter,
}

/// <summary>The words of the kinds of tasks.</summary>
public static class TaskKinds
{
    /// <summary>The word in files.</summary>
    public static string Token(this TaskKind task) => task switch
    {
        TaskKind.ReviewPair => "review_pair",
        TaskKind.Visit => "visit",
        TaskKind.CheckPapers => "check_papers",
        TaskKind.Confirm => "confirm",
        TaskKind.JointFile => "joint_file",
        TaskKind.TraceSource => "trace_source",
        TaskKind.Letter => "letter",
        _ => "",
    };
}
