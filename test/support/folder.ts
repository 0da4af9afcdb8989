import {spawn} from 'node:child_process'
import {existsSync} from 'node:fs'
import {cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join, resolve} from 'node:path'
import process from 'node:process'
import {onTestFinished} from 'vitest'
import {type SiteFolder, toSiteFolder} from '../../src/app/site-folder.ts'
import type {Terminal} from '../../src/app/terminal.ts'
import {formatDiagnostic, type Language} from '../../src/base/diagnostic.ts'
import {digestOf} from '../../src/base/digest.ts'
import {readArchive} from './archive.ts'

/** An empty folder of this test's own, removed when the test is over. */
export async function makeFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'dibao-test-')))
  onTestFinished(() => rm(folder, {recursive: true, force: true, maxRetries: 3}))
  return folder
}

/** A site on the disk, in a folder of this test's own, with the files of an archive. */
export async function makeSite(archive: string): Promise<SiteFolder> {
  const root = await makeFolder()
  await put(root, archive)
  return toSiteFolder(root)
}

/** Writes the files of an archive over what is in a folder. */
export async function put(root: string, archive: string): Promise<void> {
  for (const [path, text] of readArchive(archive)) {
    await mkdir(dirname(join(root, path)), {recursive: true})
    await writeFile(join(root, path), text)
  }
}

/** This repository's own site, whole, in a folder of this test's own. */
export async function copySampleSite(): Promise<SiteFolder> {
  const root = await makeFolder()
  for (const name of ['content', 'public', 'dibao.yml']) {
    await cp(resolve(name), join(root, name), {recursive: true})
  }
  return toSiteFolder(root)
}

/** The digest of every file in a folder, hidden ones too, by path. */
export async function digestsIn(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true})
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  const digests = paths
    // They tell the times of the files of one folder, and nothing of what is in them.
    .filter((path) => !/[\\/]\.cache[\\/](?:last-build|records)\.json$/.test(join('/', path)))
    .toSorted()
    .map(async (path) => [path, digestOf(await readFile(join(folder, path)))] as const)
  return Object.fromEntries(await Promise.all(digests))
}

/** What a server would send of a published site, by path; nothing where there is none. */
export async function servedIn(output: string): Promise<Readonly<Record<string, string>>> {
  const all = existsSync(output) ? await digestsIn(output) : {}
  return Object.fromEntries(Object.entries(all).filter(([path]) => !path.startsWith('.dibao/')))
}

/** A terminal that keeps what was written to it. */
export interface RecordingTerminal extends Terminal {
  /** Lines of the answer. */
  readonly out: () => readonly string[]
  /** The first line of each message, and what else went to standard error. */
  readonly err: () => readonly string[]
}

/** A terminal for a command that is called inside a test; somebody sits at one with answers. */
export function createRecordingTerminal(
  language: Language = 'zh',
  answers?: readonly string[],
): RecordingTerminal {
  const waiting = answers && [...answers]
  const ask = waiting && (() => Promise.resolve(waiting.shift()))
  const out: string[] = []
  const err: string[] = []
  return {
    language,
    say: (line) => void out.push(line[language]),
    print: (text) => void out.push(...text.split('\n')),
    complain: (line) => void err.push(line[language]),
    report: (diagnostics) => {
      for (const each of diagnostics)
        err.push(formatDiagnostic(each, language).split('\n')[0] ?? '')
    },
    ask,
    askOrRead: ask,
    progress: () => ({counted: () => {}, end: () => {}}),
    out: () => out,
    err: () => err,
  }
}

/** How a program ended. */
export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A program at work. */
export interface Running {
  /** Resolves with the match once standard output has one; rejects when the program ends first. */
  readonly printed: (pattern: RegExp) => Promise<RegExpExecArray>
  readonly stderr: () => string
  readonly signal: (name: NodeJS.Signals) => void
  readonly ended: Promise<Ended>
}

/** Starts the compiled program. It is killed when the test is over. */
export function startProgram(
  args: readonly string[],
  {cwd = '.', env = {}, input, program = resolve('lib/app/cli.js')}: ProgramOptions = {},
): Running {
  const child = spawn(process.execPath, [program, ...args], {cwd, env: {...process.env, ...env}})
  let stdout = ''
  let stderr = ''
  let look = (): void => {}
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
    look()
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const ended = new Promise<Ended>((done, failed) => {
    child.on('error', failed)
    child.on('close', (code) => done({code, stdout, stderr}))
  })
  child.stdin.on('error', () => {}).end(input)
  onTestFinished(() => void child.kill('SIGKILL'))
  return {
    printed: (pattern) =>
      new Promise((done, failed) => {
        look = () => {
          const match = pattern.exec(stdout)
          if (match) done(match)
        }
        look()
        ended.then(
          () => failed(new Error(`ended without ${String(pattern)}\n${stdout}\n${stderr}`)),
          failed,
        )
      }),
    stderr: () => stderr,
    signal: (name) => void child.kill(name),
    ended,
  }
}

/** Where a program runs, and what it is given. */
export interface ProgramOptions {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string | Uint8Array
  /** Another copy of the program than the one compiled here. */
  readonly program?: string
}

/** Runs the compiled program to its end. */
export function runProgram(args: readonly string[], options?: ProgramOptions): Promise<Ended> {
  return startProgram(args, options).ended
}
