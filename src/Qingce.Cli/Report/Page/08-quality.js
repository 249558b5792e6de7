function quality() {
  const rows = metrics.columns.filter(item => item.present || item.file === 'register').map(item => {
    const total = rowsOf(item.file);
    const filled = share(item.filled, total);
    return h('tr', { class: item.present ? null : 'absent' },
      cell(item.file === 'register' || item.file === 'changes' ? say(item.file) : originName(item.file)),
      h('th', { scope: 'row' }, fieldName(item.name), ' ', h('small', { class: 'mono' }, item.name)),
      item.present ? [
        h('td', { class: 'number' }, percent(filled, 1), bar(filled, filled < 0.5 ? 'thin' : '')),
        number(whole(item.invalid)), number(whole(item.distinct)),
        number(item.filled ? (item.shortest === item.longest ? whole(item.shortest) : `${whole(item.shortest)}–${whole(item.longest)}`) : '–'),
        cell([(item.patterns ?? []).slice(0, 3).map(entry => h('span', { class: 'pattern' }, h('code', {}, entry.pattern), ' ', wholePercent(entry.count, item.filled))),
          item.lookedAt < item.filled ? h('small', {}, fill('lookedAt', whole(item.lookedAt))) : null], 'patterns'),
      ] : h('td', { colspan: '5' }, say('absent')));
  });
  return section('quality', say('quality'), say('qualityNote'), table(say('quality'),
    [column(say('file')), column(say('columnTitle')), column(say('filled'), 'number'), column(say('invalid'), 'number'), column(say('distinct'), 'number'), column(say('lengths'), 'number'), column(say('patterns'))],
    rows, 'quality-table stacked'));
}

// What there is of is never 0%.
const wholePercent = (part, total) => (part > 0 && part < 0.005 * total ? '<1%' : percent(share(part, total), 0));

function rowsOf(file) {
  if (file === 'register') {
    return metrics.register.checked;
  }
  const number = parseInt(file, 10);
  return sum(metrics.files.filter(item => (Number.isNaN(number) ? item.role === file : item.category === number)), item => item.checked);
}

function sources() {
  const origin = number => pick(Object.entries(report.origins).find(([key]) => parseInt(key, 10) === number)?.[1]) || String(number);
  const categories = metrics.sources.map(item => h('tr', {},
    h('th', { scope: 'row' }, `${String(item.category).padStart(2, '0')} ${origin(item.category)}`),
    number(whole(item.read)), number(whole(item.checked)), number(whole(item.rejected)),
    h('td', { class: 'number' }, whole(item.matched), ' ', h('small', {}, percent(share(item.matched, item.checked), 1))),
    cell(item.covered?.length ? item.covered.slice(0, 3).join(chinese() ? '；' : '; ') + (item.covered.length > 3 ? ` … (${item.covered.length})` : '') : say('noCoverage'))));
  const files = metrics.files.map(item => h('tr', {},
    h('th', { scope: 'row', class: 'path' }, item.path), cell(item.format), cell(item.encoding ?? '–'),
    number(whole(item.rows)), number(whole(item.checked)), number(whole(item.rejected))));
  const counts = [column(say('read'), 'number'), column(say('checked'), 'number'), column(say('rejected'), 'number')];
  const notes = metrics.notes.map(item => h('li', {}, item.file ? [h('b', {}, item.file), ' '] : null, pick([item.chinese, item.english])));
  return section('sources', say('sources'), null,
    notes.length ? [h('h3', {}, say('notes')), h('ul', {}, notes)] : null,
    h('h3', {}, say('categories')), table(say('categories'), [column(say('category')), counts, column(say('matched'), 'number'), column(say('covered'))], categories),
    h('h3', {}, say('files')), table(say('files'), [column(say('file')), column(say('format')), column(say('encoding')), counts.map(item => item.cloneNode(true))], files),
    h('h3', {}, say('rejectsTitle')), rejects());
}

function rejects() {
  if (!report.rejects.length) {
    return h('p', {}, sum(metrics.files, file => file.rejected) ? say('rejectsNote') : say('noRejects'));
  }
  return [h('p', { class: 'note' }, say('rejectsNote')), table(say('rejectsTitle'),
    [column(say('file')), column(say('row'), 'number'), column(say('columnTitle')), column(say('reason'))],
    report.rejects.map(item => h('tr', {}, cell(item.file, 'path'), number(item.row), cell(item.column ? fieldName(item.column) : '–'), cell(pick(item.reason)))))];
}
