using System.Collections.Concurrent;
using Qingce.Storage.Reading;

namespace Qingce.Storage.Tests.Reading;

public sealed class SharedTurnsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Questions_ThatWaitForATurn_ShareTheNext()
    {
        TaskCompletionSource held = new(TaskCreationOptions.RunContinuationsAsynchronously);
        ConcurrentQueue<int> sizes = [];
        SharedTurns<int, string> turns = new(async keys =>
        {
            sizes.Enqueue(keys.Count);
            await held.Task;
            return Known(keys);
        });

        Task<string?>[] asked = [.. Enumerable.Range(0, 200).Select(key => turns.AskAsync(key % 100, Cancellation))];
        held.SetResult();
        string?[] answers = await Task.WhenAll(asked);

        Assert.Equal(Enumerable.Range(0, 200).Select(key => key % 2 == 0 ? $"of {key % 100}" : null), answers);
        Assert.InRange(sizes.Count, 2, 50);
        Assert.All(sizes, size => Assert.InRange(size, 1, 8));
        Assert.Contains(8, sizes);
    }

    [Fact]
    public async Task Question_AfterAllWereAnswered_IsAnsweredToo()
    {
        SharedTurns<int, string> turns = new(async keys =>
        {
            await Task.Yield();
            return Known(keys);
        });
        for (int key = 0; key < 1000; key += 2)
        {
            Assert.Equal($"of {key}", await turns.AskAsync(key, Cancellation));
        }
    }

    [Fact]
    public async Task Turn_ThatFails_FailsItsOwnQuestionsAndNoOther()
    {
        SharedTurns<int, string> turns = new(async keys =>
        {
            await Task.Yield();
            return keys.Contains(1) ? throw new InvalidOperationException("the database is gone") : Known(keys);
        });

        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => turns.AskAsync(1, Cancellation));
        Assert.Equal("the database is gone", error.Message);
        Assert.Equal("of 2", await turns.AskAsync(2, Cancellation));
    }

    [Fact]
    public async Task Question_GivenUp_LeavesTheOthersTheirAnswers()
    {
        TaskCompletionSource held = new(TaskCreationOptions.RunContinuationsAsynchronously);
        SharedTurns<int, string> turns = new(async keys =>
        {
            await held.Task;
            return Known(keys);
        });
        using CancellationTokenSource source = new();
        Task<string?> given = turns.AskAsync(2, source.Token), kept = turns.AskAsync(2, Cancellation);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        held.SetResult();
        Assert.Equal("of 2", await kept);
    }

    // Even keys are known, odd ones are not.
    private static Dictionary<int, string> Known(IEnumerable<int> keys) => keys.Where(key => key % 2 == 0).ToDictionary(key => key, key => $"of {key}");
}
