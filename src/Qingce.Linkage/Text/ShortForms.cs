using System.Collections.Frozen;

namespace Qingce.Linkage;

/// <summary>Short forms of English and German given names that are no beginnings of them, each with the names it stands for.</summary>
internal static class ShortForms
{
    private const string Known = """
        bob:robert bobby:robert rob:robert robbie:robert bert:robert,albert,herbert,gilbert,hubert bill:william billy:william will:william willy:william,wilhelm
        liam:william dick:richard rick:richard ricky:richard rich:richard jim:james jimmy:james jamie:james jack:john johnny:john,jonathan jon:john,jonathan
        ian:john hans:johannes,johann jan:johannes,johann hannes:johannes,johann mike:michael mick:michael mickey:michael michi:michael tony:anthony,anton
        andy:andrew,andreas drew:andrew ted:edward,theodore,edmund ned:edward,edmund eddie:edward,edmund harry:henry,harold hank:henry hal:henry,harold
        chuck:charles charlie:charles,charlotte kalle:karl bart:bartholomew steve:stephen,steven chris:christopher,christine,christina,christian kit:christopher
        topher:christopher kris:christopher,christine toby:tobias matt:matthew matze:matthias geoff:geoffrey jeff:jeffrey,geoffrey jerry:gerald,jeremy,jerome
        gerry:gerald larry:lawrence,laurence joe:joseph,josef sepp:josef jupp:josef pete:peter phil:philip,phillip greg:gregory dan:daniel dave:david
        nick:nicholas,nikolaus klaus:nikolaus nico:nicholas,nikolaus alex:alexander,alexandra,alexandria sandy:alexander,sandra sascha:alexander,alexandra
        xander:alexander al:albert,alan,alfred fred:frederick,alfred freddie:frederick,alfred fritz:friedrich heinz:heinrich heiner:heinrich hein:heinrich
        basti:sebastian gus:augustus,gustav wally:walter rudi:rudolf uli:ulrich,ulrike wolfi:wolfgang ron:ronald vince:vincent gene:eugene manni:manfred
        lou:louis,louise zach:zachary abe:abraham ike:isaac moe:maurice
        liz:elizabeth,elisabeth lizzie:elizabeth beth:elizabeth,bethany betty:elizabeth,elisabeth betsy:elizabeth eliza:elizabeth libby:elizabeth
        lisa:elisabeth,elizabeth lisbeth:elisabeth elsbeth:elisabeth else:elisabeth elsa:elisabeth ella:elisabeth,elizabeth,eleanor bess:elizabeth
        peggy:margaret maggie:margaret meg:margaret,megan marge:margaret,marjorie rita:margarita,margarete greta:margarete,margaret grete:margarete gretel:margarete
        daisy:margaret kate:katherine,catherine,kathleen,katharina katie:katherine,catherine,kathleen kathy:katherine,catherine,kathleen cathy:catherine,katherine
        kitty:katherine,catherine kaethe:katharina kathi:katharina kay:katherine,katharina trina:katrina,katharina pat:patricia,patrick patty:patricia tricia:patricia trish:patricia
        jenny:jennifer,johanna jen:jennifer jess:jessica,jessie barb:barbara babs:barbara sue:susan,susanne,suzanne susie:susan,susanne susi:susanne suzy:susan,suzanne
        debbie:deborah,debra deb:deborah,debra becky:rebecca becca:rebecca steph:stephanie steffi:stefanie,stephanie sam:samuel,samantha vicky:victoria tori:victoria
        tina:christina,martina,bettina,kristina christel:christine,christa christl:christine stine:christine judy:judith jackie:jacqueline terri:theresa,teresa
        tess:theresa,teresa tracy:theresa abby:abigail gail:abigail fran:frances frank:francis,franklin fanny:frances dot:dorothy dotty:dorothy dolly:dorothy
        ginny:virginia kim:kimberly pam:pamela cindy:cynthia,lucinda ali:alice,alison,alison nan:nancy,ann nancy:ann,anne annie:ann,anne,anna nellie:helen,eleanor
        lena:helena,magdalena,helene nell:helen,eleanor ellie:eleanor,elizabeth mandy:amanda millie:mildred,emily molly:mary polly:mary mia:maria,mary
        mitzi:maria sally:sarah sadie:sarah hattie:harriet penny:penelope jo:joanne,josephine,joanna josie:josephine sophie:sophia gabi:gabriele,gabriela
        geli:angelika angie:angela uschi:ursula ulla:ursula hanna:johanna anni:anna,anne nanni:anna moni:monika bine:sabine biggi:birgit,brigitte gitte:brigitte
        hilde:hildegard hilla:hildegard rosi:rosemarie,rosa resi:therese traudl:gertrud,edeltraud trudi:gertrud trude:gertrud friedel:friederike,elfriede
        """;

    private static readonly FrozenDictionary<ulong, ulong[]> Long = Known.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
        .Select(entry => entry.Split(':', ','))
        .ToFrozenDictionary(names => KeyOf(names[0]), names => names.Skip(1).Select(KeyOf).ToArray());

    /// <summary>Whether one of two cleaned names is a known short form of the other, or both are of one.</summary>
    public static bool Are(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        var (a, b) = (TextPart.Hash(left), TextPart.Hash(right));
        var ofLeft = Long.GetValueOrDefault(a);
        var ofRight = Long.GetValueOrDefault(b);
        return (ofLeft?.Contains(b) ?? false) || (ofRight?.Contains(a) ?? false)
            || (ofLeft is not null && ofRight is not null && ofLeft.AsSpan().ContainsAny(ofRight));
    }

    private static ulong KeyOf(string name) => TextPart.Hash([.. name.Select(c => (int)c)]);
}
