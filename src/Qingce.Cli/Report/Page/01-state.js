const metrics = report.metrics;
const state = { language: report.language, county: null, province: null, indicator: null, text: '', colour: '', sort: { key: 'rate', down: true }, allFindings: false };
const limit = value => `${Number((100 * value).toFixed(2))}%`;

function stars(count) {
  const full = Math.max(0, Math.min(5, count ?? 0));
  return h('span', { class: 'stars', role: 'img', 'aria-label': fill('starsOf', full) },
    h('span', { class: 'on', 'aria-hidden': 'true' }, '★'.repeat(full)),
    h('span', { class: 'off', 'aria-hidden': 'true' }, '☆'.repeat(5 - full)));
}

// Each colour has a shape and a word too, so that it is told without seeing colour.
const shapes = { red: '▲', yellow: '◆', blue: '●' };
const badge = colour => h('span', { class: `badge ${colour}` }, h('span', { 'aria-hidden': 'true' }, shapes[colour] ?? ''), ' ', say(colour));
