using System.Text;

namespace Qingce.Linkage;

/// <summary>Headers in English and German, some in French, Spanish, Italian and Dutch, and what they say of a column.</summary>
internal static partial class HeaderWords
{
    private static readonly (ColumnRole Role, string[] Names)[] Whole =
    [
        (ColumnRole.GivenName,
            [
                "firstname", "fname", "forename", "forenames", "givenname", "givennames", "given", "first", "vorname", "vornamen", "rufname", "prenom",
                "fnamec1", "christianname", "fn", "fnm", "fstname", "firstnm", "firstn", "namefirst", "personfirstname", "vname", "vn", "gname", "givnname",
                "prenoms", "nombre", "nombres", "nome", "voornaam"
            ]),
        (ColumnRole.MiddleName, ["middlename", "mname", "middle", "secondname", "zweitname", "fnamec2", "middleinitial", "lnamec2"]),
        (ColumnRole.FamilyName,
            [
                "surname", "lastname", "lname", "sname", "familyname", "family", "last", "nachname", "familienname", "zuname", "lnamec1", "maidenname",
                "geburtsname", "birthname", "ln", "lnm", "lstname", "lastnm", "lastn", "namelast", "personlastname", "nname", "nn", "sn", "surnm", "famname",
                "nom", "nomdefamille", "apellido", "apellidos", "cognome", "achternaam"
            ]),
        (ColumnRole.FullName,
            [
                "name", "fullname", "personname", "namefull", "completename", "firstandsurname", "vollername", "patientname", "customername", "contact",
                "contactname", "contactperson", "kontakt", "kundenname", "ansprechpartner", "fullnm", "nm", "patient", "person", "customer", "client", "member",
                "employee", "personfullname", "legalname", "nachnamevorname", "vornamenachname", "vorundnachname", "vornameundnachname", "nomprenom",
                "nomcomplet", "nombrecompleto", "naam"
            ]),
        (ColumnRole.Date,
            [
                "dob", "dateofbirth", "birthdate", "birthday", "born", "bdate", "geburtsdatum", "gebdat", "gebdatum", "geburtstag", "geb", "birth", "bdt",
                "birthdt", "bthdt", "bornon", "dateborn", "dtbirth", "dobdt", "brthdt", "gebdt", "gebdate", "geburt", "gebam", "geborenam", "geboren",
                "datedenaissance", "datenaissance", "naissance", "fechanacimiento", "fechadenacimiento", "nacimiento", "datadinascita", "datanascita",
                "geboortedatum"
            ]),
        (ColumnRole.Year, ["by", "yob", "birthyear", "yearofbirth", "byear", "geburtsjahr", "gebjahr", "dobyear", "doby", "year", "yyyy", "jahr", "birthyr", "yearborn", "birthyyyy", "annee", "ano", "anio"]),
        (ColumnRole.Month, ["bm", "mob", "birthmonth", "monthofbirth", "bmonth", "geburtsmonat", "gebmonat", "dobmonth", "dobm", "month", "monat", "mm", "birthmm", "birthmon", "mois", "mes"]),
        (ColumnRole.Day, ["bd", "birthday", "dayofbirth", "bday", "geburtstag", "gebtag", "dobday", "dobd", "day", "tag", "dd", "birthdd", "jour", "dia"]),
        (ColumnRole.HouseNumber,
            [
                "streetnumber", "housenumber", "houseno", "streetno", "hausnummer", "hausnr", "streetnum", "housenum", "hnr", "hno", "hausno", "hsnr",
                "housenbr", "strnr", "nummer"
            ]),
        (ColumnRole.Address,
            [
                "address", "street", "addr", "strasse", "str", "addressline", "streetaddress", "adresse", "anschrift", "wohnort", "line", "addrline",
                "streetname", "strassenname", "homeaddress", "fulladdress", "residence", "residentialaddress", "direccion", "domicilio", "calle", "indirizzo",
                "rue", "adres", "straat"
            ]),
        (ColumnRole.Town,
            [
                "suburb", "city", "town", "ort", "stadt", "place", "birthplace", "village", "municipality", "locality", "county", "gemeinde", "geburtsort",
                "pob", "location", "cty", "placeofbirth", "citytown", "towncity", "towncityname", "cityname", "townname", "ville", "commune", "ciudad",
                "localidad", "municipio", "citta", "comune", "woonplaats", "plaats", "lieudenaissance"
            ]),
        (ColumnRole.Postcode,
            [
                "postcode", "zip", "zipcode", "postalcode", "plz", "postleitzahl", "postcodefake", "postal", "pcode", "zcode", "postnr", "zip4", "zip5",
                "codepostal", "codigopostal", "cp", "cap"
            ]),
        (ColumnRole.Phone,
            [
                "phone", "telephone", "tel", "mobile", "cell", "phonenumber", "telefon", "handy", "fax", "mobil", "mobilephone", "mobilenumber", "cellphone",
                "telefonnummer", "telefonnr", "handynummer", "mobilnummer", "rufnummer", "telno", "telnr", "telnumber", "telephoneno", "telephonenumber",
                "phoneno", "phonenr", "contactnumber", "contactno", "mobileno", "mobilenr", "cellno", "cellnumber", "mob", "landline", "homephone", "workphone",
                "msisdn", "mobiltelefon", "telefono", "celular", "movil", "festnetz", "telefoonnummer"
            ]),
        (ColumnRole.Email, ["email", "mail", "emailaddress", "mailaddress", "emailadresse", "emailaddr", "correo", "correoelectronico", "courriel"]),
        (ColumnRole.Identifier,
            [
                "ssn", "socsecid", "nino", "nhsnumber", "passport", "passportno", "taxid", "nationalid", "idno", "idnumber", "iban", "account", "licence",
                "license", "nhsno", "nhs", "nin", "nationalinsurance", "ssnum", "socialsecurity", "socialsecuritynumber", "passportnumber", "driverslicense",
                "driverlicense", "driverslicence", "licenseno", "sozialversicherungsnummer", "svnr", "svnummer", "steuerid", "steuernummer", "ausweisnr",
                "ausweisnummer", "personalausweis", "kvnr", "versichertennummer", "dni", "nif", "codicefiscale"
            ]),
        (ColumnRole.Category, ["sex", "gender", "geschlecht", "state", "region", "country", "title", "land", "bundesland", "province", "sx", "sexe", "sexo", "mf"]),
    ];

    private static readonly (ColumnRole Role, string[] Words)[] Single =
    [
        (ColumnRole.Category, ["suffix"]),
        (ColumnRole.Email, ["email", "mail"]),
        (ColumnRole.Phone, ["phone", "telephone", "mobile", "telefon", "tel", "fax", "handy", "cell", "mobil", "telefono"]),
        (ColumnRole.Postcode, ["postcode", "zip", "plz", "postleitzahl", "postal", "zipcode"]),
        (ColumnRole.Date, ["dob", "birthdate", "geburtsdatum", "birth", "born", "geb", "naissance", "nacimiento"]),
        (ColumnRole.GivenName, ["forename", "firstname", "given", "vorname", "fname"]),
        (ColumnRole.FamilyName, ["surname", "lastname", "nachname", "familienname", "lname", "apellido"]),
        (ColumnRole.Address, ["address", "street", "addr", "strasse", "adresse"]),
        (ColumnRole.Town, ["city", "suburb", "town", "birthplace", "ort", "stadt", "village"]),
        (ColumnRole.Date, ["date", "datum"]),
        (ColumnRole.FullName, ["name"]),
        (ColumnRole.Identifier, ["ssn", "passport"]),
    ];

    // Results of linkage: used, they would be the answer rather than evidence for it.
    private static readonly string[] Results =
        ["cluster", "clusterid", "entid", "entity", "entityid", "label", "gold", "goldid", "matchid", "groupid", "dupid", "duplicateof", "personid", "isduplicate", "clusternumber", "realid", "trueid"];

    // What must not decide who somebody is.
    private static readonly string[] Unfit = ["ethnic", "religio", "race", "nationali", "confession", "konfession", "caste"];

    private const int IdsAlone = 9;
    private static readonly string[] Ids =
        ["id", "recid", "recordid", "uniqueid", "uid", "rowid", "uuid", "guid", "rid", "recordnumber", "recno", "rownumber", "index", "pk", "key", "nr", "lfdnr", "no", "rec", "row"];

    /// <summary>What a header says; null when it says nothing.</summary>
    public static ColumnRole? RoleOf(ColumnProfile profile)
    {
        var joined = string.Concat(profile.Words);
        var trimmed = joined.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        foreach (var name in new[] { joined, trimmed })
        {
            foreach (var (role, names) in Whole.Concat(FurtherLanguages))
            {
                if (names.Contains(name))
                {
                    return role;
                }
            }
        }

        foreach (var (role, words) in Single)
        {
            if (profile.Words.Any(words.Contains))
            {
                return role;
            }
        }

        return null;
    }

    /// <summary>Whether a header is the name of a role and nothing more.</summary>
    public static bool IsWhole(ColumnProfile profile) => Whole.Concat(FurtherLanguages).Any(whole => whole.Names.Contains(string.Concat(profile.Words)));

    /// <summary>Whether a column is the result of an earlier linkage.</summary>
    public static bool IsResult(ColumnProfile profile) =>
        profile.IsNamed(Results) || profile.Words.Any(w => w.StartsWith("trut", StringComparison.Ordinal) || w is "cluster");

    /// <summary>Whether a column must not decide who somebody is.</summary>
    public static bool IsUnfit(ColumnProfile profile) =>
        profile.Words.Any(w => Array.Exists(Unfit, u => w.StartsWith(u, StringComparison.Ordinal)));

    /// <summary>How much a header looks like that of record ids, 0 for not at all.</summary>
    public static int IdRank(ColumnProfile profile)
    {
        var at = Array.IndexOf(Ids, string.Concat(profile.Words));
        return at >= 0 ? Ids.Length - at : profile.Words.Count > 1 && profile.Words[^1] is "id" && !profile.IsNamed(Results) && RoleOf(profile) is null ? 1 : 0;
    }

    /// <summary>Whether a header says that the column is the id of the record, and can hardly say anything else.</summary>
    public static bool IsIdAlone(ColumnProfile profile) => Array.IndexOf(Ids, string.Concat(profile.Words)) is >= 0 and < IdsAlone;

    /// <summary>The words of a header in small letters.</summary>
    public static IReadOnlyList<string> Split(string header)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= header.Length; i++)
        {
            var part = i < header.Length && char.IsLetterOrDigit(header[i]);
            if (start >= 0 && (!part || (char.IsUpper(header[i]) && char.IsLower(header[i - 1]))))
            {
                words.Add(Plain(header[start..i]));
                start = -1;
            }

            start = part && start < 0 ? i : start;
        }

        return words;
    }

    private static string Plain(string word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var letter in word.ToLowerInvariant())
        {
            var first = LatinLetters.Plain(letter, out var second);
            plain.Append(first == '\0' ? letter : first).Append(second == '\0' ? "" : second);
        }

        return plain.ToString();
    }
}
