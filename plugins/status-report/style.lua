-- How the page looks: light and dark, on paper, on a telephone.
return [[
:root { color-scheme: light dark; --line: #ccc; --quiet: #666; --bar: #4a7fb5; --back: #ddd; }
@media (prefers-color-scheme: dark) { :root { --line: #555; --quiet: #aaa; --bar: #7fb0e0; --back: #444; } }
body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 80rem; padding: 0 1rem;
  overflow-wrap: anywhere; }
h2 { margin-top: 2.5rem; }
.quiet { color: var(--quiet); font-size: .85em; }
.bar { display: inline-block; width: 4rem; height: .6rem; background: var(--back); border-radius: 3px; }
.bar i { display: block; height: 100%; background: var(--bar); border-radius: 3px; }
.state, .rating { display: inline-block; border-radius: 4px; padding: .1rem .4rem; color: #222; background: #ddd; }
.state.approved, .state.implemented { background: #9ecf9e; }
.state.in-review { background: #f7d774; }
.state.rejected, .state.superseded { background: #e76f6f; }
svg.map { width: 100%; max-width: 24rem; font-size: 11px; display: block; margin: 1rem 0; }
svg.map text { fill: currentColor; }
svg.map .count { fill: #111; font-size: 20px; font-weight: bold; }
svg.map .axis { font-weight: bold; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid var(--line); padding: .35rem .5rem; text-align: left; vertical-align: top; }
th { color: var(--quiet); font-weight: 600; white-space: nowrap; overflow-wrap: normal; }
@media screen and (max-width: 60rem) {
  thead { display: none; }
  table, tbody, tr, td { display: block; }
  tr { border: 1px solid var(--line); border-radius: 6px; margin: 0 0 1rem; padding: .25rem; }
  td { border: 0; }
  td:empty { display: none; }
  td::before { content: attr(data-label) ": "; color: var(--quiet); }
}
@media print {
  body { margin: 0; max-width: none; font-size: 9pt; }
  tr, svg { break-inside: avoid; }
  td { overflow-wrap: break-word; }
  td .quiet { overflow-wrap: anywhere; }
  .bar { width: 2rem; }
  h2 { break-after: avoid; }
  a { color: inherit; text-decoration: none; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
]]
