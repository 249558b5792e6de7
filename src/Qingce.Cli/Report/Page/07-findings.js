const onScreenAtFirst = 20;
const fieldName = field => pick(report.fields[field]) || field.replaceAll('_', ' ');
const originName = origin => (origin === 'registration' ? say('register') : origin === 'changes' ? say('changes') : pick(report.origins[origin]) || origin);

function findingsShown() {
  return report.findings.filter(finding =>
    (!state.indicator || finding.indicator === state.indicator)
    && (!state.county || finding.counties.includes(state.county))
    && (!state.province || finding.counties.some(code => code.startsWith(state.province))));
}

function findings() {
  const list = findingsShown();
  const ids = [...new Set(report.findings.map(finding => finding.indicator))].sort();
  const filter = (id, label) => h('button', {
    type: 'button', class: 'tab', 'aria-pressed': String(state.indicator === id), 'data-indicator': id ?? 'all',
    onclick: () => change({ indicator: id }, `[data-indicator="${id ?? 'all'}"]`),
  }, label);
  const hidden = state.allFindings ? 0 : Math.max(0, list.length - onScreenAtFirst);
  return section('findings', say('findings'), say('findingsNote'),
    h('div', { class: 'filters' }, filter(null, say('allIndicators')),
      ids.map(id => filter(id, id)), chosen(),
      h('p', { class: 'count', role: 'status' }, fill('shown', whole(list.length), whole(report.findings.length)))),
    list.length ? h('div', { class: 'cards' }, list.map((finding, index) => card(finding, index >= list.length - hidden))) : h('p', {}, say('noFindings')),
    hidden ? h('button', { type: 'button', class: 'more', onclick: () => change({ allFindings: true }) }, fill('showAll', hidden)) : null);
}

function card(finding, later) {
  const known = report.catalogue.find(entry => entry.id === finding.indicator);
  const title = `finding-${finding.id}`;
  return h('article', { class: `finding${later ? ' later' : ''}${finding.columns.length > 2 ? ' broad' : ''}`, 'aria-labelledby': title },
    h('h3', { id: title }, h('b', { class: 'id' }, finding.indicator), ' ', known ? pick(known.name) : '',
      h('span', { class: 'tag' }, `${finding.class} ${say(finding.class)}`)),
    h('p', { class: 'sentence' }, chinese() ? finding.zh : finding.en),
    evidence(finding),
    h('p', { class: 'facts' },
      h('span', {}, named('causes', finding.causes.map(cause => causeName(cause.cause) + (cause.level ? inBrackets(causeName(cause.level)) : '')).join(' · '))),
      h('span', {}, named('task', say(finding.task))),
      h('span', {}, named('weight', points(finding.weight))),
      h('span', { class: 'mono' }, finding.id)));
}

function shown(field, value) {
  if (value === null || value === '') {
    return h('span', { class: 'blank' }, value === null ? '·' : '—');
  }
  const meaning = pick(field === 'field' ? report.fields[value] : report.codes[field]?.[value]) || (placeFields.has(field) ? report.places[value.slice(0, 6)] : '');
  return !meaning || meaning === value ? value : /^[0-9]+$/.test(value) ? [meaning, ' ', h('small', {}, value)] : meaning;
}

const placeFields = new Set(['division', 'moved_in_from', 'moved_out_to', 'event_place']);

function evidence(finding) {
  if (!finding.rows.length) {
    return null;
  }
  const head = [column(say('field')), finding.columns.map(origin => h('th', { scope: 'col' },
    h('small', {}, originName(origin.of)), h('span', { class: 'mono' }, origin.id)))];
  const rows = finding.rows.map(row => h('tr', { class: row.differs ? 'differs' : null },
    h('th', { scope: 'row' }, fieldName(row.field), row.differs ? h('span', { class: 'mark', title: '≠' }, ' ≠') : null),
    row.values.map(value => h('td', {}, shown(row.field, value)))));
  return [sideways(table(`${say('findingId')} ${finding.id}`, head, rows, 'evidence'), finding.columns.length),
    finding.moreColumns ? h('p', { class: 'note' }, fill('moreColumns', finding.moreColumns)) : null];
}
