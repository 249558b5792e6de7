namespace Qingce.Checks.Sources;

/// <summary>Places that several threads lower or raise at once. What stands there in the end does not depend on the order.</summary>
internal static class Shared
{
    public static void Raise(ref int place, int value)
    {
        int seen = Volatile.Read(ref place);
        while (value > seen)
        {
            int before = Interlocked.CompareExchange(ref place, value, seen);
            if (before == seen)
            {
                return;
            }

            seen = before;
        }
    }

    public static void Lower(ref int place, int value)
    {
        int seen = Volatile.Read(ref place);
        while (value < seen)
        {
            int before = Interlocked.CompareExchange(ref place, value, seen);
            if (before == seen)
            {
                return;
            }

            seen = before;
        }
    }

    public static void Lower(ref ulong place, ulong value)
    {
        ulong seen = Volatile.Read(ref place);
        while (value < seen)
        {
            ulong before = Interlocked.CompareExchange(ref place, value, seen);
            if (before == seen)
            {
                return;
            }

            seen = before;
        }
    }
}
