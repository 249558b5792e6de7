const metrics = report.metrics;
const state = { language: report.language, county: null, province: null, indicator: null, text: '', colour: '', sort: { key: metrics.total.rate === null ? 'suspected' : 'rate', down: true }, allFindings: false };
// With --only there are figures of some indicators alone, and no rate of errors where one that counts in it is missing.
const only = metrics.only ?? null;
const unrated = metrics.total.rate === null;
const besideTheRate = new Set(['I07', 'I08']);
const rateIndicators = metrics.indicators.map(item => item.id).filter(id => !besideTheRate.has(id));
const listed = list => list.join(chinese() ? '、' : ', ');
const limit = value => `${Number((100 * value).toFixed(2))}%`;

function stars(count) {
  if (count === null) {
    return '–';
  }
  const full = Math.max(0, Math.min(5, count ?? 0));
  return h('span', { class: 'stars', role: 'img', 'aria-label': fill('starsOf', full) },
    h('span', { class: 'on', 'aria-hidden': 'true' }, '★'.repeat(full)),
    h('span', { class: 'off', 'aria-hidden': 'true' }, '☆'.repeat(5 - full)));
}

// Each colour has a shape and a word too, so that it is told without seeing colour.
const shapes = { red: '▲', yellow: '◆', blue: '●' };
const badge = colour => (colour ?? null) === null ? '–' : h('span', { class: `badge ${colour}` }, h('span', { 'aria-hidden': 'true' }, shapes[colour] ?? ''), ' ', say(colour));
