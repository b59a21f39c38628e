// How our panels look: one sheet, adopted by our closed shadow root. The page's styles do not reach in.

export const THEME = `
/* Inside a dialog of the page its styles would count for more, were these not important. */
:host { all: initial !important; display: block !important; position: fixed !important; inset: 0 !important; z-index: 2147483647 !important;
  pointer-events: none !important; color-scheme: light dark !important; font: 14px/1.45 system-ui, sans-serif !important; color: var(--ink) !important;
  --ink: #1c2524; --soft: #51605e; --paper: #fff; --line: #dce4e2; --wash: #f2f7f6; --accent: #0f766e;
  --on-accent: #fff; --shadow: 0 1px 2px rgb(16 40 37 / .12), 0 8px 28px rgb(16 40 37 / .18); }
@media (prefers-color-scheme: dark) { :host { --ink: #e7eeed; --soft: #a5b4b1; --paper: #1a2221; --line: #35423f;
  --wash: #232d2b; --accent: #5eead4; --on-accent: #06302b; --shadow: 0 1px 2px rgb(0 0 0 / .5), 0 8px 28px rgb(0 0 0 / .55); } }
*, ::before, ::after { box-sizing: border-box; }
h2, p, ul, fieldset { margin: 0; padding: 0; border: 0; min-width: 0; }
h2 { font-size: 15px; line-height: 1.35; font-weight: 650; text-wrap: balance; }
ul { list-style: none; display: grid; gap: 6px; }
.panel { pointer-events: auto; background: var(--paper); color: var(--ink); border: 1px solid var(--line);
  border-radius: 10px; box-shadow: var(--shadow); padding: 14px 16px; display: grid; gap: 10px;
  overflow: auto; overscroll-behavior: contain; max-height: calc(100vh - 16px - var(--covered, 0px)); outline: none; animation: rise .12s ease-out; }
@keyframes rise { from { opacity: 0; translate: 0 3px; } }
.card { position: fixed; width: min(360px, calc(100vw - 16px)); }
.veil { pointer-events: auto; position: fixed; inset: 0 0 var(--covered, 0px); display: grid; place-items: center; padding: 8px; background: rgb(10 25 23 / .45); }
.hold { width: min(440px, 100%); padding: 20px; gap: 14px; }
.head { display: flex; align-items: center; gap: 8px; }
.head .close { margin-inline-start: auto; }
.mark { width: 18px; height: 18px; flex: none; fill: none; stroke: var(--accent); stroke-width: 1.8; }
.pill { font-size: 12px; line-height: 1; font-weight: 650; padding: 4px 8px; border-radius: 99px; border: 1px solid transparent; white-space: nowrap; }
.stop { background: #fee4e2; color: #97180f; } .fix { background: #ffead5; color: #93370d; }
.rethink { background: #dfeafd; color: #1b4596; } .polish { background: #d5f5ee; color: #115e56; }
@media (prefers-color-scheme: dark) { .stop { background: #55160f; color: #fecdc9; } .fix { background: #4a2306; color: #fddcab; }
  .rethink { background: #16325f; color: #c9defe; } .polish { background: #0d3f39; color: #b5f0e4; } }
.why { color: var(--soft); }
.quote { font-weight: 600; overflow-wrap: anywhere; }
.sources { border-top: 1px solid var(--line); padding-top: 10px; font-size: 12.5px; color: var(--soft); }
a { color: var(--accent); text-underline-offset: 2px; }
button { font: inherit; color: inherit; cursor: pointer; border-radius: 8px; border: 1px solid var(--line); background: var(--paper); padding: 7px 12px; text-align: start; min-height: 34px; }
button:hover { background: var(--wash); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.primary { background: var(--accent); color: var(--on-accent); border-color: var(--accent); font-weight: 600; }
.primary:hover { background: var(--accent); filter: brightness(1.08); }
[aria-disabled="true"] { opacity: .55; cursor: default; }
.fixes button { width: 100%; display: grid; gap: 2px; }
.fixes .new { color: var(--soft); font-size: 13px; overflow-wrap: anywhere; }
.quiet { border-color: transparent; background: none; color: var(--soft); padding: 4px 6px; min-height: 28px; font-size: 13px; }
.close { min-height: 28px; min-width: 28px; padding: 0; text-align: center; border-color: transparent; background: none; color: var(--soft); font-size: 17px; line-height: 1; }
.row { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
.row.dismiss { margin: 0 -6px -4px; gap: 2px 6px; }
details { border-top: 1px solid var(--line); padding-top: 10px; }
summary { cursor: pointer; color: var(--soft); border-radius: 4px; width: fit-content; }
.reasons { display: grid; gap: 8px; padding: 10px 0 12px; }
.reasons legend { padding: 8px 0 0; margin-bottom: 8px; font-weight: 600; }
/* Chromium ignores a click on selectable label text while anything is selected, and the draft may well be. */
.reasons label { user-select: none; display: flex; gap: 8px; align-items: baseline; cursor: pointer; }
input { accent-color: var(--accent); margin: 0; translate: 0 1px; }
[type="text"], [type="date"] { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--soft); border-radius: 8px; padding: 6px 10px; min-width: 0; }
.fault { color: #97180f; font-weight: 600; } .fault:empty { display: none; }
@media (prefers-color-scheme: dark) { .fault { color: #fecdc9; } }
/* Where there are more chips than half of the window holds, they scroll. The room around them is for their shadow. */
.tray { position: fixed; left: 50%; bottom: calc(8px + var(--covered, 0px)); translate: -50% 0; display: grid; grid-auto-rows: max-content; gap: 8px; justify-items: center;
  width: max-content; max-width: 100vw; max-height: calc((100vh - var(--covered, 0px)) / 2); padding: 8px; overflow: hidden auto; overscroll-behavior: contain; scrollbar-width: thin; }
.tray.top { top: calc(8px + var(--above, 0px)); bottom: auto; }
.tray .panel { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; padding: 8px 10px 8px 12px; font-size: 13px; max-width: 460px; box-shadow: 0 1px 7px rgb(0 0 0 / .3); }
.tray button { padding: 3px 10px; min-height: 28px; font-size: 13px; }
.tray .text { flex: 1 1 180px; }
.tray ul { flex: 1 1 100%; }
.heard { position: fixed; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.card, .veil { z-index: 2; } .tray { z-index: 1; }
.mirror { position: fixed; overflow: hidden; transform-origin: 0 0; pointer-events: none; color: transparent; border-color: transparent; border-style: solid; }
.mirror.line { white-space: pre; } .mirror.lines { white-space: pre-wrap; overflow-wrap: break-word; }
@media (prefers-reduced-motion: reduce) { *, ::before, ::after { animation: none !important; transition: none !important; } }
@media (forced-colors: active) { .panel, button, .pill { border-color: CanvasText; } .mark { stroke: CanvasText; } :focus-visible { outline-color: Highlight; } }
`;

/** An underline per severity: apart by shape as well as by color, and readable on a light and on a dark page. */
export const UNDERLINES = {
  stop: "underline wavy 2px #e5383b",
  fix: "underline solid 2.5px #e07a10",
  rethink: "underline dashed 2px #2f7de1",
  polish: "underline dotted 2px #0f968a",
} as const;

/** In forced colors the page's palette is the person's own; the shapes remain. */
export const FORCED_COLOR = "LinkText";
