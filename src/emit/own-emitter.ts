import type {OutputPath} from '../base/brand.ts'
import {type Checked, report} from '../base/diagnostic.ts'
import {ExtensionError, runExtension} from '../base/extension.ts'
import {extensionFailed} from '../base/problems.ts'
import type {Page} from '../site/plan.ts'
import type {Site} from '../site/site.ts'
import type {OutputFile} from './output.ts'

/** A maker of files about the whole site that a site adds. It cannot write. */
export interface OwnEmitter {
  readonly name: string
  /** Files by their paths from the top of the site, with `/`: `calendar/2024.ics`. */
  readonly emit: (site: Site, pages: readonly Page[]) => readonly OwnFile[]
}

export interface OwnFile {
  readonly path: string
  readonly body: string | Uint8Array
}

/** The files of an emitter; none, and a message with its name, where it breaks off. */
export function runOwnEmitter(
  {name, emit}: OwnEmitter,
  site: Site,
  pages: readonly Page[],
): Checked<readonly OutputFile[]> {
  try {
    const value = runExtension(name, () =>
      emit(site, pages).map(({path, body}) => ({path: toOutputPath(path), body, from: name})),
    )
    return {value, diagnostics: []}
  } catch (error) {
    if (!(error instanceof ExtensionError)) throw error
    const details = {name, message: error.message}
    return {value: [], diagnostics: [report(extensionFailed, {file: 'dibao.config.mjs'}, details)]}
  }
}

/** Whatever an emitter answers, it must lie in the published site. */
function toOutputPath(path: string): OutputPath {
  const isPlain = path.split('/').every((part) => part !== '' && !part.startsWith('.'))
  if (!isPlain || /[\\:\0]/.test(path)) throw new Error(`${path} is no path inside the site`)
  return path as OutputPath
}
