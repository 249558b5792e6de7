using Qingce.Tables;

namespace Qingce.Cli.Linking;

/// <summary>What <c>link</c> was asked for.</summary>
internal sealed record LinkRequest
{
    /// <summary>Pairs that one blocking rule may make unless another bound is given.</summary>
    public const long DefaultMostPairs = 2_000_000_000;

    /// <summary>Files or folders, one a source.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>The column of record ids; null to find it, or to number the rows.</summary>
    public string? Id { get; init; }

    /// <summary>Whether numbers and other texts may stand side by side among the ids.</summary>
    public bool MixedIds { get; init; }

    /// <summary>The model; null to make one for the files.</summary>
    public string? ModelFile { get; init; }

    /// <summary>Whether the model given is trained on the files first.</summary>
    public bool Train { get; init; }

    /// <summary>Whether a model made for the files is trained. Looking at blocking needs no weights.</summary>
    public bool MayTrain { get; init; } = true;

    /// <summary>The probability from which a pair is a link; null for that of the model.</summary>
    public double? Threshold { get; init; }

    /// <summary>Whether only rows of different sources can be linked.</summary>
    public bool LinkOnly { get; init; }

    /// <summary>Whether a person has at most one record of a source.</summary>
    public bool OneToOne { get; init; }

    public TableFormat Format { get; init; } = TableFormat.Csv;

    public bool Timings { get; init; }

    /// <summary>An earlier result whose person ids are kept on.</summary>
    public string? Previous { get; init; }

    /// <summary>Pairs that a reviewer joined.</summary>
    public string? MustLink { get; init; }

    /// <summary>Pairs that a reviewer kept apart.</summary>
    public string? CannotLink { get; init; }

    /// <summary>Pairs that one blocking rule may make.</summary>
    public long MostPairs { get; init; } = DefaultMostPairs;

    /// <summary>Share of the rows that may be unreadable and left out, 0 to 1.</summary>
    public double MaxRejectShare { get; init; } = 1;

    /// <summary>A column that says who each record really is; nothing but the report looks at it. Null for none.</summary>
    public string? Truth { get; init; }

    /// <summary>Whether the report shows personal values as they are.</summary>
    public bool Unmasked { get; init; }

    /// <summary>Pairs that a person has judged, by which the weights are calibrated; null for none.</summary>
    public string? Labels { get; init; }

    /// <summary>Whether the threshold is the one that is best on the labels.</summary>
    public bool LabelThreshold { get; init; }

    /// <summary>The folder of the result.</summary>
    public required string Out { get; init; }

    public int Threads { get; init; } = Environment.ProcessorCount;
}
