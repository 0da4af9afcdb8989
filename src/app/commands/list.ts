import {isError, type Wording} from '../../base/diagnostic.ts'
import {type InventoryItem, type InventoryMark, inventoryMarks} from '../../site/inventory.ts'
import {type ExitCode, exitCodes} from '../exit-code.ts'
import {readInventory} from '../inventory.ts'
import type {SiteFolder} from '../site-folder.ts'
import type {Terminal} from '../terminal.ts'

/** Which announcements were asked for: those that have any of these marks; with none, all. */
export type ListArguments = Readonly<Record<InventoryMark | 'json', boolean>>

/** What each mark is called. */
export const markNames: Readonly<Record<InventoryMark, Wording>> = {
  draft: {zh: '草稿', en: 'draft'},
  future: {zh: '未到日期', en: 'future'},
  withdrawn: {zh: '已撤回', en: 'withdrawn'},
  missing: {zh: '缺文件', en: 'files missing'},
  doubts: {zh: '有疑问', en: 'in doubt'},
}

/**
 * Lists announcements, newest first: day, marks, title and file, an announcement a line. A record
 * that cannot be read is told as an error, and the others are listed all the same.
 */
export async function list(
  args: ListArguments,
  folder: SiteFolder,
  terminal: Terminal,
): Promise<ExitCode> {
  const {items, diagnostics} = await readInventory(folder, terminal)
  const wanted = inventoryMarks.filter((mark) => args[mark])
  const chosen =
    wanted.length === 0
      ? items
      : items.filter(({marks}) => marks.some((mark) => wanted.includes(mark)))
  if (args.json) {
    const plain = chosen.map((item) => ({...item, file: `content/${item.file}`}))
    terminal.print(`${JSON.stringify(plain, null, 1)}\n`)
  } else {
    for (const item of chosen) terminal.say(lineOf(item))
    const total = chosen.length
    terminal.say({zh: `共 ${total} 篇`, en: `${total} announcements`})
  }
  const errors = diagnostics.filter(isError)
  terminal.report(errors)
  return errors.length > 0 ? exitCodes.content : exitCodes.ok
}

function lineOf(item: InventoryItem): Wording {
  const {date, title, file, marks} = item
  const line = (language: 'zh' | 'en'): string => {
    const names = marks.map((mark) => {
      const count = mark === 'missing' || mark === 'doubts' ? ` ${item[mark]}` : ''
      return markNames[mark][language] + count
    })
    const told = names.length > 0 ? `  [${names.join(language === 'zh' ? '，' : ', ')}]` : ''
    return `${date}  ${title}${told}  content/${file}`
  }
  return {zh: line('zh'), en: line('en')}
}
