import type {Wording} from '../base/diagnostic.ts'

const reasons: Readonly<Record<string, Wording>> = {
  ENOENT: {zh: '没有这个文件或文件夹', en: 'there is no such file or folder'},
  EISDIR: {zh: '这是文件夹，不是文件', en: 'it is a folder, not a file'},
  ENOTDIR: {zh: '应当是文件夹的地方是一个文件', en: 'a file is where a folder has to be'},
  EEXIST: {zh: '应当是文件夹的地方是一个文件', en: 'a file is where a folder has to be'},
  EACCES: {
    zh: '没有权限，请看看它是不是只读的，或属于另一个用户',
    en: 'permission denied; see whether it is read-only or belongs to another user',
  },
  EPERM: {
    zh: '系统不允许，可能正被别的程序打开',
    en: 'the system does not permit it; another program may have it open',
  },
  EROFS: {
    zh: '这个磁盘只能读，请把网站文件夹放到别的磁盘上',
    en: 'the disk is read-only; put the archive on another',
  },
  ENOSPC: {
    zh: '磁盘已满，请腾出空间再试',
    en: 'the disk is full; make room and try again',
  },
  EFBIG: {zh: '文件太大，这个磁盘放不下', en: 'the file is too large for this disk'},
  EIO: {
    zh: '磁盘读写出错，请先把 content 备份到别的磁盘',
    en: 'the disk fails; copy content to another one first',
  },
  EBUSY: {
    zh: '正被别的程序占用，请关掉打开它的窗口再试',
    en: 'another program is using it; close its windows and try again',
  },
  // Our own codes: no system has one for these.
  ELINKED: {
    zh: '这里是通到别处的链接，不往里写文件；请删去它，再运行一次',
    en: 'it is a link to another place, into which nothing is written; remove it and run the command again',
  },
  ECHANGED: {
    zh: '生成期间有改动，这一次没有发布，请再运行一次',
    en: 'it was changed while the site was made; nothing was published, so run the command again',
  },
  ENAMETOOLONG: {
    zh: '路径太长，请把网站文件夹移到靠近盘符的地方',
    en: 'the path is too long; move the archive nearer to the top of the disk',
  },
  EMFILE: {
    zh: '打开的文件太多，请关掉别的程序再试',
    en: 'too many files are open; close other programs and try again',
  },
}

/** What is thrown when a file is no longer as it was when the work on it began. */
export function changedMeanwhile(path: string): Error {
  return Object.assign(new Error(`${path} was changed meanwhile`), {code: 'ECHANGED', path})
}

/** What is thrown when a folder in the published site is a link that leads out of it. */
export function linkedFolder(path: string): Error {
  return Object.assign(new Error(`${path} is a link`), {code: 'ELINKED', path})
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
  const code = String(error.code)
  const path = 'path' in error ? String(error.path) : undefined
  if (path === undefined) return reasons[code] ?? {zh: error.message, en: error.message}
  const reason = reasonOf(code)
  return {zh: `用不了「${path}」：${reason.zh}`, en: `${path} cannot be used: ${reason.en}`}
}
