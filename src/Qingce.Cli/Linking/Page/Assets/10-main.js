const parts = ['overview', 'fit', 'weights', 'probabilities', 'blocking', 'threshold', 'unlinkable', 'patterns', 'clusters', 'columns'];

function draw() {
  frame(say('title'), report.sources.map(source => source.name).join(chinese() ? '、' : ', '), parts,
    [overview(), fit(), weights(), probabilities(), blocking(), threshold(), unlinkable(), patterns(), clusters(), columns()],
    h('footer', {}, h('p', {}, fill('versions', report.program, report.model)), h('p', {}, say('offline'))));
}

// Charts are drawn for the width there is, so that their letters stay readable.
let drawnFor = document.documentElement.clientWidth;
window.addEventListener('resize', () => {
  if (!state.printing && document.documentElement.clientWidth !== drawnFor) {
    drawnFor = document.documentElement.clientWidth;
    change({}, null);
  }
});
window.addEventListener('beforeprint', () => change({ printing: true }, null));
window.addEventListener('afterprint', () => change({ printing: false }, null));

begin();
