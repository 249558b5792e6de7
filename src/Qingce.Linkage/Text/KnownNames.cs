using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Qingce.Linkage;

/// <summary>
/// Common given and family names of English and German, with some of French, Spanish and Italian. They tell what a column holds whose header does not; no pair of
/// rows is compared by them.
/// </summary>
internal static class KnownNames
{
    private const string Given = """
        james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth kevin
        brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank
        alexander raymond patrick jack dennis jerry tyler aaron jose henry adam douglas nathan peter zachary kyle walter harold jeremy ethan carl keith roger gerald
        sean arthur austin noah lawrence jesse joe bryan billy jordan albert dylan bruce willie gabriel alan juan logan wayne ralph roy eugene randy vincent russell
        louis philip bobby johnny bradley oliver harry oscar leo charlie freddie alfie theo archie lewis callum connor liam owen rhys luke isaac max caleb cameron
        evan adrian derek ian neil graham simon stuart craig martin colin barry darren gavin geoffrey leslie clive trevor nigel gordon malcolm dean carlos luis
        mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley kimberly emily donna michelle carol amanda
        melissa deborah stephanie rebecca sharon laura cynthia dorothy amy kathleen angela shirley emma brenda pamela nicole anna samantha katherine christine debra
        rachel carolyn janet maria olivia heather helen catherine diane julie victoria joyce lauren kelly christina ruth joan virginia judith evelyn hannah andrea
        megan cheryl jacqueline madison teresa abigail sophia martha sara gloria janice kathryn ann isabella judy charlotte julia grace amber alice jean denise
        frances danielle marilyn natalie beverly diana brittany theresa kayla alexis doris lori tiffany ava mia ella lily amelia chloe freya poppy isla evie jade
        molly zoe lucy holly caitlin bethany claire tracy wendy lynn gillian hazel jane anne sally tina erin paige vanessa monica veronica jasmine gabriella
        hans klaus wolfgang juergen jurgen werner andreas guenter gunter stefan helmut christian uwe manfred dieter bernd heinz gerhard karl markus horst ralf
        matthias joerg jorg rainer herbert rolf sebastian kurt florian tobias jan heinrich josef sven torsten thorsten ulrich lukas felix jonas leon maximilian
        philipp johannes bjorn jens kai lars dirk holger norbert erich otto ernst friedrich finn fabian tim niklas moritz julian elias erik marcel marco dominik
        ursula monika petra elisabeth sabine renate helga karin brigitte ingrid erika gisela claudia susanne gabriele christa hildegard birgit gertrud heike
        marianne elke martina angelika irmgard inge ute elfriede marion ulrike hannelore jutta margarete katharina anja stefanie kathrin silke baerbel lena
        sophie johanna jana nadine melanie lea marie lina leonie franziska antonia greta mathilda emilia nina tanja sonja kerstin bianca simone cornelia
        pierre michel philippe alain nicolas francois antoine hugo lucas nathalie isabelle sylvie camille manon ines carmen ana pilar dolores antonio manuel
        francisco javier jesus miguel pedro alejandro sergio pablo jorge alberto giuseppe giovanni mario luigi francesco andrea paolo giulia chiara francesca
        """;

    private const string Family = """
        smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez gonzalez wilson anderson thomas taylor moore jackson martin lee
        perez thompson white harris sanchez clark ramirez lewis robinson walker young allen king wright scott torres nguyen hill flores green adams nelson baker
        hall rivera campbell mitchell carter roberts gomez phillips evans turner diaz parker cruz edwards collins reyes stewart morris morales murphy cook rogers
        gutierrez ortiz morgan cooper peterson bailey reed kelly howard ramos kim cox ward richardson watson brooks chavez wood james bennett gray mendoza ruiz
        hughes price alvarez castillo sanders patel myers long ross foster jimenez powell jenkins perry russell sullivan bell coleman butler henderson barnes
        gonzales fisher vasquez simmons romero jordan patterson alexander hamilton graham reynolds griffin wallace moreno west cole hayes bryant herrera gibson
        ellis tran medina aguilar stevens murray ford castro marshall owens harrison fernandez mcdonald woods washington kennedy wells vargas henry chen freeman
        webb tucker guzman burns crawford olson simpson porter hunter gordon mendez silva shaw snyder mason dixon munoz hunt hicks holmes palmer wagner black
        robertson boyd rose stone salazar fox warren mills meyer rice schmidt garza daniels ferguson nichols stephens soto weaver ryan gardner payne grant dunn
        davies khan clarke ali begum singh saunders atkinson barker hudson pearson lloyd knight wilkinson chapman matthews
        mueller muller schneider fischer weber becker schulz hoffmann schaefer schafer koch bauer richter klein wolf schroeder schroder neumann schwarz
        zimmermann braun krueger kruger hofmann hartmann lange schmitt werner krause meier lehmann schmid schulze maier koehler kohler herrmann koenig konig walter
        mayer huber kaiser fuchs peters lang scholz moeller moller weiss jung hahn schubert vogel friedrich keller guenther gunther frank berger winkler roth beck
        lorenz baumann franke albrecht schuster simon ludwig boehm bohm winter kraus schumacher kraemer kramer vogt stein jaeger jager otto sommer gross seidel
        heinrich brandt haas schreiber graf schulte dietrich ziegler kuhn kuehn pohl engel horn busch bergmann voigt sauer arnold wolff pfeiffer
        bernard dubois durand moreau laurent lefebvre leroy roux fournier girard bonnet dupont lambert rossi russo ferrari esposito bianchi romano colombo ricci
        """;

    private static readonly FrozenSet<string> Givens = SetOf(Given), Families = SetOf(Family);

    /// <summary>Whether a word is a common given name, whatever its letters and marks.</summary>
    public static bool IsGiven(string word) => Givens.Contains(Plain(word));

    /// <summary>Whether a word is a common family name, whatever its letters and marks.</summary>
    public static bool IsFamily(string word) => Families.Contains(Plain(word));

    private static FrozenSet<string> SetOf(string names) =>
        names.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static string Plain(string word) => string.Concat(word.Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark).Select(char.ToLowerInvariant)).Replace("ß", "ss", StringComparison.Ordinal);
}
