function method() {
  const notAsked = only ? report.catalogue.filter(known => !only.includes(known.id)).map(known => known.id) : [];
  const silenced = metrics.indicators.flatMap(item => (report.silenced[item.id] ?? []).map(text => [item.id, pick(text)]));
  return section('method', say('method'), null,
    h('h3', {}, say('formulas')),
    h('ol', { class: 'formulas' }, formulas.map(pair => h('li', {}, fillIn(pick(pair), [...scoring, listed(rateIndicators)])))),
    h('h3', {}, say('silencedTitle')),
    silenced.length || notAsked.length ? h('ul', {}, notAsked.length ? h('li', {}, h('b', { class: 'id' }, listed(notAsked)), ' ', say('notAsked')) : null, silenced.map(([id, text]) => h('li', {}, h('b', { class: 'id' }, id), ' ', text))) : h('p', {}, say('none')),
    h('h3', {}, say('parameters')),
    h('div', { class: 'parameter-list' }, Object.entries(metrics.parameters).map(settings)));
}

// Named as in the panels of the indicators; a province that has values of its own is named behind the indicator.
function settings([key, values]) {
  const [id, province] = key.split('@');
  const known = report.catalogue.find(entry => entry.id === id);
  const place = province ? metrics.divisions.find(county => county.code.startsWith(province))?.province || province : null;
  return known?.parameters.length ? h('div', { class: 'setting-group' },
    h('h4', {}, h('b', { class: 'id' }, id), ' ', pick(known.name), place ? inBrackets(place) : null),
    known.parameters.map(parameter => h('div', { class: 'setting', title: `${key}.${parameter.id}` },
      h('span', {}, pick(parameter.name)), h('b', {}, `${Number(values[parameter.id].toFixed(4))} ${pick(parameter.unit)}`)))) : null;
}

function footer() {
  const versions = metrics.versions ?? {};
  return h('footer', {}, h('p', {}, fill('versions', versions.qingce ?? '–', versions.catalogue ?? '–', versions.linkageModel ?? '–')), h('p', {}, say('offline')));
}
