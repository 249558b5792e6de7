// Elements are made from text nodes only, so no value of the data is ever read as markup.
const report = JSON.parse(document.getElementById('report-data').textContent);

function h(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(properties ?? {})) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (key.startsWith('on')) {
      element.addEventListener(key.slice(2), value);
    } else if (key === 'vars') {
      for (const [name, setting] of Object.entries(value)) {
        element.style.setProperty(name, setting);
      }
    } else {
      element.setAttribute(key, value === true ? '' : String(value));
    }
  }
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) {
      element.append(child instanceof Node ? child : String(child));
    }
  }
  return element;
}

const chinese = () => state.language === 'zh';
const pick = pair => (pair ? (chinese() ? pair[0] : pair[1]) || pair[0] || pair[1] : '');
const say = key => pick(words[key] ?? report.words?.[key] ?? [key, key]);
// {0} is a value; {0|pair|pairs} is the word that goes with it, after one or after another number.
const fillIn = (text, values) => text.replace(/\{(\d)(?:\|([^|}]*)\|([^}]*))?\}/g, (_, index, one, several) => (several === undefined ? values[Number(index)] : String(values[Number(index)]) === '1' ? one : several));
const fill = (key, ...values) => fillIn(say(key), values);
const whole = value => (value === null || value === undefined ? '–' : Number(value).toLocaleString('en-US'));
const percent = (value, digits = 2) => (value === null || value === undefined ? '–' : `${(100 * value).toFixed(digits)}%`);
const points = value => (value === null || value === undefined ? '–' : Number(value).toLocaleString('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 }));
const named = (key, ...value) => [say(key), chinese() ? '：' : ': ', ...value];
const inBrackets = text => (chinese() ? `（${text}）` : ` (${text})`);
const share = (part, total) => (total > 0 ? part / total : 0);
const sum = (list, of) => list.reduce((total, item) => total + (of(item) ?? 0), 0);

function bar(value, kind) {
  const filled = Math.max(0, Math.min(1, value || 0));
  return h('span', { class: `bar ${kind ?? ''}`, 'aria-hidden': 'true' }, h('span', { vars: { width: `${100 * filled}%` } }));
}

const section = (id, title, note, ...content) => h('section', { id, 'aria-labelledby': `${id}-title` },
  h('h2', { id: `${id}-title` }, title), note ? h('p', { class: 'note' }, note) : null, content);

// On a narrow screen a row becomes a block of named values, so that no column lies outside; the names are those of the columns.
function labelled(rows, titles) {
  for (const row of rows) {
    let at = 0;
    for (const item of row.children) {
      item.dataset.title = titles[at] ?? '';
      at += item.colSpan;
    }
  }
  return rows;
}

function table(label, head, rows, kind) {
  const top = h('tr', {}, head);
  return h('div', { class: 'scroller', tabindex: '0', role: 'region', 'aria-label': label },
    h('table', { class: kind ?? 'stacked' }, h('thead', {}, top),
      h('tbody', {}, labelled(rows.flat(Infinity).filter(Boolean), [...top.children].map(item => item.dataset.title || item.textContent)))));
}

// Up to three who say something stand side by side on a narrow screen too, below what they speak of; of more one scrolls.
function sideways(scroller, origins) {
  scroller.firstChild.classList.toggle('narrow', origins <= 3);
  scroller.firstChild.style.setProperty('--origins', origins);
  return scroller;
}

const cell = (value, kind) => h('td', { class: kind ?? null }, value);
const number = value => cell(value, 'number');
const column = (value, kind) => h('th', { scope: 'col', class: kind ?? null }, value);

const frameWords = {
  brand: ['清册', 'Qingce'],
  print: ['打印', 'Print'],
  language: ['语言', 'Language'],
  skip: ['跳到正文', 'Skip to the content'],
  contents: ['目录', 'Contents'],
  offline: ['本文件不访问网络，可离线保存和打印。', 'This file uses no network and can be kept and printed offline.'],
};
