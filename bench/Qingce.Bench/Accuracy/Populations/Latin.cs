namespace Qingce.Bench.Accuracy;

/// <summary>Common given names, their short forms, and family names of two languages; the frequent ones first.</summary>
internal sealed record Latin(string[] Men, string[] Women, string[] Families, string[] Beginnings, string[] Endings, string[] Streets, string[] Short)
{
    public static Latin English { get; } = new(
        Words("""
            James John Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Mark Donald Steven Paul Andrew Joshua
            Kenneth Kevin Brian George Timothy Ronald Edward Jason Jeffrey Ryan Jacob Gary Nicholas Eric Jonathan Stephen Larry Justin Scott Brandon Benjamin
            Samuel Gregory Frank Alexander Raymond Patrick Jack Dennis Jerry Tyler Aaron Henry Adam Douglas Nathan Peter Zachary Kyle Walter Harold Jeremy Ethan
            Carl Keith Roger Gerald Christian Terry Sean Arthur Austin Noah Lawrence Jesse Joe Bryan Billy Jordan Albert Dylan Bruce Willie Gabriel Alan Juan
            Logan Wayne Ralph Roy Eugene Randy Vincent Russell Louis Philip Bobby Johnny Bradley Oscar Duncan Angus Callum Rhys Owen Declan Cormac Fergus
            """),
        Words("""
            Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Betty Sandra Margaret Ashley Kimberly Emily Donna Michelle Carol
            Amanda Melissa Deborah Stephanie Rebecca Sharon Laura Cynthia Dorothy Amy Kathleen Angela Shirley Emma Brenda Pamela Nicole Anna Samantha Katherine
            Christine Debra Rachel Carolyn Janet Maria Olivia Heather Helen Catherine Diane Julie Victoria Joyce Lauren Kelly Christina Ruth Joan Virginia Judith
            Evelyn Hannah Andrea Megan Cheryl Jacqueline Madison Teresa Abigail Sophia Martha Sara Gloria Janice Kathryn Ann Isabella Judy Charlotte Julia Grace
            Amber Alice Jean Denise Frances Danielle Marilyn Natalie Beverly Diana Brittany Theresa Kayla Alexis Doris Lori Tiffany Fiona Moira Isla Niamh Siobhan
            """),
        Words("""
            Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Thomas Taylor Moore Jackson Martin Lee Thompson White Harris Clark Lewis Robinson
            Walker Young Allen King Wright Scott Hill Green Adams Nelson Baker Hall Campbell Mitchell Carter Roberts Phillips Evans Turner Parker Collins Edwards
            Stewart Morris Murphy Cook Rogers Morgan Cooper Peterson Reed Bailey Kelly Howard Ward Cox Richardson Wood Watson Brooks Bennett Gray James Hughes
            Price Myers Long Foster Sanders Ross Morales Powell Sullivan Russell Butler Barnes Fisher Henderson Coleman Simmons Patterson Jordan Reynolds Graham
            Kim Griffin Wallace Moreno West Cole Hayes Bryant Gibson Ellis Stevens Murray Ford Marshall Owens McDonald Harrison Kennedy Wells O'Brien O'Connor
            """),
        Words("Ash Black Brad Bram Car Clay Cran Dal East Fair Green Hart Hol Kirk Lang Mar Nor Old Pem Red Rock Sher Stan Sut Thorn Wal Whit Win Wood Wy"),
        Words("berry bridge brook burn bury by cott croft dale den don field ford ham hurst ley low man more port ridge shaw side son stead ter ton ville well wick worth"),
        Words("High Church Station Victoria Park Mill Green School Manor Kings Queens Albert Grove Chapel Springfield Windsor Alexandra York North West Highfield"),
        Words("""
            Robert:Bob Robert:Rob William:Bill William:Will James:Jim Michael:Mike Richard:Dick Richard:Rick Thomas:Tom Charles:Charlie Christopher:Chris
            Daniel:Dan Matthew:Matt Anthony:Tony Steven:Steve Andrew:Andy Joshua:Josh Kenneth:Ken Timothy:Tim Edward:Ted Edward:Ed Nicholas:Nick Benjamin:Ben
            Samuel:Sam Gregory:Greg Alexander:Alex Raymond:Ray Patrick:Pat Henry:Harry Joseph:Joe Elizabeth:Liz Elizabeth:Betty Margaret:Peggy Margaret:Maggie
            Patricia:Pat Jennifer:Jenny Barbara:Barb Susan:Sue Jessica:Jess Deborah:Debbie Stephanie:Steph Rebecca:Becky Katherine:Kate Katherine:Kathy
            Catherine:Cathy Christine:Chris Samantha:Sam Victoria:Vicky Christina:Tina Judith:Judy Jacqueline:Jackie Theresa:Terri Abigail:Abby Frances:Fran
            Dorothy:Dot Virginia:Ginny Kimberly:Kim Pamela:Pam Cynthia:Cindy Sandra:Sandy Alice:Ali
            """));

    public static Latin German { get; } = new(
        Words("""
            Hans Peter Klaus Wolfgang Jürgen Michael Werner Thomas Andreas Günter Stefan Helmut Christian Uwe Manfred Frank Dieter Bernd Heinz Gerhard Karl
            Markus Martin Horst Ralf Alexander Matthias Walter Jörg Rainer Herbert Daniel Rolf Sebastian Kurt Florian Tobias Jan Heinrich Josef Sven Torsten
            Ulrich Lukas Felix Jonas Leon Maximilian Paul Philipp Johannes Oliver Björn Jens Kai Lars Dirk Holger Norbert Erich Otto Ernst Friedrich Götz Jürg
            """),
        Words("""
            Maria Ursula Monika Petra Elisabeth Sabine Renate Helga Karin Brigitte Ingrid Erika Andrea Gisela Claudia Susanne Gabriele Christa Christine
            Hildegard Anna Birgit Barbara Gertrud Heike Marianne Elke Martina Angelika Irmgard Inge Ute Elfriede Doris Marion Ruth Ulrike Hannelore Jutta Käthe
            Margarete Julia Katharina Anja Nicole Stefanie Sandra Kathrin Silke Bärbel Lena Laura Sophie Johanna Jana Nadine Melanie Vanessa Lea Frieda Grete
            """),
        Words("""
            Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann
            Braun Krüger Hofmann Hartmann Lange Schmitt Werner Krause Meier Lehmann Schmid Schulze Maier Köhler Herrmann König Walter Mayer Huber Kaiser Fuchs
            Peters Lang Scholz Möller Weiß Jung Hahn Schubert Vogel Friedrich Keller Günther Frank Berger Winkler Roth Beck Lorenz Baumann Franke Albrecht Schuster
            Simon Ludwig Böhm Winter Kraus Martin Schumacher Krämer Vogt Stein Jäger Otto Sommer Groß Seidel Heinrich Brandt Haas Schreiber Graf Schulte Dietrich
            """),
        Words("Alten Bach Berg Birken Blumen Burg Diet Eben Eichen Feld Gold Grün Hagen Held Hohen Kalten Kirch Linden Lö Mühl Neu Ober Rosen Schön Stein Tann Weiden Wein Wies"),
        Words("au bach baum berg brück burg dorf eder feld hagen haus heim hof höfer kamp mann meier müller rath reuter scheid schmidt stein thal wald wein"),
        Words("Haupt Bahnhof Schul Garten Dorf Berg Linden Kirch Wald Ring Goethe Schiller Mozart Rosen Birken Mühlen Wiesen Post Friedhof Garten Bismarck"),
        Words("""
            Johannes:Hans Josef:Sepp Heinrich:Heinz Friedrich:Fritz Maximilian:Max Alexander:Alex Sebastian:Basti Matthias:Matze Michael:Michi Katharina:Käthe
            Elisabeth:Lisa Elisabeth:Elsbeth Margarete:Grete Susanne:Susi Gabriele:Gabi Christine:Christel Angelika:Geli Stefanie:Steffi Ursula:Uschi Johanna:Hanna
            """));

    private static string[] Words(string text) => text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
