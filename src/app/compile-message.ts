import type {Article} from '../article/article.ts'
import type {CompileSettings} from '../article/settings.ts'
import type {Checked} from '../base/diagnostic.ts'
import type {SourceFile} from '../record/source-file.ts'
import type {Compiled} from './compile.ts'
import {textParts} from './packed-texts.ts'

/** What a thread is asked. */
export interface CompileQuestion {
  readonly files: readonly SourceFile[]
  readonly settings: CompileSettings
}

/** What it answers, or what it failed of. */
export type CompileAnswer = CompiledAnswer | {readonly failure: unknown}

/** Long texts one behind another, since bytes in one piece change hands uncopied. */
export interface CompiledAnswer {
  readonly bytes: ArrayBuffer
  readonly made: readonly Checked<MadeArticle | undefined>[]
}

interface MadeArticle {
  readonly article: Article
  readonly digest: string
  /** Where each part of the texts ends. */
  readonly ends: readonly number[]
}

/** Compiled files as a message. */
export function toAnswer(compiled: readonly Compiled[]): CompiledAnswer {
  const parts: Uint8Array[] = []
  let length = 0
  const made = compiled.map(({value, diagnostics}) => {
    if (!value) return {value, diagnostics}
    const {article, digest, read} = value
    const ends = textParts.map((name) => {
      const part = read(name)
      parts.push(part)
      length += part.length
      return length
    })
    return {value: {article, digest, ends}, diagnostics}
  })
  return {bytes: joined(parts, length), made}
}

function joined(parts: readonly Uint8Array[], length: number): ArrayBuffer {
  const bytes = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes.buffer
}

/** The files that were compiled, as whoever asked wants them. */
export function fromAnswer({bytes, made}: CompiledAnswer): readonly Compiled[] {
  let start = 0
  return made.map(({value, diagnostics}) => {
    if (!value) return {value, diagnostics}
    const {article, digest, ends} = value
    const parts = ends.map((end) => {
      const part = new Uint8Array(bytes, start, end - start)
      start = end
      return part
    })
    return {value: {article, digest, read: (name) => parts[textParts.indexOf(name)]!}, diagnostics}
  })
}
