using Qingce.Server.Requests;
using Qingce.Storage;
using Qingce.Storage.Searching;

namespace Qingce.Server.Views;

/// <summary>Writes down who looked at whose sensitive values, when and for what purpose, before they are shown.</summary>
internal sealed class RecordLook(Store store)
{
    /// <summary>Records a look at registrations, if the request is to reveal them.</summary>
    /// <param name="http">The request: who looks and why are in its headers.</param>
    /// <param name="reveal">Whether sensitive values are to be shown.</param>
    /// <param name="place">Where, as <c>search</c>.</param>
    /// <param name="registrationIds">Whom.</param>
    /// <exception cref="Problems.ProblemException">Nobody is named, or no purpose is given.</exception>
    public async Task RunAsync(HttpContext http, bool reveal, string place, IEnumerable<string> registrationIds)
    {
        if (!reveal)
        {
            return;
        }

        (string actor, string purpose) = http.Look();
        await RecordViews.RunAsync(store, actor, purpose, place, registrationIds, http.RequestAborted);
    }
}
