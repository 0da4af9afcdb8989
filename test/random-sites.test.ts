import process from 'node:process'
import {expect, test} from 'vitest'
import {formatDiagnostic, isError} from '../src/base/diagnostic.ts'
import {readArchive} from './support/archive.ts'
import {type BuiltSite, buildSiteOf} from './support/check.ts'
import {checkNesting, findBrokenLinks} from './support/html.ts'
import {sequence} from './support/random.ts'
import {type RandomSite, randomSite, secret, shrinkSite} from './support/random-sites.ts'
import {parseXml} from './support/xml.ts'

// The suite makes a few; `SITES=1000 npx vitest run --reporter=verbose test/random-sites.test.ts` many.
const sites = Number(process.env['SITES'] ?? 25)

/** Everything that is wrong with a built site, which has to be nothing. */
function faultsOf(archive: string, {files, snapshot}: BuiltSite): readonly string[] {
  const sources = readArchive(archive)
  const misplaced = snapshot.diagnostics.flatMap((each) => {
    const {file, place, reason, advice} = each
    const lines = file === undefined ? undefined : sources.get(file)?.split('\n')
    const isOutside =
      place &&
      !(lines && place.column >= 1 && place.column <= (lines[place.line - 1]?.length ?? -1) + 1)
    const isMute = [reason, advice].some((words) => words && !(words.zh && words.en))
    return isOutside || isMute ? [formatDiagnostic(each, 'zh')] : []
  })
  // With an error nothing is published.
  if (snapshot.diagnostics.some(isError)) return misplaced
  const malformed = [...files].flatMap(([path, body]) => {
    const check = checks.find(([ending]) => path.endsWith(ending))?.[1]
    try {
      check?.(body)
      return []
    } catch (error) {
      return [`${path}: ${String(error)}`]
    }
  })
  const told = [...files].filter(([, body]) => body.includes(secret)).map(([path]) => path)
  return [...misplaced, ...malformed, ...findBrokenLinks(files), ...told]
}

const checks: readonly (readonly [ending: string, check: (body: string) => unknown])[] = [
  ['.html', checkNesting],
  ['.xml', parseXml],
  ['.json', JSON.parse],
]

async function tryToBuild(
  site: RandomSite,
): Promise<{readonly faults: readonly string[]; readonly isPublished: boolean}> {
  try {
    const archive = site.join('')
    const built = await buildSiteOf(archive)
    const isPublished = !built.snapshot.diagnostics.some(isError)
    return {faults: faultsOf(archive, built), isPublished}
  } catch (error) {
    const trace = error instanceof Error ? error.stack : undefined
    return {faults: [trace ?? String(error)], isPublished: false}
  }
}

const hasFaults = async (site: RandomSite): Promise<boolean> =>
  (await tryToBuild(site)).faults.length > 0

test('whatever a site is made of, it is built whole or its mistakes are placed', {
  timeout: 20_000 + 1000 * sites,
}, async ({annotate}) => {
  let published = 0
  for (let seed = 1; seed <= sites; seed++) {
    const site = randomSite(sequence(seed))
    const {faults, isPublished} = await tryToBuild(site)
    if (faults.length > 0) {
      const small = await shrinkSite(site, hasFaults)
      expect((await tryToBuild(small)).faults, `seed ${seed}\n${small.join('')}`).toEqual([])
    }
    if (isPublished) published++
  }
  expect(published).toBeGreaterThan(sites / 4)
  await annotate(`${sites} sites, of which ${published} had no errors and were published`)
})

test('a fault is found, and shown by the smallest site that has it', async () => {
  const fails = async (site: RandomSite): Promise<boolean> => site.join('').includes('第三行')
  const small = await shrinkSite(['-- a --\n一\n', '-- b --\n第二行\n第三行\n四\n'], fails)
  expect(small).toEqual(['-- b --\n第三行\n'])
})
