/** One row of a table, or one item of an export: named values. */
export interface Row {
  /** What tells it from the others of its document: its number, from 1. */
  readonly part: string
  readonly values: ReadonlyMap<string, string>
}

/** The rows of tables, whose first line names the columns; rows without a value are left out. */
export function rowsOf(lines: readonly (readonly string[])[]): readonly Row[] {
  const [names = [], ...rest] = lines
  return rest.flatMap((cells, index) => {
    const values = new Map<string, string>()
    for (const [at, cell] of cells.entries()) {
      // What stands beyond the named columns is told by its place.
      if (cell.trim() !== '') values.set(names[at]?.trim() || `#${at + 1}`, cell)
    }
    return values.size === 0 ? [] : [{part: String(index + 1), values}]
  })
}
