namespace Qingce.Storage.Reading;

/// <summary>
/// Answers questions of one kind that many ask at once, in few turns to the database: who comes while turns are under way waits for the next, which takes all that
/// wait. A lone question goes at once; under load the database opens its tables once for several questions, and all are answered in the order in which they came.
/// Safe for several threads.
/// </summary>
/// <typeparam name="TKey">What is asked for.</typeparam>
/// <typeparam name="TAnswer">What is known of it.</typeparam>
/// <param name="ask">Answers different keys in one turn; what is not there is left out.</param>
internal sealed class SharedTurns<TKey, TAnswer>(Func<IReadOnlyCollection<TKey>, Task<IReadOnlyDictionary<TKey, TAnswer>>> ask)
    where TKey : notnull
    where TAnswer : class
{
    // The more share a turn the longer the first of them waits for the last: by eights more are answered in a second, and the slowest sooner, than by dozens.
    private const int MostKeys = 8;

    // As many as can be worked on at the same time; two at least, so that the database has work while answers are told.
    private static readonly int MostTurns = Math.Max(2, Environment.ProcessorCount);

    private readonly Queue<Question> _waiting = [];
    private int _turns;

    /// <summary>The answer to a key; null where there is none.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellation">Ends the waiting; the others that share the turn are answered all the same.</param>
    public Task<TAnswer?> AskAsync(TKey key, CancellationToken cancellation)
    {
        Question question = new(key);
        bool isFirst;
        lock (_waiting)
        {
            _waiting.Enqueue(question);
            isFirst = _turns < MostTurns;
            _turns += isFirst ? 1 : 0;
        }

        if (isFirst)
        {
            // A turn is of all who share it, and no part of one's trace.
            using AsyncFlowControl none = ExecutionContext.SuppressFlow();
            _ = Task.Run(TakeTurnsAsync, CancellationToken.None);
        }

        return question.Task.WaitAsync(cancellation);
    }

    private async Task TakeTurnsAsync()
    {
        while (TakeWaiting() is { Count: > 0 } questions)
        {
            Task<IReadOnlyDictionary<TKey, TAnswer>> turn = ask([.. questions.Select(question => question.Key).Distinct()]);
            await ((Task)turn).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            foreach (Question question in questions)
            {
                if (turn.IsCompletedSuccessfully)
                {
                    question.SetResult((await turn.ConfigureAwait(false)).GetValueOrDefault(question.Key));
                }
                else if (turn.IsFaulted)
                {
                    question.SetException(turn.Exception.InnerExceptions);
                }
                else
                {
                    question.SetCanceled();
                }
            }
        }
    }

    private List<Question> TakeWaiting()
    {
        lock (_waiting)
        {
            List<Question> taken = [];
            while (taken.Count < MostKeys && _waiting.TryDequeue(out Question? question))
            {
                taken.Add(question);
            }

            _turns -= taken.Count == 0 ? 1 : 0;
            return taken;
        }
    }

    private sealed class Question(TKey key) : TaskCompletionSource<TAnswer?>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public TKey Key { get; } = key;
    }
}
