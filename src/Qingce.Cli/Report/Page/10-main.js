const parts = ['overview', 'map', 'indicators', 'counties', 'findings', 'quality', 'sources', 'method'];

function navigation() {
  return h('nav', { 'aria-label': say('contents') }, h('ul', {}, parts.map(id => h('li', {}, h('a', { href: `#${id}` }, say(id))))));
}

function draw() {
  document.documentElement.lang = chinese() ? 'zh-CN' : 'en';
  document.title = `${say('brand')} · ${say('title')} · ${metrics.asOf}`;
  document.getElementById('page').replaceChildren(
    header(),
    h('div', { class: 'body' }, navigation(),
      h('main', {}, overview(), map(), indicators(), counties(), findings(), quality(), sources(), method())),
    footer());
}

// Everything is drawn again; what was open, where the page stood and what had the focus stay.
function change(next, focus) {
  const open = [...document.querySelectorAll('details.indicator')].map(item => item.open);
  const height = window.scrollY;
  const anchor = focus ? document.querySelector(focus)?.getBoundingClientRect().top : null;
  Object.assign(state, next);
  draw();
  document.querySelectorAll('details.indicator').forEach((item, index) => { item.open = open[index]; });
  const target = focus ? document.querySelector(focus) : null;
  target?.focus({ preventScroll: true });
  const top = target && anchor !== null ? window.scrollY + target.getBoundingClientRect().top - anchor : height;
  window.scrollTo({ top, behavior: 'instant' });
}

window.addEventListener('beforeprint', () => document.querySelectorAll('details.indicator').forEach(item => {
  item.dataset.was = item.open ? '1' : '';
  item.open = true;
}));
window.addEventListener('afterprint', () => document.querySelectorAll('details.indicator').forEach(item => { item.open = item.dataset.was === '1'; }));

draw();
if (location.hash) {
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
}
