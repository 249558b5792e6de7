const figures = report.figures;
const state = {
  language: report.language, printing: false, order: 'common', from: '', to: '', patternPage: 0, example: {}, clusterOrder: 'doubt', clusterPage: 0, clusterText: '',
};

function bits(value, digits = 1) {
  if (value === null || value === undefined) {
    return '–';
  }
  const size = Math.abs(value).toFixed(digits);
  return Number(size) === 0 ? size : `${value > 0 ? '+' : '−'}${size}`;
}
const probabilityOf = weight => (weight >= 0 ? 1 / (1 + 2 ** -weight) : 2 ** weight / (1 + 2 ** weight));

// Near 1 and near 0 the digits that matter lie far behind the point.
function probability(value) {
  const rest = Math.min(value, 1 - value);
  return rest < 1e-6 ? (value > 0.5 ? '> 0.999999' : value.toExponential(1)) : value.toFixed(Math.max(2, Math.min(6, Math.ceil(-Math.log10(rest)) + 1)));
}

const small = value => (value >= 0.01 ? value.toFixed(3) : value >= 0.0001 ? value.toPrecision(2) : value.toExponential(1));
const short = value => (value >= 1e6 ? `${(value / 1e6).toFixed(value >= 1e7 ? 0 : 1)}M` : value >= 1e4 ? `${Math.round(value / 1e3)}k` : whole(Math.round(value)));
const levelName = name => (name === '' ? '' : pick(report.words[name] ?? [name, name]));
const stepName = name => (name === 'prior' ? say('prior') : ['frequency', 'shared', 'relatives', 'kin'].includes(name) ? say(name) : name);
const widthOfMain = () => {
  const all = state.printing ? 700 : document.documentElement.clientWidth;
  return state.printing ? 690 : all <= 640 ? all - 50 : all <= 1180 ? all - 98 : Math.min(all, 1400) - 322;
};

function shape(tag, properties, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [key, value] of Object.entries(properties ?? {})) {
    if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(key, String(value));
    }
  }
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) {
      element.append(child instanceof Node ? child : String(child));
    }
  }
  return element;
}

const svg = (width, height, label, ...children) =>
  shape('svg', { viewBox: `0 0 ${width} ${height}`, width, height, class: 'chart', role: 'img', 'aria-label': label }, children);
const line = (x1, y1, x2, y2, kind) => shape('line', { x1, y1, x2, y2, class: kind });
const label = (x, y, text, kind, anchor) => shape('text', { x, y, class: kind ?? null, 'text-anchor': anchor ?? 'start' }, text);
const rect = (x, y, width, height, kind, title) =>
  shape('rect', { x, y, width: Math.max(0, width), height, class: kind }, title ? shape('title', {}, title) : null);
