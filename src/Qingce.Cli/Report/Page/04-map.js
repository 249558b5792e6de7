const colourOf = rate => (unrated ? 'unrated' : rate > metrics.scoring.redAbove ? 'red' : rate >= metrics.scoring.yellowFrom ? 'yellow' : 'blue');

// Roughly where the provinces lie, as [column, row] of a grid: positions for finding one's way, no borders.
const provincePlaces = {
  23: [9, 1], 15: [7, 1], 22: [9, 2], 65: [1, 2], 21: [8, 2], 11: [7, 2], 62: [3, 3], 64: [4, 3], 14: [5, 3], 13: [6, 3], 12: [7, 3],
  54: [1, 4], 63: [2, 4], 61: [4, 4], 41: [5, 4], 37: [6, 4], 51: [3, 5], 50: [4, 5], 42: [5, 5], 34: [6, 5], 32: [7, 5], 31: [8, 5],
  53: [3, 6], 52: [4, 6], 43: [5, 6], 36: [6, 6], 33: [7, 6], 45: [4, 7], 44: [5, 7], 35: [6, 7], 71: [8, 7], 46: [4, 8], 82: [5, 8], 81: [6, 8],
};

// A county that is known and lies in no city is directly under its province or autonomous region.
const cityOf = county => county.city || (!county.name ? '' : say((county.province ?? '').endsWith('自治区') ? 'directRegion' : 'directProvince'));
const shortProvince = name => (name ?? '').replace(/(维吾尔|壮族|回族)?自治区$|特别行政区$|省$|市$/, '');

function groups(list, of) {
  const found = new Map();
  for (const item of list) {
    const key = of(item);
    found.set(key, [...(found.get(key) ?? []), item]);
  }
  return [...found].sort(([left], [right]) => (left < right ? -1 : 1));
}

function provinceGrid() {
  const provinces = groups(metrics.divisions, county => county.code.slice(0, 2));
  if (provinces.length < 2 || provinces.some(([code]) => !provincePlaces[code])) {
    return null;
  }
  const tile = ([code, counties]) => {
    const rate = share(sum(counties, county => county.suspected), sum(counties, county => county.living));
    return h('button', {
      type: 'button', class: `province ${colourOf(rate)}`, 'aria-pressed': String(state.province === code), 'data-province': code,
      vars: { 'grid-column': provincePlaces[code][0], 'grid-row': provincePlaces[code][1] },
      onclick: () => change({ province: state.province === code ? null : code, county: null }, `[data-province="${code}"]`),
    }, h('b', {}, shortProvince(counties[0].province)), h('span', {}, unrated ? whole(sum(counties, county => county.suspected)) : `${shapes[colourOf(rate)]} ${percent(rate, 1)}`));
  };
  const present = new Set(provinces.map(([code]) => code));
  const rest = Object.entries(provincePlaces).filter(([code]) => !present.has(code)).map(([, place]) =>
    h('span', { class: 'province away', 'aria-hidden': 'true', vars: { 'grid-column': place[0], 'grid-row': place[1] } }));
  return h('div', { class: 'country', role: 'group', 'aria-label': say('provinceNote') }, rest, provinces.map(tile));
}

function countyTile(county) {
  const chosen = state.county === county.code;
  return h('button', {
    type: 'button', class: `tile ${county.colour ?? 'unrated'}`, 'aria-pressed': String(chosen), 'data-county': county.code,
    'aria-label': unrated ? `${county.name} ${county.code} ${whole(county.suspected)}`
      : `${county.name} ${county.code} ${percent(county.rate)} ${say(county.colour)} ${fill('starsOf', county.stars)}`,
    onclick: () => change({ county: chosen ? null : county.code }, `[data-county="${county.code}"]`),
  },
    h('span', { class: 'place' }, county.name || county.code),
    h('span', { class: 'reading' }, unrated ? whole(county.suspected) : [h('span', { class: 'shape' }, shapes[county.colour] ?? ''), percent(county.rate)]),
    unrated ? null : stars(county.stars));
}

function map() {
  const shown = metrics.divisions.filter(county => !state.province || county.code.startsWith(state.province));
  const provinces = groups(shown, county => county.code.slice(0, 2)).map(([, counties]) => h('div', { class: 'land' },
    h('h3', {}, counties[0].province || counties[0].code.slice(0, 2)),
    h('div', { class: 'cities' }, groups(counties, county => county.code.slice(0, 4)).map(([, inside]) => h('div', { class: inside.length < 3 ? 'town few' : 'town' },
      h('h4', {}, cityOf(inside[0]), ' ', unrated ? null : h('small', {}, percent(share(sum(inside, county => county.suspected), sum(inside, county => county.living))))),
      h('div', { class: 'tiles' }, inside.map(countyTile)))))));
  const legend = h('ul', { class: 'legend' }, ['red', 'yellow', 'blue'].map(colour => h('li', {}, badge(colour), ' ', fill(`${colour}Rule`, ...scoring))));
  return section('map', say('map'), say(unrated ? 'mapUnrated' : 'mapNote'), unrated ? null : legend, h('div', { class: 'atlas' }, provinceGrid(), h('div', { class: 'lands' }, provinces)));
}
