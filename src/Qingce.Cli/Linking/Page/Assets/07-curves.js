const margin = { left: 46, right: 16, top: 20, bottom: 40 };

function axes(width, height, from, to, yTicks, yName, xName) {
  const x = value => margin.left + (value - from) / (to - from) * (width - margin.left - margin.right);
  const y = value => height - margin.bottom - value * (height - margin.top - margin.bottom);
  const step = [1, 2, 5, 10, 20, 50, 100, 200].find(size => (to - from) / size <= (width < 500 ? 6 : 12)) ?? 500;
  const ticks = [];
  for (let tick = Math.ceil(from / step) * step; tick <= to; tick += step) {
    ticks.push(tick);
  }
  return {
    x, y,
    marks: [
      yTicks.map(([value, name]) => [line(margin.left, y(value), width - margin.right, y(value), 'grid'), label(margin.left - 6, y(value) + 4, name, 'tick', 'end')]),
      ticks.map(tick => [line(x(tick), height - margin.bottom, x(tick), height - margin.bottom + 4, 'axis'), label(x(tick), height - margin.bottom + 17, String(tick), 'tick', 'middle')]),
      line(margin.left, height - margin.bottom, width - margin.right, height - margin.bottom, 'axis'),
      label(width - margin.right, height - 6, xName, 'tick', 'end'),
      yName ? label(4, 10, yName, 'tick', 'start') : null,
    ],
  };
}

const path = (points, kind) => shape('path', { d: points.map(([a, b], i) => `${i ? 'L' : 'M'}${a.toFixed(1)} ${b.toFixed(1)}`).join(''), class: kind });
const shares = [0, 0.25, 0.5, 0.75, 1].map(value => [value, `${100 * value}%`]);

function qualityOf([bitsFrom, right, wrong, missed]) {
  const links = right + wrong;
  return {
    threshold: bitsFrom, links, precision: links > 0 ? right / links : 1, recall: right + missed > 0 ? right / (right + missed) : 1,
    f1: 2 * right + wrong + missed > 0 ? 2 * right / (2 * right + wrong + missed) : 1,
  };
}

// The part in which something happens: from where there are hardly any matches left out to where hardly any is found.
function threshold() {
  const expected = report.expected.map(qualityOf), measured = report.measured?.map(qualityOf);
  const main = measured ?? expected;
  if (!main.length) {
    return section('threshold', say('threshold'), null, h('p', {}, say('noPatterns')));
  }
  const last = [...main].reverse().find(point => point.recall > 0.005)?.threshold ?? main.at(-1).threshold;
  const from = Math.min(figures.threshold - 1, Math.max(main[0].threshold, figures.threshold - 20)), to = Math.max(last, figures.threshold + 2);
  const width = widthOfMain(), height = state.printing ? 230 : width < 500 ? 260 : 320;
  const { x, y, marks } = axes(width, height, from, to, shares, null, say('thresholdAxis'));
  // Of what lies below the lowest point nothing is known; from there on a threshold brings what the next point above it does.
  const known = Math.min(figures.threshold, main[0].threshold);
  const least = figures.threshold - Math.floor(2 * (figures.threshold - Math.max(from, known))) / 2;
  const qualityAt = value => main.find(point => point.threshold >= value - 1e-9) ?? main.at(-1);
  const within = list => list.filter(point => point.threshold >= from && point.threshold <= to);
  const curves = (list, style) => ['precision', 'recall', 'f1'].map(kind => path([...list === measured && list[0].threshold > least ? [{ ...list[0], threshold: least }] : [], ...within(list)].map(point => [x(point.threshold), y(point[kind])]), `curve ${kind} ${style}`));
  const chart = svg(width, height, say('threshold'), marks,
    measured ? curves(expected, 'faint') : null, curves(main, ''),
    line(x(figures.threshold), margin.top, x(figures.threshold), height - margin.bottom, 'used'),
    label(x(figures.threshold) + 5, height - margin.bottom - 7, say('chosen'), 'tick step'));
  const cursor = line(x(figures.threshold), margin.top, x(figures.threshold), height - margin.bottom, 'cursor');
  chart.append(cursor);
  const text = h('output', { class: 'readout' });
  const show = value => {
    const point = qualityAt(value);
    cursor.setAttribute('x1', x(value));
    cursor.setAttribute('x2', x(value));
    text.replaceChildren(h('b', {}, fill('readout', bits(value), probability(probabilityOf(value)))),
      fill('readoutValues', percent(point.precision, 2), percent(point.recall, 2), point.f1.toFixed(4), whole(Math.round(point.links))));
  };
  show(figures.threshold);
  const slider = h('input', {
    type: 'range', min: least, max: to, step: 0.5, value: figures.threshold, 'aria-label': say('moveThreshold'),
    // The middle of the thumb, 16 px wide, stands under the threshold that it means.
    vars: { 'margin-left': `${x(least) - 8}px`, width: `${x(to) - x(least) + 16}px` }, oninput: event => show(Number(event.target.value)),
  });
  return section('threshold', say('threshold'), say(measured ? 'measuredNote' : 'expectedNote'),
    least > figures.threshold - 2 ? h('p', { class: 'note' }, say(measured ? 'belowUnmeasured' : 'belowUnknown')) : null,
    h('div', { class: 'legend' }, ['precision', 'recall', 'f1'].map(kind => h('span', {}, h('i', { class: `stroke ${kind}` }), say(kind)))),
    chart, h('div', { class: 'slide' }, slider, text),
    report.measuredClusters ? h('p', { class: 'readout' }, h('b', {}, fill('afterClustering', bits(figures.threshold))),
      fill('clusterValues', percent(report.measuredClusters[0]), percent(report.measuredClusters[1]), report.measuredClusters[2].toFixed(4))) : null,
    h('h3', {}, say('distribution'), ' ', h('small', {}, say('logScale'))), histogram(report.weights, from - 10, Math.max(to, 10)), shownPairs(report.weights, from - 10));
}

function shownPairs(pairs, from) {
  const drawn = sum(pairs.filter(([weight]) => weight >= from), ([, count]) => count);
  return figures.compared > drawn ? h('p', { class: 'note' }, fill('pairsDrawn', whole(drawn), whole(figures.compared), bits(from, 0))) : null;
}

function histogram(pairs, from, to) {
  const width = widthOfMain(), height = 200;
  const kept = pairs.filter(([weight]) => weight >= from && weight <= to + 0.5);
  const byBit = new Map();
  kept.forEach(([weight, count]) => byBit.set(Math.floor(weight), (byBit.get(Math.floor(weight)) ?? 0) + count));
  if (!byBit.size) {
    return null;
  }
  const least = Math.min(...byBit.keys()), most = Math.max(...byBit.keys()) + 1;
  const top = Math.max(1, Math.ceil(Math.log10(1 + Math.max(...byBit.values()))));
  const ticks = [...Array(top + 1).keys()].map(power => [power / top, power ? short(10 ** power) : '1']);
  const { x, y, marks } = axes(width, height, least, Math.max(most, least + 4), ticks, say('pairsAxis'), say('weightAxis'));
  return svg(width, height, say('distribution'), marks,
    [...byBit].map(([weight, count]) => rect(x(weight) + 0.5, y(Math.log10(Math.max(1, count)) / top) - 1, x(weight + 1) - x(weight) - 1,
      height - margin.bottom - y(Math.log10(Math.max(1, count)) / top) + 1, weight + 0.5 >= figures.threshold ? 'bar-for' : 'bar-against', `${weight} … ${weight + 1}: ${whole(Math.round(count))}`)),
    line(x(figures.threshold), margin.top, x(figures.threshold), height - margin.bottom, 'used'));
}

function unlinkable() {
  const { sampled, unlinkable: lost, selfWeights, missing } = report.unlinkable;
  const from = Math.min(figures.threshold - 2, selfWeights[0]?.[0] ?? 0), to = Math.max(figures.threshold + 2, (selfWeights.at(-1)?.[0] ?? 0) + 1);
  const width = widthOfMain(), height = 240;
  const { x, y, marks } = axes(width, height, from, to, shares, say('unlinkableAxis'), say('thresholdAxis'));
  let below = 0;
  const points = [[x(from), y(0)]];
  for (const [weight, count] of selfWeights) {
    points.push([x(weight), y(share(below, sampled))]);
    below += count;
    points.push([x(Math.min(to, weight + 0.5)), y(share(below, sampled))]);
  }
  points.push([x(to), y(share(below, sampled))]);
  return section('unlinkable', say('unlinkable'), say('unlinkableNote'),
    h('p', { class: 'sentence' }, h('b', {}, lost ? fill('unlinkableFigure', percentOf(lost, sampled), whole(sampled), whole(lost)) : fill('unlinkableAll', whole(sampled)))),
    svg(width, height, say('unlinkable'), marks, path(points, 'curve recall'),
      line(x(figures.threshold), margin.top, x(figures.threshold), height - margin.bottom, 'used'), label(x(figures.threshold) + 5, margin.top + 10, say('chosen'), 'tick')),
    missing.length ? [h('h3', {}, say('missingTogether')),
      table(say('missingTogether'), [column(say('missingColumns')), column(say('records'), 'number'), column(say('shareOf'), 'number')],
        missing.map(entry => h('tr', {},
          cell(entry.columns.length ? entry.columns.map(place => h('span', { class: 'chip-flat' }, report.columns[place].name)) : h('span', { class: 'absent' }, say('nothing'))),
          number(whole(entry.rows)), number(percent(share(entry.rows, lost), 1)))))] : null);
}
