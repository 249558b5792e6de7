// Stands over all the page: whoever sees a part of it must not take it for the whole.
const onlyBanner = () => (only ? h('p', { class: 'partial', role: 'note' },
  h('b', {}, fill('onlyTitle', listed(only), only.length)), ' ', say(unrated ? 'onlyUnrated' : 'onlyRated')) : null);
const asOfFrom = () => say({ argument: 'asOfArgument', register: 'asOfRegister' }[metrics.asOfFrom] ?? 'asOfRecords');

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
  const withFinding = rateIndicators.length ? figure(fill('suspectedOfOnly', listed(rateIndicators)), whole(suspected), null) : null;
  return section('overview', say('overview'), null,
    h('p', { class: report.masked ? 'lead' : 'lead alarm' }, say('suspicion'), ' ', report.masked ? say('masked') : say('unmasked')),
    h('dl', { class: 'figures' },
      unrated ? withFinding : h('div', { class: `figure main ${overall}` },
        h('dt', {}, say('rate')),
        h('dd', {}, h('span', { class: 'value' }, percent(rate)), badge(overall), h('span', { class: 'sub' }, fill('rateNote', whole(suspected))))),
      figure(say('living'), whole(living), fill('livingNote', whole(metrics.register.households), whole(metrics.register.cancelled))),
      figure(say('reportable'), whole(sum(metrics.indicators, item => item.reportable)), fill('reportableNote', whole(sum(metrics.indicators, item => item.findings)))),
      unrated ? null : h('div', { class: 'figure' }, h('dt', {}, say('countiesByColour')),
        h('dd', {}, h('ul', { class: 'tally' }, byColour), h('span', { class: 'sub' }, fill('countiesNote', whole(counties.length))))),
      figure(say('balance'), `${whole(read)} = ${whole(checked)} + ${whole(rejected)}`,
        [say('balanceAll'), chinese() ? '；' : '. ', fill('balanceNote', whole(metrics.register.read), whole(metrics.register.checked), whole(metrics.register.rejected))])));
}
