// A row of a table whose cells are text or elements of ours; the first cell names the row.

export function row(cells: readonly (string | Node)[]): HTMLTableRowElement {
  const made = document.createElement("tr");
  for (const [place, content] of cells.entries()) {
    const cell = document.createElement(place === 0 ? "th" : "td");
    if (cell instanceof HTMLTableCellElement && place === 0) cell.scope = "row";
    cell.append(content);
    made.append(cell);
  }
  return made;
}
