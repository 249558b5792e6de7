using Qingce.Eng.Tables;

if (args.Length != 2)
{
    Console.Error.WriteLine("usage: Qingce.Eng.Tables DATA-FOLDER OUTPUT-FOLDER");
    return 2;
}

var standards = Path.Combine(args[0], "standards");
var names = Path.Combine(args[0], "names");
var given = NameTables.ReadGiven(Path.Combine(names, "given-name-characters.csv"));
var standardCharacters = PinyinTable.ReadStandardCharacters(Path.Combine(standards, "pinyin-common-8105.txt"));

Write("divisions", DivisionTables.Counties(Path.Combine(standards, "divisions-county-1981-now.csv")));
Write("townships", DivisionTables.Townships(Path.Combine(standards, "divisions-township.csv")));
Write("pinyin", PinyinTable.Make(Path.Combine(standards, "pinyin.txt"), Path.Combine(standards, "pinyin-common-8105.txt")));
Write("variants", VariantTable.Make(standards, standardCharacters, given));
Write("standard-characters", string.Concat(standardCharacters.Order().Select(rune => rune.ToString())));
Write("look-alikes", LookAlikeTable.Make(Path.Combine(standards, "look-alike-characters.txt")));
Write("surnames", NameTables.Surnames(Path.Combine(names, "surnames.csv")));
Write("given-names", NameTables.Given(given));
return 0;

void Write(string name, string text)
{
    var path = Path.Combine(args[1], name + ".bin");
    var length = TableFile.Write(path, text);
    Console.WriteLine($"{name}: {text.Length} characters, {length} bytes");
}
