import {type Diagnostic, report} from '../base/diagnostic.ts'
import type {NamedFile} from './diff.ts'
import {badOutputName, type NameFault} from './problems.ts'

// Names of devices, which Windows gives to no file, whatever ending follows (Win32, "Naming Files").
const device = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i
/** How many bytes of UTF-8 a file system allows for one name. */
const nameBytesMax = 255

/** Why some disk or server cannot keep a file of this path; undefined when all can. */
export function findNameFault(path: string): NameFault | undefined {
  const names = path.split('/')
  if (path.startsWith('/') || names.some((name) => name === '' || name === '.' || name === '..')) {
    return 'leaves'
  }
  if (names.some((name) => /[<>:"|?*\\]|\p{Cc}/u.test(name))) return 'sign'
  if (names.some((name) => /[. ]$/.test(name))) return 'end'
  if (names.some((name) => device.test(name))) return 'device'
  return names.some((name) => Buffer.byteLength(name) > nameBytesMax) ? 'length' : undefined
}

/** Files whose names some disk cannot keep: a site has to survive being copied anywhere. */
export function findBadNames(files: readonly NamedFile[]): readonly Diagnostic[] {
  return files.flatMap(({path, from}) => {
    const fault = findNameFault(path)
    const isFile = /^(?:content|public|templates)\//.test(from)
    return fault ? [report(badOutputName, isFile ? {file: from} : {}, {path, fault})] : []
  })
}
