namespace Qingce.Linkage.Chinese;

/// <summary>The kinds of columns, measures and derivations for Chinese person records.</summary>
public static class ChineseWords
{
    /// <summary><see cref="LinkageVocabulary.General"/> and the Chinese words.</summary>
    public static LinkageVocabulary Vocabulary { get; } = LinkageVocabulary.General.With(
        [new ChineseNameKind(), new CitizenNumberKind(), new ChineseDateKind(), new ChinesePhoneKind(), new ChineseAddressKind(), new SexKind()],
        [new NameMeasure(), new NumberMeasure(), new BirthInNumberMeasure(), new DateMeasure(), new PhoneMeasure(), new AddressMeasure()],
        [
            new NameKey("surname", NamePart.Surname),
            new NameKey("surname-sound", NamePart.SurnameSound),
            new NameKey("given", NamePart.Given),
            new NameKey("given-sound", NamePart.GivenSound),
            new NameKey("name-sound", NamePart.Sound),
            new NumberKey("number-body", NumberPart.Body),
            new NumberKey("number-birth", NumberPart.Birth),
            new NumberKey("number-division", NumberPart.Division),
            new NumberKey("number-place", NumberPart.DivisionAndSequence),
            new DatePart("birth-year", 0, 4),
            new DatePart("birth-day", 4, 4),
            new PhoneTail(),
            new AddressKey("address-door", wholeDoor: true),
            new AddressKey("address-place", wholeDoor: true, characters: 6),
            new AddressKey("address-house", wholeDoor: false),
        ],
        [new ChineseColumnProposer()]);
}
