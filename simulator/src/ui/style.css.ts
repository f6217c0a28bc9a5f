/** The one stylesheet: restrained, after NetSuite's look; readable from 320 pixels up, by keyboard and when printed. */
export const STYLE = `
:root { --ink: #262626; --muted: #5a6067; --line: #d5d9dd; --head: #e8edf2; --bar: #24516d; --accent: #1f5f99; --paper: #fff; }
* { box-sizing: border-box; }
body { margin: 0; font: 14px/1.45 "Oracle Sans", "Open Sans", "Segoe UI", Roboto, Helvetica, Arial, sans-serif; color: var(--ink); background: #f4f5f7; }
a { color: var(--accent); }
:focus-visible { outline: 2px solid #0b66c3; outline-offset: 1px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -9999px; } .skip:focus { left: 8px; top: 8px; background: #fff; padding: 4px 8px; z-index: 1; }
header.bar { background: var(--bar); color: #fff; display: flex; flex-wrap: wrap; gap: 4px 20px; align-items: center; padding: 8px 20px; }
header.bar strong { font-size: 15px; } header.bar a { color: #fff; text-decoration: none; padding: 4px 2px; } header.bar a:hover { text-decoration: underline; }
header.bar nav { display: flex; flex-wrap: wrap; gap: 4px 18px; } header.bar .who { margin-left: auto; font-size: 13px; }
main { max-width: 1600px; margin: 0 auto; padding: 14px 20px 40px; }
h1 { font-size: 22px; font-weight: 600; margin: 4px 0 14px; } h2 { font-size: 16px; margin: 18px 0 8px; } h3 { font-size: 14px; margin: 14px 0 6px; }
.breadcrumbs { font-size: 12px; color: var(--muted); } .crosslinks { float: right; font-size: 13px; } .crosslinks a { margin-left: 14px; }
form, .sheet { background: var(--paper); border: 1px solid var(--line); border-radius: 4px; padding: 14px 16px; margin-bottom: 16px; }
.buttons { display: flex; flex-wrap: wrap; gap: 8px; margin: 0 0 12px; }
button, .button { font: inherit; padding: 5px 14px; border: 1px solid #a9b2bb; border-radius: 3px; background: linear-gradient(#fff, #eceff2); color: var(--ink); cursor: pointer; text-decoration: none; display: inline-block; }
button:hover, .button:hover { border-color: #6f7c88; } button:disabled { color: #8b9198; cursor: default; }
button.primary { background: var(--accent); border-color: var(--accent); color: #fff; font-weight: 600; }
.columns { columns: 320px 3; column-gap: 36px; } .columns .field { break-inside: avoid; } .columns .inlinehtml { column-span: all; }
.columns.broken { columns: auto; display: grid; grid-template-columns: repeat(auto-fit, minmax(260px, 1fr)); gap: 0 36px; }
.single .columns { columns: auto; }
.field { margin: 0 0 12px; } .field > .label { display: flex; gap: 6px; align-items: center; font-size: 12px; color: var(--muted); margin-bottom: 2px; }
.field.choice { display: flex; gap: 6px; align-items: center; }
.field .value { min-height: 1.4em; display: block; overflow-wrap: anywhere; }
input:not([type=checkbox]):not([type=radio]):not([type=file]), select, textarea { font: inherit; width: 100%; max-width: 420px; padding: 4px 6px; border: 1px solid #b6bec6; border-radius: 3px; background: #fff; color: inherit; }
textarea { max-width: 100%; } input[size] { width: auto !important; } input.number { text-align: right; }
input[readonly], textarea[readonly], select:disabled { background: #eef0f2; color: #4b5157; }
.mandatory { color: #b3261e; text-decoration: none; font-weight: 700; }
.label-only { font-weight: 600; } .help-only { color: var(--muted); font-style: italic; }
details.help { display: inline-block; font-size: 12px; } details.help summary { list-style: none; cursor: pointer; width: 16px; height: 16px; line-height: 15px; text-align: center; border: 1px solid #9aa4ad; border-radius: 50%; color: var(--muted); }
details.help[open] > span { display: block; max-width: 380px; padding: 4px 0; color: var(--ink); }
.group { border: 0; border-top: 1px solid var(--line); margin: 14px 0 0; padding: 10px 0 0; } .group.borderless { border-top: 0; }
.group > legend, .group > summary { font-weight: 600; padding: 0 10px 0 0; } .group > summary { cursor: pointer; margin-bottom: 8px; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; background: #fff; }
th, td { text-align: left; vertical-align: top; padding: 5px 9px; border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
thead th { background: var(--head); font-size: 12px; font-weight: 600; color: #3d464e; overflow-wrap: normal; }
tbody tr:nth-child(even) { background: #fafbfc; } tbody tr:hover { background: #f1f6fb; } table.plain tbody tr { background: none; }
tfoot td, tfoot th { font-weight: 600; border-top: 2px solid var(--line); }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; } .center { text-align: center; } tr.none td { color: var(--muted); }
.tablist { display: flex; flex-wrap: wrap; gap: 2px; border-bottom: 2px solid var(--bar); margin: 18px 0 12px; }
.tablist button { border: 0; border-radius: 3px 3px 0 0; background: var(--head); padding: 6px 16px; } .tablist button[aria-selected=true] { background: var(--bar); color: #fff; font-weight: 600; }
.tabs.live > .panel > h2:first-child { display: none; }
.message { border: 1px solid; border-left-width: 5px; border-radius: 3px; padding: 9px 14px; margin: 0 0 12px; }
.message.confirmation { background: #eaf6ea; border-color: #3c8a3f; } .message.information { background: #eaf2fb; border-color: #2f73b5; }
.message.warning { background: #fff6df; border-color: #c08a00; } .message.error { background: #fdecea; border-color: #b3261e; }
dl.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(240px, 1fr)); gap: 10px 24px; margin: 0; } dl.facts dt { color: var(--muted); font-size: 12px; } dl.facts dd { margin: 0; overflow-wrap: anywhere; }
td.fixed { white-space: nowrap; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; font: 12px/1.4 ui-monospace, Menlo, Consolas, monospace; }
.level { font-size: 12px; font-weight: 600; } .level.ERROR, .level.EMERGENCY { color: #b3261e; } .level.AUDIT { color: #7a4f00; } .pager { display: flex; gap: 12px; align-items: center; margin-top: 10px; }
@media print { header.bar, .buttons, .tablist { display: none; } body { background: #fff; } }
`;
