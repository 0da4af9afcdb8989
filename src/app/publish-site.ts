import {begunPublishing, type Checksums, planPublishing} from '../emit/publishing.ts'
import type {PublishPlace} from './publish-place.ts'

/** What was done at a place. */
export interface Sent {
  readonly sent: number
  readonly removed: number
  readonly unchanged: number
}

/**
 * Makes a place hold the site, and notes there what it holds. Wherever this is cut off, the next
 * time ends with the same. Answers the files of others that are in the way, where there are any,
 * and does nothing.
 */
export async function publishTo(
  place: PublishPlace,
  wanted: Checksums,
  counted: (done: number, total: number) => void = () => {},
): Promise<Sent | {readonly foreign: readonly string[]}> {
  const published = (await place.published()) ?? new Map()
  const foreign = await place.differing([...wanted.keys()].filter((path) => !published.has(path)))
  if (foreign.length > 0) return {foreign}
  const {clear, send, remove} = planPublishing(wanted, published)
  let done = 0
  await place.note(begunPublishing(wanted, published))
  await place.remove(clear)
  const sent = await place.send(send, () => counted(++done, send.length))
  await place.remove(remove)
  await place.note(wanted)
  return {sent, removed: clear.length + remove.length, unchanged: send.length - sent}
}
