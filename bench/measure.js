const rounds = 21

/**
 * How long the processor works on each task, in milliseconds: the median of rounds in which all of
 * them have a turn, so that whatever else the machine does falls on all alike.
 * @param {readonly (() => void)[]} tasks
 * @returns {readonly number[]}
 */
export function measure(tasks) {
  for (const run of tasks) for (let count = 0; count < 5; count++) run()
  /** @type {number[][]} */
  const times = tasks.map(() => [])
  for (let round = 0; round < rounds; round++) {
    for (const [index, run] of tasks.entries()) {
      const begun = process.cpuUsage()
      run()
      const {user, system} = process.cpuUsage(begun)
      times[index]?.push((user + system) / 1000)
    }
  }
  return times.map(median)
}

/** The middle one of some numbers. @param {readonly number[]} numbers */
export function median(numbers) {
  return numbers.toSorted((left, right) => left - right)[numbers.length >> 1] ?? Number.NaN
}

/** Prints a table with a heading, in Markdown. @param {string} heading @param {readonly string[]} columns @param {readonly (readonly (string | number)[])[]} rows */
export function printTable(heading, columns, rows) {
  const lines = [columns, columns.map((_, index) => (index === 0 ? '---' : '--:')), ...rows]
  const table = lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
  process.stdout.write(`### ${heading}\n\n${table}\n\n`)
}
