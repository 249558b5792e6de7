function header() {
  const language = (code, label) => h('button', {
    type: 'button', lang: code === 'zh' ? 'zh-CN' : 'en', 'aria-pressed': String(state.language === code), 'data-language': code,
    onclick: () => change({ language: code }, `[data-language="${code}"]`),
  }, label);
  const given = say({ argument: 'asOfArgument', register: 'asOfRegister' }[metrics.asOfFrom] ?? 'asOfRecords');
  return h('header', { class: 'top' },
    h('a', { class: 'skip', href: '#overview' }, say('skip')),
    h('div', { class: 'brand' },
      h('span', { class: 'seal', 'aria-hidden': 'true' }, '册'),
      h('div', {}, h('h1', {}, say('brand'), ' · ', say('title')), h('p', {}, fill('asOf', metrics.asOf), given))),
    h('div', { class: 'controls' },
      h('div', { class: 'switch', role: 'group', 'aria-label': say('language') }, language('zh', '中文'), language('en', 'English')),
      h('button', { type: 'button', class: 'plain', onclick: () => window.print() }, say('print'))));
}

const figure = (label, value, note, ...more) => h('div', { class: 'figure' },
  h('dt', {}, label), h('dd', {}, h('span', { class: 'value' }, value), h('span', { class: 'sub' }, note), more));

function overview() {
  const counties = metrics.divisions;
  const living = metrics.register.living;
  const { suspected, rate, colour: overall } = metrics.total;
  const read = sum(metrics.files, file => file.rows);
  const checked = sum(metrics.files, file => file.checked);
  const rejected = sum(metrics.files, file => file.rejected);
  const byColour = ['red', 'yellow', 'blue'].map(colour => h('li', { class: colour },
    h('span', {}, h('span', { 'aria-hidden': 'true' }, shapes[colour]), ' ', say(colour)),
    h('b', {}, whole(counties.filter(county => county.colour === colour).length)),
    h('small', {}, fill(`${colour}Rule`, ...scoring))));
  return section('overview', say('overview'), null,
    h('p', { class: report.masked ? 'lead' : 'lead alarm' }, say('suspicion'), ' ', report.masked ? say('masked') : say('unmasked')),
    h('dl', { class: 'figures' },
      h('div', { class: `figure main ${overall}` },
        h('dt', {}, say('rate')),
        h('dd', {}, h('span', { class: 'value' }, percent(rate)), badge(overall), h('span', { class: 'sub' }, fill('rateNote', whole(suspected))))),
      figure(say('living'), whole(living), fill('livingNote', whole(metrics.register.households), whole(metrics.register.cancelled))),
      figure(say('reportable'), whole(sum(metrics.indicators, item => item.reportable)), fill('reportableNote', whole(sum(metrics.indicators, item => item.findings)))),
      h('div', { class: 'figure' }, h('dt', {}, say('countiesByColour')),
        h('dd', {}, h('ul', { class: 'tally' }, byColour), h('span', { class: 'sub' }, fill('countiesNote', whole(counties.length))))),
      figure(say('balance'), `${whole(read)} = ${whole(checked)} + ${whole(rejected)}`,
        [say('balanceAll'), '　', fill('balanceNote', whole(metrics.register.read), whole(metrics.register.checked), whole(metrics.register.rejected))])));
}
