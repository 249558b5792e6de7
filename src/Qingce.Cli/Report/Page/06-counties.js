const rated = new Set(['rate', 'colour', 'stars', 'score', 'accuracy']);
const countyColumns = [
  ['name', 'county', county => county.name],
  ['city', 'city', county => cityOf(county)],
  ['rate', 'rateShort', county => percent(county.rate), true],
  ['colour', 'colour', county => badge(county.colour)],
  ['stars', 'starsTitle', county => stars(county.stars)],
  ['living', 'living', county => whole(county.living), true],
  ['suspected', 'suspected', county => whole(county.suspected), true],
  ['score', 'score', county => points(county.score), true],
  ['accuracy', 'accuracy', county => points(county.accuracy), true],
  ['completeness', 'completeness', county => points(county.completeness), true],
  ['timeliness', 'timeliness', county => points(county.timeliness), true],
  ['away', 'away', county => whole(county.away), true],
  ['emptyHung', 'emptyHung', county => whole(county.emptyHung), true],
  ['code', 'code', county => county.code, true],
].filter(([key]) => !unrated || !rated.has(key));

const colourOrder = { red: 2, yellow: 1, blue: 0 };

function sorted(list) {
  const { key, down } = state.sort;
  const value = county => (key === 'colour' ? colourOrder[county.colour] : county[key]) ?? '';
  const order = (left, right) => (typeof left === 'string' || typeof right === 'string'
    ? String(left).localeCompare(String(right), 'zh-CN') : left - right);
  return [...list].sort((left, right) => (down ? -1 : 1) * order(value(left), value(right)) || (left.code < right.code ? -1 : 1));
}

function countiesShown() {
  const text = state.text.trim().toLowerCase();
  return sorted(metrics.divisions.filter(county =>
    (!state.county || county.code === state.county)
    && (!state.province || county.code.startsWith(state.province))
    && (!state.colour || county.colour === state.colour)
    && (!text || [county.code, county.name, county.city, county.province].some(value => (value ?? '').toLowerCase().includes(text)))));
}

function countyRows(list) {
  if (!list.length) {
    return [h('tr', {}, h('td', { colspan: countyColumns.length, class: 'absent' }, say('noCounties')))];
  }
  return labelled(list.map(county => h('tr', { 'data-row': county.code }, countyColumns.map(([key, , show, numeric]) =>
    h(key === 'name' ? 'th' : 'td', { scope: key === 'name' ? 'row' : null, class: numeric ? 'number' : null }, show(county))))), countyColumns.map(([, title]) => say(title)));
}

function counties() {
  const list = countiesShown();
  const head = countyColumns.map(([key, title, , numeric]) => h('th', {
    scope: 'col', class: numeric ? 'number' : null, 'data-title': say(title),
    'aria-sort': state.sort.key === key ? (state.sort.down ? 'descending' : 'ascending') : 'none',
  }, h('button', {
    type: 'button', class: 'sort', 'data-sort': key,
    onclick: () => change({ sort: { key, down: state.sort.key === key ? !state.sort.down : (Boolean(numeric) && key !== 'code') || key === 'stars' || key === 'colour' } }, `[data-sort="${key}"]`),
  }, say(title), h('span', { class: 'arrow', 'aria-hidden': 'true' }, state.sort.key === key ? (state.sort.down ? '▾' : '▴') : '')), h('span', { class: 'paper' }, say(title))));
  const count = h('p', { class: 'count', role: 'status' }, fill('shown', whole(list.length), whole(metrics.divisions.length)));
  const again = () => {
    const now = countiesShown();
    document.querySelector('#counties tbody').replaceChildren(...countyRows(now));
    document.querySelector('#counties .count').textContent = fill('shown', whole(now.length), whole(metrics.divisions.length));
  };
  return section('counties', say('counties'), say(unrated ? 'basisUnrated' : 'basis'),
    h('div', { class: 'filters' },
      h('input', { type: 'search', 'aria-label': say('search'), placeholder: say('search'), value: state.text, oninput: event => { state.text = event.target.value; again(); } }),
      unrated ? null : h('select', { 'aria-label': say('colour'), onchange: event => { state.colour = event.target.value; again(); } },
        h('option', { value: '' }, say('allColours')),
        ['red', 'yellow', 'blue'].map(colour => h('option', { value: colour, selected: state.colour === colour }, `${shapes[colour]} ${say(colour)}`))),
      chosen(), count),
    table(say('counties'), head, countyRows(list), 'county-table stacked'));
}

function chosenName() {
  const county = metrics.divisions.find(item => item.code === state.county);
  const province = metrics.divisions.find(item => state.province && item.code.startsWith(state.province));
  return county?.name || county?.code || province?.province;
}

// What a tile filters lies below the map: this stays in sight, says what it is, and leads there and back.
function onlyNote() {
  const name = chosenName();
  return name ? h('div', { class: 'only-note', role: 'status' },
    h('p', {}, h('b', {}, fill('only', name)), ' ', say('onlyNote')),
    h('p', {}, h('a', { href: '#counties' }, say('counties')), h('a', { href: '#findings' }, say('findings')),
      h('button', { type: 'button', class: 'chip', 'data-only': 'all', onclick: () => change({ county: null, province: null }, `[data-county="${state.county}"]`) }, say('showEverything'), ' ✕'))) : null;
}

function chosen() {
  const name = chosenName();
  return name ? h('button', { type: 'button', class: 'chip', onclick: () => change({ county: null, province: null }) }, fill('only', name), ' ✕') : null;
}
