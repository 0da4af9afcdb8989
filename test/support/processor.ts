import process from 'node:process'

/**
 * How many times as long the processor works on the large task as on the small one, each at its
 * best of three: what else the machine does makes no difference. A small task counts as 2 ms at least.
 */
export function growth(small: () => void, large: () => void): number {
  small()
  const best = (task: () => void): number => Math.min(...[1, 2, 3].map(() => processorTime(task)))
  return best(large) / Math.max(2, best(small))
}

function processorTime(task: () => void): number {
  const begun = process.cpuUsage()
  task()
  const {user, system} = process.cpuUsage(begun)
  return (user + system) / 1000
}
