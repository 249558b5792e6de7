using Qingce.Exchange.Codes;

namespace Qingce.Exchange.Catalogue;

/// <summary>The papers on which a settlement (落户) may rest, who issues them, and the form in which their numbers are compared.</summary>
public static class SettlementPapers
{
    /// <summary>Bytes that always suffice for a number; what is longer is compared by as many.</summary>
    public const int NumberRoom = 128;

    /// <summary>The kinds of papers.</summary>
    public static IReadOnlyList<DocumentKind> Kinds { get; } =
        [DocumentKind.MarriageCertificate, DocumentKind.LabourContract, DocumentKind.SchoolRecord, DocumentKind.RealEstateCertificate];

    /// <summary>The category of source records whose department issues a kind of paper; 0 when it is no paper of a settlement.</summary>
    /// <param name="kind">The kind.</param>
    public static int CategoryOf(DocumentKind kind) => kind switch
    {
        DocumentKind.MarriageCertificate => 5,
        DocumentKind.LabourContract => 15,
        DocumentKind.SchoolRecord => 18,
        DocumentKind.RealEstateCertificate => 20,
        _ => 0,
    };

    /// <summary>The kind of paper that the department of a category issues; none for every other category.</summary>
    /// <param name="category">The category, 1 to 23.</param>
    public static DocumentKind IssuedBy(int category) => category switch
    {
        5 => DocumentKind.MarriageCertificate,
        15 => DocumentKind.LabourContract,
        18 => DocumentKind.SchoolRecord,
        20 => DocumentKind.RealEstateCertificate,
        _ => DocumentKind.None,
    };

    /// <summary>Writes the form of a number in which letter case and spaces do not matter.</summary>
    /// <param name="number">The number, UTF-8.</param>
    /// <param name="folded">At least <see cref="NumberRoom"/> bytes.</param>
    /// <returns>Bytes written; 0 for a number that says nothing.</returns>
    public static int WriteNumber(ReadOnlySpan<byte> number, Span<byte> folded)
    {
        int length = 0;
        foreach (byte b in number)
        {
            if (b is not ((byte)' ' or (byte)'\t') && length < NumberRoom)
            {
                folded[length++] = b is >= (byte)'a' and <= (byte)'z' ? (byte)(b - 32) : b;
            }
        }

        return length;
    }
}
