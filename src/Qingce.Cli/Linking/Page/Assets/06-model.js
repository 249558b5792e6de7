// Bars that begin at 0: to the right for a match, to the left against it.
function weights() {
  const all = [figures.prior, ...report.comparisons.flatMap(comparison => comparison.levels.map(level => level.weight))];
  // A level that rules a match out would leave no room for the others.
  const most = Math.min(Math.max(1, ...all), Math.max(1, -1.5 * Math.min(...all))), least = Math.max(Math.min(-1, ...all), -1.5 * Math.max(1, ...all));
  const zero = -least / (most - least);
  const barOf = (value, drawn) => h('span', {
    class: `${value > -0.05 ? 'for' : 'against'}${value === drawn ? '' : ' clipped'}`, title: value === drawn ? null : say('clipped'),
    vars: { left: `${100 * (zero + Math.min(0, drawn) / (most - least))}%`, width: `${100 * Math.abs(drawn) / (most - least)}%` },
  });
  const row = (name, value, note, kind) => h('div', { class: `weight-row ${kind ?? ''}`, title: note ?? null },
    h('span', { class: 'what' }, name),
    h('span', { class: 'lane', vars: { '--zero': `${100 * zero}%` } },
      barOf(value, Math.max(least, Math.min(most, value)))),
    h('span', { class: 'value' }, bits(value)));
  return section('weights', say('weights'), say('weightsNote'),
    h('div', { class: 'weights' },
      h('div', { class: 'group' }, h('h4', {}, say('prior')), row(say('priorNote'), figures.prior)),
      report.comparisons.map(comparison => h('div', { class: 'group' }, h('h4', {}, stepName(comparison.name)),
        comparison.levels.every(level => Math.abs(level.weight) < 0.05) ? h('p', { class: 'note' }, say('levelOut')) : null,
        comparison.levels.map(level => row(
          [levelName(level.name), level.frequency > 0 ? h('small', { title: say('rarity') }, ' ±') : null, level.fixed ? h('small', {}, inBrackets(say(level.apart ? 'apart' : 'fixed'))) : null],
          level.weight, isRatio(comparison, level) ? null : `m ${small(level.m)}, u ${small(level.u)}`))))),
    report.comparisons.some(comparison => comparison.levels.some(level => level.frequency > 0)) ? h('p', { class: 'note' }, `± ${say('rarity')}`) : null);
}

// Whether an example is weighed by what a household shares.
const hasShared = pattern => pattern.examples.some(example => example.steps.some(step => step.comparison === 'shared'));

// Of some levels only the ratio of m to u means anything: beside the others they would come to more than 1.
function isRatio({ levels }, level) {
  const adds = of => sum(levels.filter(one => !one.apart), of) <= 1.001;
  return level.apart || (level.fixed && (level.m === level.u || !adds(one => one.m) || !adds(one => one.u)));
}

function probabilities() {
  const bars = (value, kind) => h('span', { class: `lane thin ${kind}` }, h('span', { vars: { width: `${100 * value}%` } }));
  return section('probabilities', say('probabilities'), say('probabilitiesNote'),
    h('div', { class: 'legend' }, ['m', 'u'].map(kind => h('span', {}, h('i', { class: `swatch ${kind}` }), say(kind)))),
    h('div', { class: 'mu' }, report.comparisons.map(comparison => h('div', { class: 'group' },
      h('h4', {}, stepName(comparison.name)),
      comparison.levels.map(level => h('div', { class: 'mu-row' },
        h('span', { class: 'what' }, levelName(level.name)),
        isRatio(comparison, level) ? h('small', { class: 'ratio' }, fill(level.apart ? 'apartWeight' : 'fixedWeight', bits(level.weight))) : [
          h('span', { class: 'two' }, bars(level.m, 'm'), bars(level.u, 'u')),
          h('span', { class: 'value' }, h('span', {}, small(level.m)), h('span', {}, small(level.u)))]))))));
}

function blocking() {
  const total = Math.max(1, sum(report.rules, rule => rule.compared));
  let before = 0;
  const rows = report.rules.map(rule => {
    const start = before;
    before += rule.compared;
    return h('tr', {},
      h('th', { scope: 'row' }, pick(rule.name)),
      cell(h('span', { class: 'lane stack', 'aria-hidden': 'true' },
        h('span', { class: 'earlier', vars: { width: `${100 * start / total}%` } }),
        h('span', { class: 'new', vars: { left: `${100 * start / total}%`, width: `${Math.max(0.4, 100 * rule.compared / total)}%` } })), 'wide'),
      number(whole(rule.compared)), number(whole(before)), number(whole(rule.keys)), number(whole(rule.oversized)), number(whole(rule.notCompared)));
  });
  return section('blocking', say('blocking'), say('blockingNote'),
    h('div', { class: 'legend' }, h('span', {}, h('i', { class: 'swatch new' }), say('pairsNew')), h('span', {}, h('i', { class: 'swatch earlier' }), say('cumulative'))),
    table(say('blocking'), [column(say('rule')), column(say('pairs')), ...['pairsNew', 'cumulative', 'keys', 'oversized', 'notCompared'].map(key => column(say(key), 'number'))], rows));
}

function columns() {
  const sampled = report.unlinkable.sampled;
  const rows = report.columns.map(entry => h('tr', {},
    h('th', { scope: 'row' }, entry.name),
    cell(pick(entry.kind), 'term'),
    h('td', { class: 'number' }, percent(share(entry.present, sampled), 1), bar(share(entry.present, sampled), entry.present < sampled * 0.5 ? 'thin' : '')),
    number(whole(entry.distinct)),
    cell(entry.commonest.length ? entry.commonest.map(value => h('span', { class: 'common' }, h('b', {}, value.text), ' ', h('small', {}, share(value.count, sampled) >= 0.0005 ? `${whole(value.count)} (${percent(share(value.count, sampled), 1)})` : whole(value.count))))
      : h('span', { class: 'absent' }, say('unique')), 'patterns')));
  return section('columns', say('columns'), fill(sampled === figures.rows ? 'columnsAll' : 'columnsNote', whole(sampled)),
    table(say('columns'), [column(say('column')), column(say('kind')), column(say('filled'), 'number'), column(say('distinct'), 'number'), column(say('commonest'))], rows));
}
