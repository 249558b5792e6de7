const parts = ['overview', 'map', 'indicators', 'counties', 'findings', 'quality', 'sources', 'method'];

function draw() {
  frame(say('title'), [fill('asOf', metrics.asOf), asOfFrom()].join(''), parts,
    [onlyBanner(), onlyNote(), overview(), map(), indicators(), counties(), findings(), quality(), sources(), method()], footer());
}

begin();
