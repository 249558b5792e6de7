using Qingce.Server.Languages;

namespace Qingce.Server.Problems;

/// <summary>A kind of problem that the API answers with. The code is permanent; see <c>/problems</c>.</summary>
/// <param name="Code">Stable name for programs.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Title">What is wrong, the same for every occurrence.</param>
/// <param name="Remedy">What to do about it.</param>
internal sealed record ProblemKind(string Code, int Status, Phrase Title, Phrase Remedy)
{
    /// <summary>An occurrence with nothing more to say than the kind does.</summary>
    public Problem Here() => new(this, Remedy);

    /// <summary>An occurrence with what is wrong in this case.</summary>
    public Problem Here(string chinese, string english) => new(this, new Phrase(chinese, english));

    /// <summary>An occurrence at a named place of the request.</summary>
    public Problem At(string place, string chinese, string english) =>
        new(this, new Phrase(chinese, english)) { Faults = [new Fault(place, new Phrase(chinese, english))] };
}

/// <summary>One occurrence of a problem.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Detail">What is wrong in this case and what to do.</param>
internal sealed record Problem(ProblemKind Kind, Phrase Detail)
{
    /// <summary>The places of the request at fault, when there are any to name.</summary>
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>The version the thing has now, when another one was expected.</summary>
    public int? CurrentVersion { get; init; }
}

/// <summary>A place of a request and what is wrong there.</summary>
/// <param name="Place">A member of the body as <c>events[3].data.name</c>, a parameter or a header.</param>
/// <param name="Text">What is wrong and what to do.</param>
/// <param name="Rule">Code of the rule of the register that says no, if one does.</param>
internal sealed record Fault(string Place, Phrase Text, string? Rule = null);
