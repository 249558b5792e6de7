const clustersOnPage = () => (state.printing ? 4 : 6);
const mostLabels = 20, mostEdges = 40;
const nameOfRow = place => (place < 26 ? String.fromCharCode(65 + place) : String(place + 1));

function clusters() {
  const orders = {
    doubt: (a, b) => (a.doubt ?? -Infinity) - (b.doubt ?? -Infinity) || b.size - a.size,
    size: (a, b) => b.size - a.size || (a.doubt ?? 0) - (b.doubt ?? 0),
  };
  const named = (row, wanted) => [row.id, row.person].some(id => id?.toLowerCase().includes(wanted));
  const found = () => {
    const wanted = state.clusterText.trim().toLowerCase();
    return report.clusters.examples.filter(group => !wanted || group.rows.some(place => named(report.rows[place], wanted))).sort(orders[state.clusterOrder]);
  };
  const [above, below] = filteredList(found, clustersOnPage, 'clusterPage', cluster, 'noSuchCluster');
  const most = Math.max(1, ...report.clusters.sizes.map(([, count]) => Math.log10(1 + count)));
  return section('clusters', say('clusters'), say('clustersNote'),
    h('h3', {}, say('sizes'), ' ', h('small', {}, say('barScale'))),
    h('div', { class: 'sizes' }, report.clusters.sizes.slice(0, 24).map(([rows, count]) => h('div', { class: 'mu-row' },
      h('span', { class: 'what' }, fill('sizeIs', whole(rows))), h('span', { class: 'lane' }, h('span', { class: 'for', vars: { left: '0', width: `${100 * Math.log10(1 + count) / most}%` } })),
      h('span', { class: 'value' }, fill('sizePersons', whole(count)))))),
    report.clusters.examples.length ? [
      h('div', { class: 'filters' }, choice('clusterOrder', ['doubt', 'size'], 'clusterPage'),
        h('input', {
          type: 'search', value: state.clusterText, 'data-search': 'cluster', 'aria-label': say('searchId'), placeholder: say('searchId'),
          oninput: event => { Object.assign(state, { clusterText: event.target.value, clusterPage: 0 }); below.again(); },
        }),
        above),
      h('p', { class: 'note' }, fill('clusterChoice', whole(report.clusters.examples.length), whole(figures.withSeveral))),
      below] : h('p', {}, say('noClusters')));
}

function cluster(group) {
  const weakest = group.edges[group.weakest];
  return h('article', { class: 'finding cluster-card' },
    h('h3', {}, h('b', {}, fill('clusterTitle', whole(group.size), whole(group.links))), h('span', { class: 'tag' },
      weakest && group.links > 1 ? fill('weakestLink', bits(weakest[2]), nameOfRow(weakest[0]), nameOfRow(weakest[1])) : group.doubt === undefined ? say('byReviewer') : fill('doubtOf', bits(group.doubt)))),
    // Of two records a picture says no more than the line above it.
    group.rows.length > 2 ? h('div', { class: 'beside graph' }, graph(group), members(group)) : members(group));
}

// Of many links those that hold the cluster together, from the strongest down, and the strongest of the others, neighbours first.
function edgesDrawn(group) {
  const all = [...group.edges.keys()], count = group.rows.length;
  if (all.length <= mostEdges) {
    return all;
  }
  const apart = i => Math.min(Math.abs(group.edges[i][0] - group.edges[i][1]), count - Math.abs(group.edges[i][0] - group.edges[i][1]));
  const order = all.sort((a, b) => group.edges[b][3] - group.edges[a][3] || group.edges[b][2] - group.edges[a][2] || apart(a) - apart(b));
  const root = group.rows.map((_, i) => i);
  const top = i => { let at = i; while (root[at] !== at) { at = root[at]; } return at; };
  const tree = order.filter(i => {
    const [a, b] = [top(group.edges[i][0]), top(group.edges[i][1])];
    root[a] = b;
    return a !== b || i === group.weakest;
  });
  const kept = new Set(tree);
  return [...tree, ...order.filter(i => !kept.has(i)).slice(0, Math.max(0, mostEdges - tree.length))];
}

function graph(group) {
  const count = group.rows.length, few = count <= 3;
  const size = few ? 240 : count <= 12 ? 320 : 420, height = few ? (count === 2 ? 110 : 210) : size, radius = few ? 84 : size / 2 - 26;
  const centre = [size / 2, count === 3 ? 122 : height / 2];
  const at = i => { const turn = 2 * Math.PI * i / count - (count === 2 ? Math.PI : Math.PI / 2); return [centre[0] + radius * Math.cos(turn), centre[1] + radius * Math.sin(turn)]; };
  const most = Math.max(1, ...group.edges.map(edge => edge[2]));
  const drawn = edgesDrawn(group).sort((a, b) => (a === group.weakest) - (b === group.weakest) || group.edges[a][3] - group.edges[b][3]);
  const placed = [];
  const free = box => placed.every(other => Math.abs(box[0] - other[0]) > box[2] + other[2] || Math.abs(box[1] - other[1]) > 17)
    && group.rows.every((_, i) => { const [x, y] = at(i); return Math.abs(box[0] - x) > box[2] + 13 || Math.abs(box[1] - y) > 21; });
  const picture = svg(size, height, `${fill('clusterTitle', group.size, group.links)}`,
    drawn.map(i => {
      const [a, b, weight, isLink] = group.edges[i], [x1, y1] = at(a), [x2, y2] = at(b);
      const edge = shape('line', {
        x1, y1, x2, y2, class: i === group.weakest ? 'edge weakest' : isLink ? 'edge' : 'edge off', 'stroke-width': i === group.weakest ? 7 : isLink ? 1 + 3 * Math.max(0, weight) / most : 1,
      }, shape('title', {}, `${nameOfRow(a)} – ${nameOfRow(b)}: ${bits(weight)}`));
      return i === group.weakest ? [edge, line(x1, y1, x2, y2, 'edge inner')] : edge;
    }),
    // The weakest link has the first choice of a place; one that finds none is told by its title alone.
    [...drawn].reverse().filter(i => drawn.length <= mostLabels || i === group.weakest).map(i => {
      const [a, b, weight] = group.edges[i], [x1, y1] = at(a), [x2, y2] = at(b);
      const text = bits(weight);
      const places = [0.5, 0.38, 0.62, 0.3, 0.7, 0.24, 0.76].map(part => [x1 + (x2 - x1) * part, y1 + (y2 - y1) * part, 3.6 * text.length]);
      const box = places.find(free) ?? (i === group.weakest ? places[0] : null);
      if (!box) {
        return null;
      }
      placed.push(box);
      const [x, y] = box;
      return [rect(x - 3.6 * text.length, y - 9, 7.2 * text.length, 17, 'plate'), label(x, y + 4, text, i === group.weakest ? 'step strong alarm' : 'step', 'middle')];
    }),
    group.rows.map((_, i) => { const [x, y] = at(i); return [shape('circle', { cx: x, cy: y, r: count > 26 ? 10 : 13, class: 'node' }), label(x, y + 4.5, nameOfRow(i), 'node-name', 'middle')]; }));
  return h('div', {}, picture, drawn.length < group.edges.length ? h('p', { class: 'note' }, fill('edgesShown', whole(drawn.length), whole(group.edges.length))) : null);
}

function members(group) {
  const weakest = group.links > 1 ? group.edges[group.weakest]?.slice(0, 2) ?? [] : [];
  return h('div', {}, table(say('clusters'), [column(''), column(say('record')), report.columns.map(entry => column(entry.name))],
    group.rows.map((place, i) => {
      const row = report.rows[place];
      return h('tr', {}, h('th', { scope: 'row', class: weakest.includes(i) ? 'at-weakest' : null }, nameOfRow(i)), h('td', {}, idOf(row)), row.values.map(value => h('td', { class: (value ?? '').length > 24 ? 'long' : null }, value ?? h('span', { class: 'blank' }, '–'))));
    }), 'members stacked'),
  group.size > group.rows.length ? h('p', { class: 'note' }, fill('moreRows', whole(group.size - group.rows.length))) : null);
}
