const patternsOnPage = () => (state.printing ? 6 : 3);

function pager(name, page, pages, size, count) {
  const to = next => () => change({ [name]: next }, `[data-pager="${name}"][data-to="${next > page ? 'next' : 'previous'}"]`);
  const button = (key, next) => h('button', { type: 'button', class: 'plain', 'data-pager': name, 'data-to': key, disabled: next < 0 || next >= pages, onclick: to(next) }, say(key));
  return h('div', { class: 'pager' }, button('previous', page - 1),
    h('span', { role: 'status' }, count ? fill('shownOf', whole(page * size + 1), whole(Math.min(count, (page + 1) * size)), whole(count)) : '0'), button('next', page + 1));
}

function choice(name, options, reset) {
  return h('select', { 'aria-label': say('order'), 'data-choice': name, onchange: event => change({ [name]: event.target.value, [reset]: 0 }, `[data-choice="${name}"]`) },
    options.map(option => h('option', { value: option, selected: state[name] === option }, say(option))));
}

// What its pairs weigh, least and most. Where none was kept they lie below the threshold, whatever the levels alone come to.
const overstated = pattern => !pattern.examples.length && pattern.weight >= figures.threshold;
const leastOf = pattern => pattern.examples[0]?.weight ?? mostOf(pattern);
const mostOf = pattern => pattern.examples.at(-1)?.weight ?? (overstated(pattern) ? figures.threshold - 1e-6 : pattern.weight);

function patternsShown() {
  const from = state.from === '' ? -Infinity : Number(state.from), to = state.to === '' ? Infinity : Number(state.to);
  const distance = pattern => (overstated(pattern) ? pattern.weight - figures.threshold : Math.max(0, leastOf(pattern) - figures.threshold, figures.threshold - mostOf(pattern)));
  const orders = {
    common: (a, b) => b.kept - a.kept || (b.compared ?? 0) - (a.compared ?? 0),
    near: (a, b) => distance(a) - distance(b),
    heavy: (a, b) => mostOf(b) - mostOf(a),
  };
  return report.patterns.filter(pattern => mostOf(pattern) >= from && leastOf(pattern) <= to).sort(orders[state.order]);
}

// A list by pages and its pagers. What one types into a filter draws them again and leaves the field as it is.
function filteredList(found, sizeOf, name, draw, none) {
  const above = h('div', { class: 'page-of' }), below = h('div', {});
  below.again = () => {
    const list = found(), size = sizeOf(), pages = Math.max(1, Math.ceil(list.length / size)), page = Math.min(state[name], pages - 1);
    above.replaceChildren(pager(name, page, pages, size, list.length));
    below.replaceChildren(
      list.length ? h('div', { class: 'stack-of' }, list.slice(page * size, (page + 1) * size).map(item => draw(item))) : h('p', {}, say(none)),
      ...(list.length > size ? [h('div', { class: 'filters end' }, pager(name, page, pages, size, list.length))] : []));
  };
  below.again();
  return [above, below];
}

function patterns() {
  const [above, below] = filteredList(patternsShown, patternsOnPage, 'patternPage', patternCard, 'noPatterns');
  const clear = h('button', { type: 'button', class: 'chip', hidden: state.from === '' && state.to === '', onclick: () => change({ from: '', to: '', patternPage: 0 }, '[data-bound="from"]') }, say('clear'));
  const bound = name => h('input', {
    type: 'number', step: 'any', value: state[name], 'data-bound': name, 'aria-label': say(name),
    oninput: event => {
      // While a number is half typed, as a minus alone, the list stays as it was.
      if (!event.target.validity.badInput) {
        Object.assign(state, { [name]: event.target.value, patternPage: 0 });
        clear.hidden = state.from === '' && state.to === '';
        below.again();
      }
    },
  });
  return section('patterns', say('patterns'), say('patternsNote'),
    report.patterns.some(hasShared) ? h('p', { class: 'note' }, say('sharedNote')) : null,
    h('div', { class: 'filters' }, choice('order', ['common', 'near', 'heavy'], 'patternPage'),
      h('label', {}, say('from'), ' ', bound('from')), h('label', {}, say('to'), ' ', bound('to')), clear,
      h('p', { class: 'count' }, fill('patternCount', whole(figures.patternCount), whole(report.patterns.length))), above),
    below);
}

function patternCard(pattern) {
  const id = pattern.levels.join('-');
  const at = Math.min(state.example[id] ?? 0, pattern.examples.length - 1);
  const pair = pattern.examples[at];
  const linked = pattern.examples.map(example => example.weight >= figures.threshold);
  const verdict = pattern.examples.length ? (linked.every(Boolean) ? 'isLink' : linked.some(Boolean) ? 'both' : 'noLink') : 'noLink';
  const names = pattern.examples.length > 1 ? ['weakest', 'strongest'] : ['only'];
  const [least, most] = [leastOf(pattern), mostOf(pattern)];
  const same = bits(least) === bits(most), alike = probability(probabilityOf(least)) === probability(probabilityOf(most));
  return h('article', { class: 'finding pattern-card' },
    h('h3', {}, h('b', {}, overstated(pattern) ? say('belowThreshold') : same ? fill('weightOf', bits(most)) : fill('weightFromTo', bits(least), bits(most))), ' ',
      h('span', { class: 'sub' }, overstated(pattern) ? null : alike ? fill('probabilityIs', probability(probabilityOf(most))) : fill('probabilityFromTo', probability(probabilityOf(least)), probability(probabilityOf(most)))),
      h('span', { class: `tag ${verdict === 'noLink' ? '' : 'yes'}` }, say(verdict))),
    h('p', { class: 'facts' }, h('span', {}, fill('keptPairs', whole(pattern.kept))), pattern.compared === undefined ? null : h('span', {}, fill('comparedPairs', whole(pattern.compared))),
      h('span', {}, fill('levelsAlone', bits(pattern.weight), say(hasShared(pattern) ? 'withoutShared' : 'withoutRarity')))),
    h('p', { class: 'levels' }, report.comparisons.map((comparison, i) => levelChip(comparison, pattern.levels[i]))),
    pair ? h('div', { class: 'beside' },
      h('div', {},
        h('div', { class: 'switches' }, pattern.examples.map((example, i) => h('button', {
          type: 'button', class: 'tab', 'aria-pressed': String(i === at), 'data-example': `${id}:${i}`,
          onclick: () => change({ example: { ...state.example, [id]: i } }, `[data-example="${id}:${i}"]`),
        }, say(names[i]), ' ', bits(example.weight)))),
        sideBySide(pair)),
      h('div', {}, h('h4', {}, say('waterfall')), waterfall(pair))) : h('p', { class: 'absent' }, say(overstated(pattern) ? 'noExampleOverstated' : 'noExample')));
}

function levelChip(comparison, place) {
  const level = comparison.levels[place - 1];
  return h('span', { class: `chip-flat ${level ? (level.weight > -0.05 ? 'for' : 'against') : 'none'}` }, stepName(comparison.name), chinese() ? '：' : ': ', level ? levelName(level.name) : say('missing'),
    level ? h('b', {}, ` ${bits(level.weight)}`) : null);
}

const idOf = row => [row.source ? h('small', {}, row.source) : null, h('span', { class: 'mono' }, row.id)];

function sideBySide(pair) {
  const sides = [report.rows[pair.left], report.rows[pair.right]];
  return sideways(table(say('only'), [column(say('column')), sides.map(side => h('th', { scope: 'col' }, idOf(side)))],
    report.columns.map((entry, i) => h('tr', { class: pair.differences[i] ? 'differs' : null },
      h('th', { scope: 'row' }, pair.differences[i] ? h('span', { class: 'mark' }, '≠ ') : null, entry.name),
      sides.map((side, at) => h('td', {}, pair.differences[i]?.[at] ?? side.values[i] ?? h('span', { class: 'blank' }, '–'))))), 'evidence'), 2);
}

// Each bar begins where the one before it ended; the last shows what it comes to.
function waterfall(pair) {
  const room = widthOfMain(), width = state.printing ? 330 : room < 620 ? room - 26 : Math.min(560, Math.floor(room * 0.5) - 40);
  const name = width < 400 ? 134 : 150;
  const cut = (text, letter = 6.4) => { const room = Math.floor(name / letter); const units = [...text]; let used = 0, i = 0; while (i < units.length && used < room) { used += units[i].codePointAt(0) > 0x2e80 ? 2 : 1; i += 1; } return i < units.length ? `${units.slice(0, i - 1).join('')}…` : text; };
  const nameOf = step => (step.level ? `${stepName(step.comparison)}${chinese() ? '：' : ': '}${levelName(step.level)}` : stepName(step.comparison));
  // A name that is too long for its line puts the level on a second.
  const isLong = step => Boolean(step.level) && cut(nameOf(step)) !== nameOf(step);
  const high = 22, tops = [4];
  pair.steps.forEach((step, i) => tops.push(tops[i] + (isLong(step) ? 34 : high)));
  const height = tops.at(-1) + high + 22;
  const ends = [];
  pair.steps.reduce((total, step) => { ends.push([total, total + step.weight]); return total + step.weight; }, 0);
  const values = [0, figures.threshold, ...ends.flat()];
  const least = Math.min(...values), most = Math.max(...values);
  const x = value => name + 8 + (value - least) / Math.max(1, most - least) * (width - name - 58);
  const rows = pair.steps.map((step, i) => {
    const [start, end] = ends[i], text = nameOf(step), top = tops[i], middle = isLong(step) ? 6 : 0;
    const left = (words, down, kind, letter) => shape('text', { x: name, y: top + down, 'text-anchor': 'end', class: kind }, cut(words, letter), shape('title', {}, `${text} ${bits(step.weight, 2)}`));
    return [
      isLong(step) ? [left(stepName(step.comparison), 12, 'step'), left(levelName(step.level), 26, 'step level', 5.5)] : left(text, 13, 'step'),
      rect(Math.min(x(start), x(end)), top + middle, Math.max(1.5, Math.abs(x(end) - x(start))), high - 7, step.weight >= 0 ? 'bar-for' : 'bar-against', `${text} ${bits(step.weight, 2)}`),
      i + 1 < pair.steps.length ? line(x(end), top + middle + high - 7, x(end), tops[i + 1] + (isLong(pair.steps[i + 1]) ? 6 : 0), 'joint') : null,
      label(Math.max(x(start), x(end)) + 4, top + middle + 13, bits(step.weight), 'step'),
    ];
  });
  const bottom = tops.at(-1);
  return h('div', { class: 'waterfall' }, svg(width, height, `${say('waterfall')}: ${pair.steps.map(step => `${stepName(step.comparison)} ${levelName(step.level)} ${bits(step.weight)}`).join(', ')}`,
    line(x(0), 0, x(0), height - 18, 'axis'), line(x(figures.threshold), 0, x(figures.threshold), height - 18, 'used'),
    label(x(figures.threshold), height - 5, say('chosen'), 'tick', x(figures.threshold) > width / 2 ? 'end' : 'start'), rows,
    label(name, bottom + 13, say('total'), 'step strong', 'end'),
    rect(Math.min(x(0), x(pair.weight)), bottom, Math.max(1.5, Math.abs(x(pair.weight) - x(0))), high - 7, 'bar-total', bits(pair.weight, 2)),
    label(Math.max(x(0), x(pair.weight)) + 4, bottom + 13, bits(pair.weight), 'step strong')));
}
