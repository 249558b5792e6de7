using Qingce.Exchange.Catalogue;

namespace Qingce.Storage.Events;

/// <summary>One of the eight feeds whose events come in one by one.</summary>
/// <param name="Type">The type of its events, as in CloudEvents.</param>
/// <param name="Category">The category of the source records that its events are.</param>
public sealed record LiveFeed(string Type, SourceCategory Category)
{
    /// <summary>The feeds: the live categories of the catalogue, in its order.</summary>
    public static IReadOnlyList<LiveFeed> All { get; } =
    [
        .. SourceCatalogue.National.Categories.Where(category => category.IsLive).Select(category => new LiveFeed(TypeOf(category), category)),
    ];

    /// <summary>The feed of a type of events, or null.</summary>
    public static LiveFeed? Of(string type) => All.FirstOrDefault(feed => feed.Type == type);

    private static string TypeOf(SourceCategory category) => "qingce." + category.Slug switch
    {
        "birth-certificate" => "birth",
        "death-certificate" => "death",
        "migration-permit" => "migration",
        { } slug => slug,
    };
}
