import {type Checked, type Diagnostic, isError, report, type Where} from '../base/diagnostic.ts'
import {editionTags} from '../base/script.ts'
import type {Field, Fields} from './field-value.ts'
import {formatForms, type PhraseForms, readForms} from './glossary.ts'
import {unknownChoice} from './review-problems.ts'
import {readBlock} from './yaml-block.ts'

/** A doubt as it stands in the file that editors answer in. */
export interface ReviewItem {
  readonly phrase: string
  readonly context: string
  /** Where it is met: the first places, and how many there are. */
  readonly places: readonly string[]
  readonly choices: readonly PhraseForms[]
}

/** What an editor decided about a phrase. */
export interface ReviewAnswer {
  readonly phrase: string
  readonly forms: PhraseForms
}

const head = `# 拿不准的转换，常见的在前。在 answer 后面写序号（1 是现在的写法），或直接写应有的写法，
# 保存后再运行 npx dibao review，写了答案的就记进 glossary.yml。不确定的留空。
# Open doubts, the most frequent first. After \`answer\` write the number of a choice (1 is what is
# published) or the right form, save, and run \`npx dibao review\` again: answers go to glossary.yml.
`
const placesMax = 3

/** The file in which an editor answers. */
export function formatReview(items: readonly ReviewItem[]): string {
  return head + items.map(formatItem).join('')
}

function formatItem({phrase, context, places, choices}: ReviewItem): string {
  const quoted = (text: string): string => JSON.stringify(text)
  return [
    `\n${quoted(phrase)}:`,
    `  context: ${quoted(context)}`,
    `  count: ${places.length}`,
    ...['  places:', ...places.slice(0, placesMax).map((place) => `    - ${quoted(place)}`)],
    ...choices.map((forms, index) => `  ${index + 1}: ${formatForms(forms)}`),
    '  answer:\n',
  ].join('\n')
}

/** The answers in a file that `formatReview` made; undefined when it cannot be read. */
export function parseReview(
  file: string,
  text: string,
): Checked<readonly ReviewAnswer[] | undefined> {
  const {value: fields, diagnostics} = readBlock(file, text)
  if (!fields) return {value: undefined, diagnostics}
  const found: Diagnostic[] = [...diagnostics]
  const answers = [...fields].flatMap(([phrase, {value, place}]) => {
    const item = value.kind === 'mapping' ? value.fields : new Map<string, Field>()
    const forms = readAnswer(item, {file, place, field: phrase}, found)
    return forms ? [{phrase, forms}] : []
  })
  return {value: found.some(isError) ? undefined : answers, diagnostics: found}
}

function readAnswer(item: Fields, where: Where, found: Diagnostic[]): PhraseForms | undefined {
  const answer = item.get('answer')
  if (!answer || answer.value.kind === 'none') return undefined
  const at = {...where, place: answer.place}
  if (answer.value.kind !== 'text') return readForms(answer.value, at, found)
  const {text} = answer.value
  const choice = item.get(text)
  if (choice) return readForms(choice.value, at, found)
  if (/^\d+$/.test(text)) {
    found.push(report(unknownChoice, at, {found: text}))
    return undefined
  }
  const first = item.get('1')
  const tags = first ? Object.keys(readForms(first.value, at, found)) : editionTags
  return Object.fromEntries(tags.map((tag) => [tag, text]))
}
