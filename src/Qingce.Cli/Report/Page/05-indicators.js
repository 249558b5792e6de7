const causeName = cause => pick(report.causes[cause]) || cause.replaceAll(/[_-]/g, ' ');

function indicators() {
  const most = Math.max(1, ...metrics.indicators.map(item => item.registrations));
  return section('indicators', say('indicators'), say('indicatorNote'),
    h('div', { class: 'indicator-head', 'aria-hidden': 'true' },
      h('span', {}, say('indicator')), h('span', {}, say('found')), h('span', {}, say('toReport')), h('span', {}, say('registrations')), h('span', {}, say('per10k'))),
    report.catalogue.map(known => metrics.indicators.find(item => item.id === known.id) ?? { id: known.id }).map(item => (item.causes ? indicator(item, most) : unchecked(item))));
}

// Not asked for is not the same as nothing found.
const unchecked = item => h('div', { class: 'indicator unchecked' },
  h('span', { class: 'what' }, h('b', { class: 'id' }, item.id), ' ', pick(report.catalogue.find(known => known.id === item.id).name), ' ', h('small', {}, say('uncheckedMark'))),
  ['found', 'toReport', 'registrations', 'per10k'].map(title => h('span', { class: title === 'per10k' ? 'amount wide' : 'amount' }, h('span', { class: 'label' }, say(title)), '–')));


function indicator(item, most) {
  const known = report.catalogue.find(entry => entry.id === item.id) ?? { id: item.id, name: [item.id, item.id], meaning: ['', ''], classes: '', tasks: [], parameters: [] };
  const causes = Object.entries(item.causes ?? {}).filter(entry => entry[1] > 0).sort((left, right) => right[1] - left[1]);
  const top = Math.max(1, ...causes.map(([, count]) => count));
  const examples = report.findings.filter(finding => finding.indicator === item.id).slice(0, 3);
  const numbered = (label, value) => h('span', { class: 'amount' }, h('span', { class: 'label' }, label), value);
  return h('details', { class: 'indicator' },
    h('summary', {},
      h('span', { class: 'what' }, h('b', { class: 'id' }, item.id), ' ', pick(known.name), ' ',
        besideTheRate.has(item.id) ? h('small', {}, say('beside')) : null,
        item.silenced?.length ? h('small', { class: 'warn' }, `! ${say('silenced')}`) : null),
      numbered(say('found'), whole(item.findings)),
      numbered(say('toReport'), whole(item.reportable)),
      numbered(say('registrations'), whole(item.registrations)),
      h('span', { class: 'amount wide' }, h('span', { class: 'label' }, say('per10k')), points(1e4 * share(item.registrations, metrics.register.living)), bar(item.registrations / most))),
    h('div', { class: 'inside' },
      h('p', { class: 'meaning' }, pick(known.meaning)),
      h('p', { class: 'facts' },
        h('span', {}, named('class', [...known.classes].map(letter => `${letter} ${say(letter)}`).join(' · '))),
        h('span', {}, named('task', known.tasks.map(say).join(' · ')))),
      h('div', { class: 'columns' },
        h('div', {}, h('h4', {}, say('causes')),
          causes.length ? h('table', { class: 'plain-table' }, h('tbody', {}, causes.map(([cause, count]) => h('tr', {}, cell(causeName(cause)), number(whole(count)), cell(bar(count / top), 'spark'))))) : h('p', {}, say('none'))),
        known.parameters.length ? h('div', {}, h('h4', {}, say('parameters')), h('dl', { class: 'settings' },
          known.parameters.map(parameter => [h('dt', {}, pick(parameter.name)), h('dd', {}, pick(parameter.value))]))) : null),
      item.silenced?.length ? h('div', { class: 'silenced' }, h('h4', {}, say('silenced')), h('ul', {}, report.silenced[item.id].map(text => h('li', {}, pick(text))))) : null,
      examples.length ? h('div', {}, h('h4', {}, say('examples')), h('ul', { class: 'examples' }, examples.map(finding => h('li', {}, chinese() ? finding.zh : finding.en))),
        h('button', { type: 'button', class: 'plain', onclick: () => { change({ indicator: item.id, county: null, province: null }); document.getElementById('findings').scrollIntoView(); } }, say('showFindings'))) : null));
}
