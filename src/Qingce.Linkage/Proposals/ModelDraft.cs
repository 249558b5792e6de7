using System.Globalization;
using System.Text;

namespace Qingce.Linkage;

/// <summary>A model in the making, from a sample of the rows.</summary>
internal sealed partial class ModelDraft
{
    private const double MostBitsOfMissing = 0.98;
    private const double AgreesToo = 0.95, MostlyIds = 0.95;

    /// <summary>Of the pairs of people of one household those born on one day (more than there are, for a twin merged costs more than a record missed), those of one given name, those of one mailbox.</summary>
    private const double Twins = 0.1, Namesakes = 0.02, OneMailbox = 0.05;
    private readonly TableSample _sample;
    private readonly LinkageVocabulary _vocabulary;
    private readonly ProposalOptions _options;
    private readonly List<Wording> _notes = [];
    private readonly ParallelOptions _parallel;
    private readonly ColumnProfile[] _profiles;
    private readonly (string First, string Second)[] _joined;
    private readonly int _own;
    private ProposedColumn[] _columns;
    private ulong[][] _cells;

    // Where the values of each column stand in the sample: parts of a name are of one column.
    private int[] _at;
    private readonly List<RuleChoice.Part> _parts = [];

    public ModelDraft(TableSample sample, LinkageVocabulary vocabulary, ProposalOptions options)
    {
        _vocabulary = vocabulary;
        _options = options;
        _parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads };
        _profiles = new ColumnProfile[sample.Columns.Count];
        Parallel.For(0, _profiles.Length, _parallel, c => _profiles[c] = sample.Columns[c].Profile(sample.Starts));
        _joined = [.. vocabulary.Proposers.SelectMany(p => p.Parts([.. _profiles.Where(profile => !options.Ignored.Contains(profile.Header))]))];
        _own = _profiles.Length;
        _sample = sample = JoinedColumns.With(sample, _joined);
        _profiles = [.. _profiles, .. sample.Columns.Skip(_own).Select(c => c.Profile(sample.Starts))];
        _columns = new ProposedColumn[_profiles.Length];
        _cells = new ulong[_profiles.Length][];
        _at = [.. Enumerable.Range(0, _profiles.Length)];
    }

    public ModelProposal ToProposal()
    {
        var id = FindId();
        for (var c = 0; c < _columns.Length; c++)
        {
            _columns[c] = c < _own ? Recognise(_profiles[c], id) : Recognise(_profiles[c], id) with { From = _joined[c - _own].First, Then = _joined[c - _own].Second };
        }

        TellBirth();
        Clean([.. Enumerable.Range(0, _columns.Length)]);
        RepeatedColumns.Leave(_columns, _cells, _sample);
        TakeNamesApart();
        var name = SharedColumns.NameOf(_columns, c => _profiles[_at[c]]);
        NoiseColumns.Leave(_columns, _cells, _parts, name, IsPersonal);
        Wording[] shares = [.. SharedColumns.Mark(_columns, _cells, _parts, name, _sample)];
        Trim();
        var compared = Enumerable.Range(0, _columns.Length).Where(c => _columns[c].Levels.Count > 0).ToArray();
        if (compared.Length == 0)
        {
            var reasons = _columns.Select(c => (c.Name, Reason: c.Reason ?? new Wording("no values", "没有值"))).ToArray();
            throw new LinkageModelException(
                $"None of the columns can be compared: {string.Join("; ", reasons.Select(r => $"'{r.Name}': {r.Reason.English}"))}.",
                $"没有可比较的列：{string.Join("；", reasons.Select(r => $"“{r.Name}”{r.Reason.Chinese}"))}。");
        }

        var comparisons = compared.Select(c => new Comparison { Name = _columns[c].Name, Levels = _columns[c].Levels }).ToArray();
        if (_options.WeighsDependence)
        {
            comparisons = Independent(compared, comparisons);
        }

        NameMailboxes(compared, comparisons);
        ProposedColumn[] columns = [.. compared.Select(c => _columns[c])];
        comparisons = FormerNames.Add(SwappedColumns.Add(comparisons, columns), columns);
        var shared = Shared(columns);
        if (shared is not null && comparisons.Length < LinkageModel.MostComparisons && HouseholdKin.Of(comparisons, columns) is { } kin)
        {
            (comparisons, shared) = ([.. comparisons, kin], shared with { Kin = kin.Name });
        }

        Say(id);
        _notes.AddRange(shares);
        _notes.AddRange(columns.SelectMany(c => c.Defaults.Select(d => d.Note(c.Name))));
        var model = new LinkageModel
        {
            Name = "proposed",
            IdColumn = id,
            MatchesPerRow = 0.1,
            Comparisons = comparisons,
            Columns = [.. columns.Select(c => new ModelColumn { Name = c.Name, Kind = c.Kind, From = c.From, Then = c.Then })],
            Blocking = _sample.AllRows <= SmallTable ? Rules(compared) : null,
            Shared = shared,
        };
        var completed = WithDefaults(Sound(_vocabulary.Proposers.Aggregate(model, (m, proposer) => proposer.Complete(m, _columns))));
        return new ModelProposal(Affordable(WithRules(completed, model.Blocking, compared), compared), id, _columns, _notes);
    }

    private LinkageModel WithDefaults(LinkageModel model) => model with
    {
        Columns = [.. (model.Columns ?? []).Select(column => _columns.FirstOrDefault(c => c.Name == column.Name)?.Defaults is { Count: > 0 } defaults
            ? column with { Missing = [.. defaults.Select(d => d.Value)] } : column)],
    };

    // A proposer may have put other comparisons in the place of shared ones.
    private static LinkageModel Sound(LinkageModel model)
    {
        bool Has(string? name) => model.Comparisons.Any(c => c.Name == name);
        var shared = (model.Shared?.Comparisons ?? []).Where(Has).ToArray();
        var some = (model.Shared?.BySome ?? []).Where(s => s.Names.All(Has)).ToArray();
        return model with { Shared = shared.Length > (some.Length > 1 ? 0 : 1) ? model.Shared! with { Comparisons = shared, BySome = some.Length > 0 ? some : null, Kin = Has(model.Shared.Kin) ? model.Shared.Kin : null } : null };
    }

    private string? FindId()
    {
        if (_options.IdColumn is { } given)
        {
            var names = Wording.Names(_profiles.Select(p => p.Header));
            return _profiles.Any(p => p.Header == given)
                ? given
                : throw new LinkageModelException($"There is no column '{given}'; there are {names.English}.", $"没有“{given}”列；有：{names.Chinese}。");
        }

        return _profiles
            .Take(_own).Where(p => HeaderWords.IdRank(p) > 0 && TellsRowsApart(p) && !_options.Ignored.Contains(p.Header))
            .OrderByDescending(HeaderWords.IdRank)
            .FirstOrDefault()?.Header ?? FirstOfOwnValues();
    }

    // One that is called nothing but an id is one with a few faults as well: they are told when the ids are read, and are no evidence of who somebody is.
    private static bool TellsRowsApart(ColumnProfile profile) => HeaderWords.IsIdAlone(profile)
        ? profile.Present >= MostlyIds * profile.Rows && profile.DistinctInSources >= MostlyIds * profile.Present
        : profile.Present == profile.Rows && profile.DistinctInSources >= profile.Present - profile.Present / 1000;

    // Whatever it is called: what tells rows apart and persons not is a record id where it comes first.
    private string? FirstOfOwnValues() =>
        _profiles[0] is var first && first.Present == first.Rows && first.Distinct == first.Present && Recognise(first, id: null).Reason == GeneralColumnProposer.OwnValues ? first.Header : null;

    // The one date of a table is that of the birth, whatever it is called, where such dates can be. A year beside a month and a day is no whole one.
    private void TellBirth()
    {
        if (_columns.Any(c => c.Role is ColumnRole.Month or ColumnRole.Day))
        {
            _columns = [.. _columns.Select(c => ReferenceEquals(c.Levels, ProposedLevels.OfBirthYear) ? c with { Levels = ProposedLevels.Of(ColumnRole.Year) } : c)];
        }

        if (!_columns.Any(c => c.Levels.Any(l => l.Name == ProposedLevels.AGeneration))
            && Enumerable.Range(0, _columns.Length).Where(c => _columns[c].Role == ColumnRole.Date).ToArray() is [var date]
            && GeneralWords.Kinds.Any(kind => kind.Name == _columns[date].Kind) && GeneralColumnProposer.AreOfGenerations(_profiles[date]))
        {
            _columns[date] = _columns[date] with { Levels = ProposedLevels.OfBirth };
        }
    }

    private ProposedColumn Recognise(ColumnProfile profile, string? id)
    {
        if (profile.Header == id || _options.Ignored.Contains(profile.Header))
        {
            return new ProposedColumn
            {
                Name = profile.Header,
                Role = ColumnRole.None,
                Kind = "text",
                Reason = profile.Header == id ? new Wording("it is the record id", "是记录编号") : new Wording("it was left out by request", "按要求略去"),
            };
        }

        foreach (var (first, second) in _joined.Where(j => profile.Header == j.First || profile.Header == j.Second))
        {
            return new ProposedColumn { Name = profile.Header, Role = ColumnRole.None, Kind = "text", Reason = JoinedColumns.Reason(profile.Header, first, second) };
        }

        foreach (var proposer in _vocabulary.Proposers)
        {
            if (proposer.Propose(profile) is { } proposed)
            {
                return proposed;
            }
        }

        return GeneralWords.Proposer.Propose(profile);
    }

    private void Clean(int[] columns)
    {
        var keys = new ulong[_columns.Length][][];
        Parallel.ForEach(columns, _parallel, column =>
        {
            var proposed = _columns[column];
            (_cells[column], keys[column]) = proposed.Levels.Count == 0
                ? ([], [])
                : _sample.Columns[_at[column]].Clean(_vocabulary.Kind(proposed.Kind), [.. Derived(proposed).Select(k => _vocabulary.Derivation(k.Take!))], _parallel);
            LeaveDefaults(column, keys[column]);
        });
        foreach (var column in columns.Where(c => _columns[c].Levels.Count > 0))
        {
            Take(column, keys[column]);
        }
    }

    // What so many rows have that it can stand for none. A town may well be that of half the rows.
    private void LeaveDefaults(int column, ulong[][] keys)
    {
        var cells = _cells[column];
        if (_columns[column].Role is ColumnRole.Town or ColumnRole.Postcode || !_vocabulary.Kind(_columns[column].Kind).MayHaveDefaults
            || DefaultValues.Among(cells) is not { Length: > 0 } found)
        {
            return;
        }

        DefaultValue[] defaults = [.. found.Select(d => new DefaultValue(Enumerable.Range(0, cells.Length).Where(row => cells[row] == d.Cell)
            .Select(row => Encoding.UTF8.GetString(Cleaning.Trim(_sample.Columns[_at[column]][row]))).Min(StringComparer.Ordinal)!, d.Share))];
        for (var row = 0; row < cells.Length; row++)
        {
            if (found.Any(d => d.Cell == cells[row]))
            {
                cells[row] = Cell.Missing;
                Array.ForEach(keys, of => of[row] = 0);
            }
        }

        _columns[column] = _columns[column] with { Defaults = defaults };
    }

    private static ProposedKey[] Derived(ProposedColumn column) => [.. column.Keys.Where(k => k.Take is not null)];

    private void Take(int column, ulong[][] keys)
    {
        var proposed = _columns[column];
        var derived = Derived(proposed);
        foreach (var key in proposed.Keys)
        {
            _parts.Add(new RuleChoice.Part(
                column, new RulePart(proposed.Name, key.Take), key.Stability, key.Take is null ? _cells[column] : keys[Array.IndexOf(derived, key)]));
        }

        if (_cells[column].Count(cell => cell == Cell.Missing) >= MostBitsOfMissing * _sample.Rows)
        {
            _columns[column] = proposed with { Role = ColumnRole.None, Levels = [], Reason = new Wording("it is nearly always missing", "几乎总是缺失") };
        }
    }

    // A family shares a part of the name, and the other tells its members apart: two columns say more than one. Of former names it is the family's that changed.
    private void TakeNamesApart()
    {
        foreach (var c in Enumerable.Range(0, _columns.Length).Where(c => NameParts.Are(_columns, c, _profiles[c])).Take(1).ToArray())
        {
            var (given, family) = NameParts.Of(_columns[c], _profiles[c]);
            TakeApart(
                c, new Wording($"it is taken apart into '{given.Name}' and '{family.Name}', which are compared", $"拆成“{given.Name}”和“{family.Name}”来比较"), given, family);
            foreach (var former in Enumerable.Range(0, _own).Where(f => _columns[f] is { Role: ColumnRole.FullName, Kind: "name", Levels.Count: > 0 } && FormerNames.Are(_columns[f].Name)).ToArray())
            {
                var before = NameParts.FamilyOf(_columns[former], _profiles[former]);
                TakeApart(former, new Wording($"'{before.Name}' in it is", $"比较其中的“{before.Name}”"), before);
            }
        }
    }

    private void TakeApart(int column, Wording reason, params ProposedColumn[] parts)
    {
        _columns = [.. _columns, .. parts];
        _at = [.. _at, .. parts.Select(_ => column)];
        _cells = [.. _cells, .. parts.Select(_ => Array.Empty<ulong>())];
        _columns[column] = _columns[column] with { Role = ColumnRole.None, Levels = [], Keys = [], Reason = reason };
        Clean([.. Enumerable.Range(_columns.Length - parts.Length, parts.Length)]);
    }

    // The columns that tell least are left where a model has no room for more; what is known of the kind of table stays, for its rules ask for it, and so do
    // names and dates: they have few values, and tell relatives apart.
    private void Trim()
    {
        var room = LinkageModel.MostComparisons - (_options.WeighsDependence && HouseholdKin.CanBeTold(_columns) ? 1 : 0);
        var compared = Enumerable.Range(0, _columns.Length).Where(c => _columns[c].Levels.Count > 0)
            .OrderBy(c => GeneralWords.Kinds.Any(kind => kind.Name == _columns[c].Kind))
            .ThenBy(c => _columns[c].Role is not (ColumnRole.GivenName or ColumnRole.FamilyName or ColumnRole.FullName or ColumnRole.Date))
            .ThenByDescending(c => _profiles[_at[c]].Distinct * (double)_profiles[_at[c]].Present).Skip(room);
        foreach (var c in compared)
        {
            _columns[c] = _columns[c] with { Role = ColumnRole.None, Levels = [], Reason = new Wording("a model has no room for more columns", "模型容纳不下更多的列") };
        }
    }

    private Comparison[] Independent(int[] compared, Comparison[] comparisons)
    {
        var found = new ColumnDependence([.. compared.Select(c => new ColumnDependence.Column(
            _cells[c], [.. _parts.Where(p => p.Column == c && p.Rule.Take is not null).Select(p => p.Keys)], IsPersonal(_columns[c].Role), _columns[c].Role == ColumnRole.Category))], _sample).Find(_parallel);
        return [.. comparisons.Select((comparison, i) => found[i].On.Count == 0
            ? comparison
            : Dependent(comparison, [.. found[i].On.Select(on => comparisons[on].Name)], found[i].Share))];
    }

    private void NameMailboxes(int[] compared, Comparison[] comparisons)
    {
        int[] names = [.. compared.Where(c => _columns[c].Role is ColumnRole.GivenName or ColumnRole.FamilyName && !FormerNames.Are(_columns[c].Name))];
        for (var i = 0; i < compared.Length && names.Length == 2; i++)
        {
            if (_columns[compared[i]].Role == ColumnRole.Email)
            {
                comparisons[i] = NamedMailboxes.With(
                    comparisons[i], _sample.Columns[_at[compared[i]]], [.. names.Select(c => _sample.Columns[_at[c]])], [.. names.Select(c => _columns[c].Name)]);
            }
        }
    }

    private SharedEvidence? Shared(ProposedColumn[] columns)
    {
        var shared = columns.Where(c => c.Role is ColumnRole.FamilyName or ColumnRole.Address or ColumnRole.HouseNumber or ColumnRole.Town
            or ColumnRole.Postcode or ColumnRole.Phone or ColumnRole.Point or ColumnRole.Shared).Select(c => c.Name).ToArray();
        var tellsOfTwins = columns.Any(c => c.Role == ColumnRole.FamilyName) && columns.Any(c => c.Role == ColumnRole.GivenName) && columns.Any(c => c.Role is ColumnRole.Date or ColumnRole.Year);
        return _options.WeighsDependence && shared.Length > (tellsOfTwins ? 0 : 1) && columns.Any(c => IsPersonal(c.Role))
            ? new SharedEvidence { Comparisons = shared, MostBits = 20, BySome = BySome(columns) }
            : null;
    }

    private static SharedBySome[]? BySome(ProposedColumn[] columns)
    {
        SharedBySome[] some =
        [
            .. columns.Where(c => c.Role is ColumnRole.Date).Select(c => new SharedBySome(c.Name, Twins)),
            .. BornInParts(columns),
            .. columns.Where(c => c.Role is ColumnRole.GivenName).Select(c => new SharedBySome(c.Name, Namesakes)),
            .. columns.Where(c => c.Role is ColumnRole.Email).Select(c => new SharedBySome(c.Name, OneMailbox)),
        ];
        return some.Length == 0 ? null : [.. some.Take(SharedEvidence.MostBySome)];
    }

    // A year alone is what some brothers and sisters have in common beside twins.
    private static IEnumerable<SharedBySome> BornInParts(ProposedColumn[] columns)
    {
        string[] parts =
        [
            .. columns.Where(c => c.Role is ColumnRole.Day).Take(1).Concat(columns.Where(c => c.Role is ColumnRole.Month).Take(1))
                .Concat(columns.Where(c => c.Role is ColumnRole.Year).Take(1)).Select(c => c.Name),
        ];
        return parts.Length == 0 || columns.Any(c => c.Role is ColumnRole.Date) || !columns.Any(c => c.Role is ColumnRole.Year)
            ? []
            : [new SharedBySome(parts[0], Twins) { With = parts.Length == 1 ? null : parts[1..] }];
    }

    private static bool IsPersonal(ColumnRole role) =>
        role is ColumnRole.GivenName or ColumnRole.FullName or ColumnRole.Date or ColumnRole.Year or ColumnRole.Identifier or ColumnRole.Email;

    private Comparison Dependent(Comparison comparison, string[] on, double share)
    {
        var others = string.Join(" or ", on);
        _notes.Add(new Wording(
            string.Create(CultureInfo.InvariantCulture, $"Strangers that agree in {others} agree in '{comparison.Name}' in {100 * share:0}% of all cases, so its agreement counts for less there."),
            string.Create(CultureInfo.InvariantCulture, $"{string.Join("或", on.Select(name => $"“{name}”"))}相同的不同人中，有 {100 * share:0}% 的“{comparison.Name}”也相同，因此在这种情况下它的相同算得较轻。")));
        var agreeing = on.Select(name => new LevelCondition { Measure = ExactMeasure.Word, Column = name }).ToArray();
        return comparison with
        {
            Levels =
            [
                new ComparisonLevel
                {
                    Name = $"{LevelNames.EqualAs}{others}",
                    When = new LevelCondition
                    {
                        All = [new LevelCondition { Measure = ExactMeasure.Word }, agreeing.Length == 1 ? agreeing[0] : new LevelCondition { Any = agreeing }],
                    },
                    M = AgreesToo,
                    U = Math.Min(AgreesToo, share),
                    Fixed = true,
                    Apart = true,
                },
                .. comparison.Levels,
            ],
        };
    }

    private void Say(string? id)
    {
        _notes.Insert(0, id is null
            ? new Wording("No column of record ids was found; rows are numbered.", "没有找到记录编号列，按行号编号。")
            : new Wording($"'{id}' is the record id.", $"“{id}”是记录编号。"));
        foreach (var column in _columns.Where(c => c.Name != id))
        {
            if (column.Reason is { } reason)
            {
                _notes.Add(new Wording($"'{column.Name}' is not compared: {reason.English}.", $"不比较“{column.Name}”：{reason.Chinese}。"));
            }
        }
    }
}
