namespace Qingce.Linkage.Chinese;

/// <summary>
/// How far two names agree, as the measure <c>chinese-name</c> tells it: the bounds that levels of a model name. Equal names have 1.
/// </summary>
public static class NameGrade
{
    /// <summary>Characters that clerks write for one another: 萧 肖 as surnames, 喆 哲, 買 买; 买买提 麦麦提 in names with middle dots.</summary>
    public const double Variant = 0.95;

    /// <summary>A mark of loss (?, box, private use, pinyin) stands where the other has a character.</summary>
    public const double LostCharacter = 0.9;

    /// <summary>What differs is easily taken for one another by eye.</summary>
    public const double LookAlike = 0.85;

    /// <summary>What differs has a reading in common, or one name is the pinyin of the other.</summary>
    public const double Homophone = 0.8;

    /// <summary>The same characters or parts in another order.</summary>
    public const double Reordered = 0.75;

    /// <summary>A name with middle dots of which the other is the beginning.</summary>
    public const double Part = 0.7;

    /// <summary>A character of the given name is missing in one: 张明 张小明.</summary>
    public const double Missing = 0.65;

    /// <summary>One character is another one, at least two are the same.</summary>
    public const double OneCharacter = 0.6;

    /// <summary>Names of two characters with the same surname: what one wrong character makes of them, and what sisters and brothers have.</summary>
    public const double OneOfTwo = 0.5;

    /// <summary>The same surname and nothing else.</summary>
    public const double Surname = 0.3;
}
