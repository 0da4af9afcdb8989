const lengthMin = 4
const distanceMax = 2

/**
 * The known name that was probably meant by a misspelt one: at most two letters wrong, missing or
 * too many (Levenshtein distance), in names of four letters or more. Of equally near names the
 * first one listed.
 */
export function findNearestName(name: string, known: Iterable<string>): string | undefined {
  if (name.length < lengthMin) return undefined
  let nearest: string | undefined
  let best = distanceMax + 1
  for (const candidate of known) {
    if (candidate.length < lengthMin || Math.abs(candidate.length - name.length) >= best) continue
    const distance = editDistance(name, candidate)
    if (distance < best) [nearest, best] = [candidate, distance]
  }
  return nearest
}

/** The known names that may have been meant by a misspelt one, as above, the nearest first. */
export function findNearNames(name: string, known: Iterable<string>): readonly string[] {
  if (name.length < lengthMin) return []
  return [...new Set(known)]
    .filter((candidate) => candidate.length >= lengthMin)
    .map((candidate) => ({candidate, distance: editDistance(name, candidate)}))
    .filter(({distance}) => distance <= distanceMax)
    .toSorted((left, right) => left.distance - right.distance)
    .map(({candidate}) => candidate)
}

function editDistance(left: string, right: string): number {
  let row = Array.from({length: right.length + 1}, (_, index) => index)
  for (let i = 1; i <= left.length; i++) {
    const next = [i]
    for (let j = 1; j <= right.length; j++) {
      const change = row[j - 1]! + (left[i - 1] === right[j - 1] ? 0 : 1)
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1))
    }
    row = next
  }
  return row[right.length]!
}
