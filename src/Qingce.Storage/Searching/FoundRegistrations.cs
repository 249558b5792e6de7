using Qingce.Storage.Registrations;

namespace Qingce.Storage.Searching;

/// <summary>A page of a search.</summary>
/// <param name="Rows">The registrations; their sensitive values are sealed still.</param>
/// <param name="Next">What to give as <see cref="RegistrationQuery.After"/> for the next page; null on the last.</param>
/// <param name="Fault">Why nothing was looked for; else none.</param>
public sealed record FoundRegistrations(IReadOnlyList<Registration> Rows, string? Next, SearchFault Fault = SearchFault.None);

/// <summary>Why a search is refused.</summary>
public enum SearchFault
{
    /// <summary>It is not.</summary>
    None,

    /// <summary>Nothing is given that narrows the register: a birth date alone would be looked for in every registration.</summary>
    TooWide,

    /// <summary>The name or its reading has no letter that it could be found by.</summary>
    NameWithoutLetter,

    /// <summary>The address names no street, estate or village that it could be found by.</summary>
    AddressWithoutPlace,

    /// <summary>The registration after which the page was to begin is not there.</summary>
    UnknownPosition,
}
