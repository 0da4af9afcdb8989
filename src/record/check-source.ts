import {type Diagnostic, report} from '../base/diagnostic.ts'
import {toPoint} from '../base/place.ts'
import {findPersonalData} from '../text/personal-data.ts'
import {contact, hiddenText, personalNumber} from './content-problems.ts'
import {findHiddenText} from './hidden-text.ts'
import type {NewsRecord} from './record.ts'
import type {SourceFile} from './source-file.ts'

/**
 * What a record's file should not show to everybody: personal numbers, anywhere in it; ways to
 * reach a person; hidden text. E-mail addresses count only where people are announced.
 */
export function checkSource({text}: SourceFile, record: NewsRecord): readonly Diagnostic[] {
  const file = `content/${record.file}`
  const at = (offset: number) => ({file, place: toPoint(text, offset)})
  const isNotice = announcesPeople(record)
  const personal = findPersonalData(text).flatMap(({kind, offset, masked}) => {
    if (kind === 'identity' || kind === 'account') {
      return [report(personalNumber, at(offset), {kind, masked})]
    }
    return kind === 'email' && !isNotice ? [] : [report(contact, at(offset), {kind, masked})]
  })
  const bodyStart = text.length - record.body.length
  const hidden = findHiddenText(record.body).map(({kind, offset, sign}) =>
    report(hiddenText, at(bodyStart + offset), {kind, sign}),
  )
  return [...personal, ...hidden]
}

/** Whether a record is of the kind in which the data of persons are published by mistake. */
function announcesPeople({title, column = ''}: NewsRecord): boolean {
  return /公示|公[开開]|名[单單册冊]|拟[录錄聘]/.test(title + column)
}
