function overview() {
  const possible = figures.rows * (figures.rows - 1) / 2;
  const sources = report.sources.map(source => `${source.name}${report.sources.length > 1 ? ` (${whole(source.rows)})` : ''}`).join(chinese() ? '、' : ', ');
  const notes = [report.masked ? say('masked') : say('unmaskedNote')];
  return section('overview', say('overview'), null,
    h('p', { class: report.masked ? 'lead' : 'lead alarm' }, say('judged'), ' ', notes),
    h('dl', { class: 'figures six' },
      figure(say('rows'), whole(figures.rows), fill('rowsNote', sources)),
      figure(say('compared'), whole(figures.compared), [fill('comparedNote', percentOf(figures.compared, possible)),
        figures.notCompared ? [chinese() ? '；' : '; ', fill('notComparedNote', whole(figures.notCompared))] : null]),
      figure(say('links'), whole(figures.links), figures.expectedMatches === undefined ? say('acrossNote') : fill('linksNote', whole(Math.round(figures.expectedMatches)))),
      figure(say('persons'), whole(figures.persons), [fill('personsNote', whole(figures.withSeveral), whole(figures.largest)),
        figures.refined ? [chinese() ? '；' : '; ', fill('refinedNote', whole(figures.refined))] : null]),
      figure(say('duplicated'), whole(figures.rowsWithOther), fill('duplicatedNote', percent(share(figures.rowsWithOther, figures.rows), 1))),
      figure(say('threshold'), probability(figures.probability), fill('thresholdNote', bits(figures.threshold)))));
}

function percentOf(part, total) {
  const value = share(part, total);
  return value === 0 ? '0%' : value < 0.0001 ? `${(100 * value).toPrecision(2)}%` : percent(value, value < 0.01 ? 3 : 1);
}

function fit() {
  const shown = sign => sign.kind === 'NotCompared' ? whole(sign.value) : sign.kind === 'OutOfOrder' ? sign.value.toFixed(1) : bits(sign.value);
  const subject = sign => pick(sign.kind === 'NotCompared' ? report.rules.find(rule => rule.name.includes(sign.subject))?.name : null) || stepName(sign.subject);
  return section('fit', say('fit'), null,
    report.signs.length ? null : h('p', { class: 'good' }, say('noSigns')),
    report.signs.length ? h('ul', { class: 'signs' }, report.signs.map(sign => h('li', {}, sign.words ? pick(sign.words) : fill(sign.kind, subject(sign), levelName(sign.level), shown(sign))))) : null,
    report.notes.length ? [h('h3', {}, say('trainingNotes')), h('ul', { class: 'told' }, report.notes.map(note => h('li', {}, pick(note))))] : null,
    report.levelNotes.length ? [h('h3', {}, say('levelNotes')), h('ul', { class: 'told' }, report.levelNotes.map(note => h('li', {}, pick(note))))] : null);
}
