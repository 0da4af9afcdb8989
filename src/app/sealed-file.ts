import {digestOf} from '../base/digest.ts'
import {decodeUtf8, readBytes} from './files.ts'
import {replaceFile} from './replace-file.ts'

/** The length of a digest in hexadecimal digits. */
const sealLength = 64

/** A value kept for the next run; undefined where there is none, or a byte of it is damaged. */
export async function readSealed<T>(path: string): Promise<T | undefined> {
  const text = decodeUtf8((await readBytes(path)) ?? new Uint8Array()) ?? ''
  const body = text.slice(sealLength)
  const isWhole = body !== '' && digestOf(body) === text.slice(0, sealLength)
  return isWhole ? JSON.parse(body) : undefined
}

/** Keeps a value, behind the digest that tells whether it is whole. */
export async function writeSealed(path: string, value: unknown): Promise<void> {
  const body = JSON.stringify(value)
  await replaceFile(path, `${digestOf(body)}${body}`)
}
