using System.Runtime.InteropServices;
using Qingce.Checks.Registrations;
using Qingce.Linkage.Chinese;
using Qingce.Standards;

namespace Qingce.Checks.Indicators.Duplicates;

/// <summary>Gives the register to the linkage engine, column by column.</summary>
internal static class LinkageColumns
{
    private const int Chunk = 65_536;
    private const CitizenNumberFault LinksNothing = CitizenNumberFault.Placeholder | CitizenNumberFault.SpreadsheetRounded;

    public static PersonColumns Of(RegisterStore register, int threads)
    {
        int count = register.Count;
        ulong[] numbers = new ulong[count];
        ulong[] former = new ulong[count];
        bool[] living = new bool[count];
        bool[] fifteen = new bool[count];
        byte[] relations = new byte[count];
        byte[] educations = new byte[count];
        int[] cards = new int[count];
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = threads };
        Parallel.For(0, (count + Chunk - 1) / Chunk, parallel, chunk =>
        {
            for (int row = chunk * Chunk; row < Math.Min(count, (chunk + 1) * Chunk); row++)
            {
                CitizenNumberFault fault = register.NumberFault(row);
                numbers[row] = (fault & LinksNothing) == 0 ? register.Numbers[row] : 0;
                former[row] = register.FormerNumbers.Length > 0 ? FormerNumber(register.FormerNumbers[row]) : 0;
                living[row] = register.IsLiving(row);
                fifteen[row] = (fault & CitizenNumberFault.FifteenDigits) != 0;
                relations[row] = register.Relations[row].IsNone ? byte.MaxValue : register.Relations[row].Code;
                educations[row] = register.Educations[row].IsNone ? byte.MaxValue : register.Educations[row].Code;
                cards[row] = register.CardIssuedOn.Length > 0 && register.CardIssuedOn[row] != RegisterStore.NoDay
                    ? DayNumber.ToCode(register.CardIssuedOn[row]) : 0;
            }
        });
        ulong[] addressKeys = AddressKeys(register, threads);
        return new PersonColumns
        {
            Count = count,
            Numbers = numbers,
            Names = Names(register),
            NameIds = register.NameIds,
            Sexes = MemoryMarshal.Cast<Sex, byte>(register.Sexes).ToArray(),
            BirthDates = register.BirthCodes,
            Living = living,
            FifteenDigits = fifteen,
            FormerNameIds = register.FormerNameIds,
            FormerNumbers = former,
            AddressKeys = Take(addressKeys, register.AddressIds),
            OtherAddressKeys = Take(addressKeys, register.OtherAddressIds),
            Phones = register.Phones,
            Households = register.Households,
            Relations = relations,
            BirthplaceIds = register.BirthplaceIds,
            NativePlaceIds = register.NativePlaceIds,
            EmployerIds = register.EmployerIds,
            Educations = educations,
            CardIssuedOn = cards,
        };
    }

    private static ulong FormerNumber(ulong packed)
    {
        if (packed == 0)
        {
            return 0;
        }

        Span<byte> text = stackalloc byte[CitizenNumber.Length];
        return CitizenNumber.FromPacked(packed).TryFormat(text, out int written) && (CitizenNumber.Read(text[..written]).Fault & LinksNothing) == 0
            ? packed : 0;
    }

    private static string[] Names(RegisterStore register)
    {
        string[] names = new string[register.Names.Count];
        Span<char> normal = stackalloc char[192];
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = new string(normal[..PersonName.Normalize(register.Names.Written(i), normal)]);
        }

        return names;
    }

    private static ulong[] AddressKeys(RegisterStore register, int threads)
    {
        ulong[] keys = new ulong[register.Addresses.Count];
        Parallel.For(
            0, keys.Length, new ParallelOptions { MaxDegreeOfParallelism = threads },
            i => keys[i] = Address.Read(register.Addresses.Written(i)).Key.Value);
        return keys;
    }

    private static ulong[] Take(ulong[] keys, int[] ids)
    {
        ulong[] taken = new ulong[ids.Length];
        for (int row = 0; row < ids.Length; row++)
        {
            taken[row] = ids[row] < 0 ? 0 : keys[ids[row]];
        }

        return taken;
    }
}
