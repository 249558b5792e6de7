using Qingce.Checks.Facts;
using Qingce.Checks.Findings;
using Qingce.Standards;

namespace Qingce.Checks.Indicators.Births;

/// <summary>A birth certificate. Sorted by where it stands.</summary>
/// <param name="Certificate">Hash of its number; 0 for none.</param>
/// <param name="Mother">First register row of the mother's number; -1 when the register has none.</param>
/// <param name="Child">First register row of the child's number, when the office wrote it back; else -1.</param>
/// <param name="BirthCode">yyyyMMdd.</param>
/// <param name="Sex">Sex of the child.</param>
/// <param name="Name"><c>PersonName.Key</c> of the child's name; 0 while it has none.</param>
/// <param name="Day">Day of birth since 1970-01-01.</param>
/// <param name="Source">The row.</param>
internal readonly record struct BirthRecord(ulong Certificate, int Mother, int Child, int BirthCode, Sex Sex, ulong Name, int Day, SourceRef Source)
    : IComparable<BirthRecord>
{
    public int CompareTo(BirthRecord other) => Source.CompareTo(other.Source);
}

/// <summary>A registration that rested on a birth certificate. Sorted by certificate, registration, and where it stands.</summary>
/// <param name="Certificate">Hash of its number; 0 for none.</param>
/// <param name="Row">Row of the register.</param>
/// <param name="Source">The change.</param>
internal readonly record struct CertificateUse(ulong Certificate, int Row, SourceRef Source) : IComparable<CertificateUse>
{
    public int CompareTo(CertificateUse other) => (Certificate, Row, Source).CompareTo((other.Certificate, other.Row, other.Source));
}

/// <summary>The husband or wife of somebody, registered in another household.</summary>
/// <param name="Row">First register row of the one.</param>
/// <param name="Spouse">First register row of the other.</param>
internal readonly record struct SpouseFact(int Row, int Spouse) : IRowFact, IComparable<SpouseFact>
{
    public int CompareTo(SpouseFact other) => Spouse.CompareTo(other.Spouse);
}

/// <summary>The death of a small child that no registration's number leads to.</summary>
/// <param name="BirthCode">yyyyMMdd.</param>
/// <param name="Sex">Sex.</param>
/// <param name="County">Six digits of where it died.</param>
internal readonly record struct InfantDeath(int BirthCode, Sex Sex, int County);
