/** The look of the pages that the collector draws itself. It is their own: they work before anything else is built. */
import { type ServedFile, servedText } from './files.ts'

const css = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#f3f5f1, #0f1512);
  --panel: light-dark(#fdfefc, #161e1a);
  --ink: light-dark(#16221c, #e4ebe6);
  --quiet: light-dark(#526159, #98a89f);
  --line: light-dark(#dce2d9, #28332d);
  --edge: light-dark(#7f8d84, #67776e);
  --accent: light-dark(#0b5e48, #7ad6b3);
  --on-accent: light-dark(#ffffff, #06231a);
  --bad: light-dark(#a3241b, #ff9a8f);
  font: 1rem/1.5 system-ui, sans-serif;
}
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink) }
main {
  max-width: 26rem;
  margin: min(12vh, 6rem) auto 2rem;
  padding: 2rem;
  background: var(--panel);
  border: 1px solid var(--line);
  border-radius: 8px;
}
main.wide { max-width: 60rem; margin-top: 2rem }
h1 { font-size: 1.4rem; line-height: 1.25; margin: 0 0 1rem }
h2 { font-size: 1.05rem; margin: 2.5rem 0 0.25rem }
h2 + p { margin-top: 0 }
.brand { margin: 0 0 1.5rem; font-weight: 650; color: var(--accent) }
.quiet, small { color: var(--quiet) }
label { display: block; font-weight: 550; margin-top: 1rem }
input {
  display: block;
  width: 100%;
  min-height: 2.75rem;
  margin: 0.25rem 0;
  padding: 0.4rem 0.75rem;
  font: inherit;
  color: inherit;
  background: var(--paper);
  border: 1px solid var(--edge);
  border-radius: 8px;
}
button {
  width: 100%;
  min-height: 2.75rem;
  margin-top: 1.5rem;
  font: inherit;
  font-weight: 600;
  color: var(--on-accent);
  background: var(--accent);
  border: 0;
  border-radius: 8px;
  cursor: pointer;
}
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
.wrong { margin: 0 0 1rem; padding: 0.6rem 0.9rem; color: var(--bad); border: 1px solid; border-radius: 8px }
a { color: var(--accent) }
code { font: 0.9em ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace; overflow-wrap: anywhere }
.scroll { overflow-x: auto }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 1rem 0.35rem 0; border-top: 1px solid var(--line) }
th { font-weight: 550; white-space: nowrap }
@media (max-width: 30rem) {
  main, main.wide { margin: 0; min-height: 100vh; border: 0; border-radius: 0; padding: 1.5rem }
}
`

export const pageStyle: ServedFile = servedText(css, 'text/css; charset=utf-8')
export const pageStylePath = `/pages.css?v=${pageStyle.hash}`
