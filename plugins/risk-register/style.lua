-- How the page looks: light and dark, on paper, on a telephone.
return [[
:root { color-scheme: light dark; --line: #ccc; --quiet: #666; }
@media (prefers-color-scheme: dark) { :root { --line: #555; --quiet: #aaa; } }
body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 90rem; padding: 0 1rem; }
.maps { display: flex; flex-wrap: wrap; gap: 2rem; margin: 1rem 0; }
svg.map { width: 100%; max-width: 26rem; font-size: 11px; }
svg.map text { fill: currentColor; }
svg.map .rating { fill: #444; font-size: 10px; }
svg.map .count { fill: #111; font-size: 20px; font-weight: bold; }
svg.map .axis { font-weight: bold; }
table { border-collapse: collapse; width: 100%; table-layout: auto; }
th, td { border-bottom: 1px solid var(--line); padding: .35rem .5rem; text-align: left; vertical-align: top;
  overflow-wrap: anywhere; }
th { color: var(--quiet); font-weight: 600; white-space: nowrap; overflow-wrap: normal; min-width: 4.4rem; }
.quiet { color: var(--quiet); font-size: .85em; }
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
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
]]
