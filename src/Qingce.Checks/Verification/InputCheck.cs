using System.Globalization;
using Qingce.Checks.Loading;
using Qingce.Exchange.Inputs;

namespace Qingce.Checks.Verification;

/// <summary>Stops a run of which too many rows were rejected: its figures would say more about the files than about the register.</summary>
internal static class InputCheck
{
    /// <summary>Faults for the files at fault when more than the share of all their rows was rejected; none otherwise.</summary>
    public static IReadOnlyList<InputFault> TooManyRejects(IReadOnlyList<FileCounts> files, double mostShare)
    {
        long read = files.Sum(file => file.Read);
        long rejected = files.Sum(file => (long)file.Rejects.Count);
        if (rejected <= read * mostShare)
        {
            return [];
        }

        return
        [
            .. files.Where(file => file.Rejects.Count > 0).Select(file =>
            {
                RejectedRow first = file.Rejects.InOrder.First();
                string counts = string.Create(CultureInfo.InvariantCulture, $"{file.Rejects.Count} of {file.Read} rows cannot be used");
                return new InputFault(
                    file.File.Name, first.Row, first.Column,
                    string.Create(CultureInfo.InvariantCulture, $"{counts}, more than {100 * mostShare:0.0}% in all. The first: {first.English}"),
                    string.Create(CultureInfo.InvariantCulture, $"{file.Read} 行中有 {file.Rejects.Count} 行无法使用，超过允许的比例 {100 * mostShare:0.0}%。首个：{first.Chinese}"));
            }),
        ];
    }
}
