namespace Qingce.Linkage;

/// <summary>
/// Headers in further languages, without marks on Latin letters: Russian, Polish, Portuguese, the Nordic ones, Turkish, Vietnamese, Indonesian, Japanese and
/// Korean.
/// </summary>
internal static partial class HeaderWords
{
    private static readonly (ColumnRole Role, string[] Names)[] FurtherLanguages =
    [
        (ColumnRole.GivenName, ["имя", "imie", "imiona", "fornavn", "fornamn", "etunimi", "primeironome", "ad", "adi", "isim", "ten", "namadepan", "名", "이름"]),
        (ColumnRole.MiddleName, ["отчество", "mellomnavn", "mellannamn", "tendem"]),
        (ColumnRole.FamilyName, ["фамилия", "прізвище", "nazwisko", "efternavn", "etternavn", "efternamn", "sukunimi", "sobrenome", "soyad", "soyadi", "ho", "namabelakang", "姓", "성"]),
        (ColumnRole.FullName,
            ["фио", "фамилияимяотчество", "полноеимя", "піб", "imieinazwisko", "nazwiskoiimie", "fuldenavn", "navn", "namn", "nimi", "nomecompleto", "adsoyad", "adisoyadi", "hoten", "hovaten", "hotendaydu", "nama", "namalengkap", "氏名", "名前", "성명"]),
        (ColumnRole.Date,
            [
                "датарождения", "деньрождения", "датанародження", "dataurodzenia", "fodselsdato", "fodelsedatum", "syntymaaika", "datanascimento", "datadenascimento", "nascimento", "dogumtarihi", "ngaysinh", "ngaythangnamsinh", "tanggallahir", "tgllahir", "生年月日", "생년월일"
            ]),
        (ColumnRole.Year, ["годрождения", "rokurodzenia", "fodselsar", "fodelsear", "anonascimento", "dogumyili", "namsinh", "tahunlahir"]),
        (ColumnRole.Address,
            ["адрес", "адреспроживания", "улица", "адреса", "ulica", "gade", "vej", "gata", "osoite", "endereco", "morada", "rua", "cadde", "sokak", "diachi", "alamat", "住所", "주소"]),
        (ColumnRole.Town, ["город", "населенныйпункт", "місто", "miasto", "miejscowosc", "poststed", "postort", "kaupunki", "cidade", "localidade", "sehir", "ilce", "thanhpho", "kota", "市区町村", "도시"]),
        (ColumnRole.Postcode, ["индекс", "почтовыйиндекс", "kodpocztowy", "postnummer", "postinumero", "cep", "postakodu", "mabuudien", "kodepos", "郵便番号", "우편번호"]),
        (ColumnRole.Phone,
            ["телефон", "номертелефона", "мобильныйтелефон", "мобильный", "numertelefonu", "komorka", "mobilnr", "puhelin", "puhelinnumero", "telefone", "telemovel", "telefonno", "ceptelefonu", "dienthoai", "sodienthoai", "sdt", "telepon", "nohp", "電話番号", "電話", "전화번호", "telefoon", "telefoonnr", "gsm", "mobiel", "fon"]),
        (ColumnRole.Email, ["почта", "электроннаяпочта", "epost", "sahkoposti", "eposta", "メール", "이메일"]),
        (ColumnRole.Identifier, ["снилс", "инн", "паспорт", "pesel", "cpr", "cprnummer", "fodselsnummer", "personnummer", "henkilotunnus", "cpf", "tckimlikno", "cccd", "cmnd", "nik", "マイナンバー", "bsn"]),
        (ColumnRole.Category, ["пол", "стать", "plec", "kjonn", "kon", "sukupuoli", "cinsiyet", "gioitinh", "jeniskelamin", "性別", "성별", "geslacht"]),
    ];

    /// <summary>What headers call the age of a person.</summary>
    private static readonly string[] Ages = ["age", "ages", "ageyears", "ageinyears", "alter", "lebensalter", "edad", "eta", "leeftijd", "возраст", "wiek", "alder", "idade", "yas", "tuoi", "usia", "umur", "年龄", "年齢", "나이"];

    /// <summary>What headers call a year that need not be that of a birth.</summary>
    private static readonly string[] AnyYears = ["year", "yyyy", "jahr", "annee", "ano", "anio"];

    /// <summary>Whether a column is called an age.</summary>
    public static bool IsAge(ColumnProfile profile) => profile.IsNamed(Ages) || (profile.Words.Count > 1 && profile.Words[0] is "age" or "alter" && profile.Words.Count <= 3);

    /// <summary>Whether a year is called that of a birth.</summary>
    public static bool IsBirthYear(ColumnProfile profile) => RoleOf(profile) is ColumnRole.Year or ColumnRole.Date && !profile.IsNamed(AnyYears);
}
