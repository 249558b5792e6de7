// The frame that every page has. A page says what it is called, which parts it has and how they are drawn.
function header(title, subtitle) {
  const language = (code, label) => h('button', {
    type: 'button', lang: code === 'zh' ? 'zh-CN' : 'en', 'aria-pressed': String(state.language === code), 'data-language': code,
    onclick: () => change({ language: code }, `[data-language="${code}"]`),
  }, label);
  return h('header', { class: 'top' },
    h('a', { class: 'skip', href: '#overview' }, say('skip')),
    h('div', { class: 'brand' },
      h('span', { class: 'seal', 'aria-hidden': 'true' }, '册'),
      h('div', {}, h('h1', {}, say('brand'), ' · ', title), h('p', {}, subtitle))),
    h('div', { class: 'controls' },
      h('div', { class: 'switch', role: 'group', 'aria-label': say('language') }, language('zh', '中文'), language('en', 'English')),
      h('button', { type: 'button', class: 'plain', onclick: () => window.print() }, say('print'))));
}

const figure = (label, value, note, ...more) => h('div', { class: 'figure' },
  h('dt', {}, label), h('dd', {}, h('span', { class: 'value' }, value), h('span', { class: 'sub' }, note), more));

const navigation = parts =>
  h('nav', { 'aria-label': say('contents') }, h('ul', {}, parts.map(id => h('li', {}, h('a', { href: `#${id}` }, say(id))))));

function frame(title, subtitle, parts, content, foot) {
  document.documentElement.lang = chinese() ? 'zh-CN' : 'en';
  document.title = [say('brand'), title, subtitle].join(' · ');
  document.getElementById('page').replaceChildren(
    header(title, subtitle), h('div', { class: 'body' }, navigation(parts), h('main', {}, content)), foot);
}

// Everything is drawn again; what was open, where the page stood and what had the focus stay.
function change(next, focus) {
  const open = [...document.querySelectorAll('details')].map(item => item.open);
  const height = window.scrollY;
  const anchor = focus ? document.querySelector(focus)?.getBoundingClientRect().top : null;
  Object.assign(state, next);
  draw();
  const details = [...document.querySelectorAll('details')];
  if (details.length === open.length) {
    details.forEach((item, index) => { item.open = open[index]; });
  }
  const target = focus ? document.querySelector(focus) : null;
  target?.focus({ preventScroll: true });
  const top = target && anchor !== null ? window.scrollY + target.getBoundingClientRect().top - anchor : height;
  window.scrollTo({ top, behavior: 'instant' });
}

window.addEventListener('beforeprint', () => document.querySelectorAll('details').forEach(item => {
  item.dataset.was = item.open ? '1' : '';
  item.open = true;
}));
window.addEventListener('afterprint', () => document.querySelectorAll('details').forEach(item => { item.open = item.dataset.was === '1'; }));

function begin() {
  draw();
  if (location.hash) {
    document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }
}
