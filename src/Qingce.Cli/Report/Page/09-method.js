function method() {
  const silenced = metrics.indicators.flatMap(item => (report.silenced[item.id] ?? []).map(text => [item.id, pick(text)]));
  return section('method', say('method'), null,
    h('h3', {}, say('formulas')),
    h('ol', { class: 'formulas' }, formulas.map(pair => h('li', {}, fillIn(pick(pair), scoring)))),
    h('h3', {}, say('silencedTitle')),
    silenced.length ? h('ul', {}, silenced.map(([id, text]) => h('li', {}, h('b', { class: 'id' }, id), ' ', text))) : h('p', {}, say('none')),
    h('h3', {}, say('parameters')),
    h('div', { class: 'parameter-list' }, parameters(metrics.parameters, [])));
}

function parameters(value, path) {
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
    return Object.entries(value).flatMap(([key, inner]) => parameters(inner, [...path, key]));
  }
  const shown = Array.isArray(value) ? value.map(item => (item !== null && typeof item === 'object' ? Object.values(item).join(':') : item)).join(', ') : String(value);
  return [h('div', {}, h('code', {}, path.join('.')), h('span', {}, shown))];
}

function footer() {
  const versions = metrics.versions ?? {};
  return h('footer', {}, h('p', {}, fill('versions', versions.qingce ?? '–', versions.catalogue ?? '–', versions.linkageModel ?? '–')), h('p', {}, say('offline')));
}
