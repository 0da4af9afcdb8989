import type {Wording} from '../base/diagnostic.ts'

const reasons: Readonly<Record<string, Wording>> = {
  ENOENT: {zh: '没有这个文件或文件夹', en: 'there is no such file or folder'},
  EISDIR: {zh: '这是文件夹，不是文件', en: 'it is a folder, not a file'},
  ENOTDIR: {zh: '应当是文件夹的地方是一个文件', en: 'a file is where a folder has to be'},
  EEXIST: {zh: '应当是文件夹的地方是一个文件', en: 'a file is where a folder has to be'},
  EACCES: {zh: '没有权限', en: 'permission denied'},
  EPERM: {
    zh: '系统不允许，可能正被别的程序打开',
    en: 'the system does not permit it; another program may have it open',
  },
  EROFS: {zh: '这个磁盘只能读', en: 'the disk is read-only'},
  ENOSPC: {zh: '磁盘已满', en: 'the disk is full'},
  EBUSY: {
    zh: '正被别的程序占用，请关掉打开它的窗口再试',
    en: 'another program is using it; close its windows and try again',
  },
  ENAMETOOLONG: {
    zh: '路径太长，请把网站文件夹移到靠近盘符的地方',
    en: 'the path is too long; move the archive nearer to the top of the disk',
  },
  EMFILE: {zh: '打开的文件太多', en: 'too many files are open'},
}

/** What an error code of the operating system means; the code itself where we have no words. */
export function reasonOf(code: string): Wording {
  return reasons[code] ?? {zh: code, en: code}
}

/** An error of the world outside in words, with the file that it is about; undefined for our own. */
export function describeTrouble(error: unknown): Wording | undefined {
  // The system's own codes; those of Node itself, such as ERR_ASSERTION, tell of our mistakes.
  if (!(error instanceof Error && 'code' in error && /^E[A-Z0-9]+$/.test(String(error.code)))) {
    return undefined
  }
  const reason = reasonOf(String(error.code))
  const path = 'path' in error ? String(error.path) : undefined
  if (path === undefined) return {zh: error.message, en: error.message}
  return {zh: `用不了「${path}」：${reason.zh}`, en: `${path} cannot be used: ${reason.en}`}
}
