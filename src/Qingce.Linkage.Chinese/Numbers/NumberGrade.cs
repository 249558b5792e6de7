namespace Qingce.Linkage.Chinese;

/// <summary>
/// How two citizen numbers agree, as the measure <c>citizen-number</c> tells it: the bounds that levels of a model name. Equal
/// numbers, 15 digits beside 18 included, have 1. The order is that of the tests, not of the evidence.
/// </summary>
public static class NumberGrade
{
    /// <summary>One digit is another one, or two neighbours changed places, and the check character shows that one of them is wrong.</summary>
    public const double Slip = 0.9;

    /// <summary>One digit is another one and both check characters hold: two people, or a slip before the check was computed.</summary>
    public const double SlipRechecked = 0.8;

    /// <summary>The same division and sequence, another birth date: the number was made anew when the date was corrected.</summary>
    public const double OtherBirth = 0.7;

    /// <summary>The same division and birth date, another sequence: what twins have, and people of one town born on one day. Or
    /// nearly so, with a near sequence: twins and a slip.</summary>
    public const double OneSequence = 0.5;

    /// <summary>As <see cref="OneSequence"/>, where one of the two is wrong in itself: several slips in one number, or a slip in the number of a twin.</summary>
    public const double OneSequenceFaulty = 0.4;

    /// <summary>At most four characters differ, and one of the two is wrong in itself: more than one slip.</summary>
    public const double Faulty = 0.3;

    /// <summary>Two valid numbers with one birth date, but for the century and two digits at most: what somebody has who was registered twice.</summary>
    public const double OneBirth = 0.2;

    /// <summary>More differ, and one of the two is wrong in itself. Two valid numbers of two birth dates have 0.</summary>
    public const double FaultyOther = 0.1;
}
