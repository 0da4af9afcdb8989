import {join, resolve} from 'node:path'
import {pathToFileURL} from 'node:url'
import {z} from 'zod'
import type {OwnStep} from '../article/own-step.ts'
import type {CompileExtensions} from '../article/settings.ts'
import type {Digest} from '../base/brand.ts'
import {type Checked, report} from '../base/diagnostic.ts'
import {digestOf, digestOfList} from '../base/digest.ts'
import {ruleName} from '../base/rule-names.ts'
import type {OwnEmitter} from '../emit/own-emitter.ts'
import type {OwnListing} from '../site/own-listing.ts'
import {extensionFiles} from '../site/site-files.ts'
import type {OwnTextRule} from '../text/own-rule.ts'
import {badExtensions, extensionsNotLoaded} from './extension-problems.ts'
import {exists, readBytes} from './files.ts'
import type {SiteFolder} from './site-folder.ts'

/** What `dibao.config.mjs` may export by default: what a site adds to the program, by its kinds. */
export interface ExtensionConfig {
  readonly textRules?: readonly OwnTextRule[]
  readonly steps?: readonly OwnStep[]
  readonly listings?: readonly OwnListing[]
  readonly emitters?: readonly OwnEmitter[]
}

/** What a site adds to the program, as each part of it is given its share. */
export interface Extensions {
  readonly compile: CompileExtensions
  readonly listings: readonly OwnListing[]
  readonly emitters: readonly OwnEmitter[]
}

const name = z.string().regex(/^[a-z][a-z0-9-]*$/)
const code = z.custom<never>((value) => typeof value === 'function')
const schema = z.strictObject({
  textRules: z
    .array(
      z.strictObject({
        name: name.refine((each) => ruleName(each, 'zh-Hans') === each),
        edits: code,
      }),
    )
    .default([]),
  steps: z
    .array(z.strictObject({name, phase: z.enum(['source', 'edition']), run: code}))
    .default([]),
  listings: z
    .array(z.strictObject({key: name, title: z.string().min(1), keysOf: code}))
    .default([]),
  emitters: z.array(z.strictObject({name, emit: code})).default([]),
})

/** Loads what a site adds. It is code, and may do whatever a program may. */
export async function loadExtensions({root}: SiteFolder): Promise<Checked<Extensions | undefined>> {
  for (const file of extensionFiles) {
    const path = join(root, file)
    if (!(await exists(path))) continue
    const fingerprint = await fingerprintOf(root, path)
    // Another text under the same name is another module.
    const address = `${pathToFileURL(path).href}?${fingerprint.slice(0, 16)}`
    try {
      const loaded: {default?: unknown} = await import(address)
      return checkExtensions(file, loaded.default, fingerprint)
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      return {value: undefined, diagnostics: [report(extensionsNotLoaded, {file}, {message})]}
    }
  }
  return {value: undefined, diagnostics: []}
}

function checkExtensions(
  file: string,
  exported: unknown,
  fingerprint: Digest,
): Checked<Extensions | undefined> {
  const result = schema.safeParse(exported)
  if (!result.success) {
    const at = result.error.issues.map(({path, code: kind, ...issue}) =>
      [...path, ...(kind === 'unrecognized_keys' && 'keys' in issue ? issue.keys : [])].join('.'),
    )
    const diagnostics = [...new Set(at)].map((where) => report(badExtensions, {file}, {where}))
    return {value: undefined, diagnostics}
  }
  const {textRules, steps, listings, emitters} = result.data
  return {value: {compile: {fingerprint, textRules, steps}, listings, emitters}, diagnostics: []}
}

/**
 * Digest of everything that decides what the extensions do: their module, the modules that it
 * imports from files beside it, and theirs, and what npm notes of the packages of the site.
 */
async function fingerprintOf(root: string, path: string): Promise<Digest> {
  const found = new Map<string, Digest>()
  const open = [path]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const bytes = found.has(next) ? undefined : await readBytes(next)
    if (!bytes) continue
    found.set(next, digestOf(bytes))
    const text = new TextDecoder().decode(bytes)
    // Whatever looks like the name of a file beside it; a name too many only costs a reading.
    for (const [, , named = ''] of text.matchAll(/(['"])(\.{1,2}\/[^'"\n]+)\1/g)) {
      open.push(resolve(next, '..', named))
    }
  }
  const packages = await readBytes(join(root, 'node_modules', '.package-lock.json'))
  return digestOfList([digestOf(packages ?? ''), ...[...found.values()].toSorted()])
}
