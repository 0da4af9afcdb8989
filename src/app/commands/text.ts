import {buffer} from 'node:stream/consumers'
import {type Checked, report, type Wording} from '../../base/diagnostic.ts'
import {type EditionTag, editionTags, type SourceScript, sourceScripts} from '../../base/script.ts'
import type {Glossary} from '../../text/convert.ts'
import {normaliseText} from '../../text/normalise-text.ts'
import {readNamed} from '../document.ts'
import {type ExitCode, exitCodes} from '../exit-code.ts'
import {decodeUtf8} from '../files.ts'
import {notUtf8} from '../problems.ts'
import type {Terminal} from '../terminal.ts'

/** What the filter was asked for, as it was typed. */
export interface TextArguments {
  readonly edition: string
  readonly script: string
  readonly lines: boolean
  readonly log?: string | undefined
  readonly glossary?: string | undefined
}

/**
 * Reads a text from a file or standard input, and prints it in one edition. What only an
 * option needs is loaded with the option.
 */
export async function filterText(
  path: string | undefined,
  args: TextArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const edition = editionTags.find((tag) => tag.toLowerCase() === args.edition.toLowerCase())
  const script = sourceScripts.find((known) => known === args.script)
  if (!edition) return misuse(terminal, '--edition', editionTags)
  if (!script && args.script !== 'auto')
    return misuse(terminal, '--script', ['auto', ...sourceScripts])
  const input = path === undefined ? decode(await buffer(process.stdin), '-') : await readText(path)
  const glossary = await readGlossary(args.glossary)
  terminal.report([...input.diagnostics, ...glossary.diagnostics])
  if (input.value === undefined || !glossary.value) return exitCodes.content
  return answer(input.value, edition, script, glossary.value, args, terminal)
}

async function answer(
  input: string,
  edition: EditionTag,
  script: SourceScript | undefined,
  glossary: Glossary,
  {lines, log}: TextArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const made = normaliseText(input, {edition, script, glossary, lines})
  if (log !== undefined) {
    const {writeNamed} = await import('../write.ts')
    await writeNamed(log, made.edits.map((edit) => `${JSON.stringify(edit)}\n`).join(''))
  }
  terminal.print(made.text)
  return exitCodes.ok
}

async function readText(path: string): Promise<Checked<string | undefined>> {
  const {value: bytes, diagnostics} = await readNamed(path)
  return bytes ? decode(bytes, path) : {value: undefined, diagnostics}
}

function decode(bytes: Uint8Array, file: string): Checked<string | undefined> {
  const value = decodeUtf8(bytes)
  return {value, diagnostics: value === undefined ? [report(notUtf8, {file}, {})] : []}
}

async function readGlossary(path: string | undefined): Promise<Checked<Glossary | undefined>> {
  if (path === undefined) return {value: {}, diagnostics: []}
  const {value, diagnostics} = await readText(path)
  if (value === undefined) return {value, diagnostics}
  const {parseGlossary} = await import('../../record/glossary.ts')
  return parseGlossary(path, value)
}

function misuse(terminal: Terminal, option: string, allowed: readonly string[]): ExitCode {
  const wording: Wording = {
    zh: `${option} 应为 ${allowed.join('、')} 之一`,
    en: `${option} is one of ${allowed.join(', ')}`,
  }
  terminal.complain(wording)
  return exitCodes.world
}
