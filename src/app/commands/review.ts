import {findRecordDoubts, type RecordDoubt} from '../../article/doubts.ts'
import type {CompileSettings} from '../../article/settings.ts'
import {isError} from '../../base/diagnostic.ts'
import {formatGlossaryEntry, parseGlossary} from '../../record/glossary.ts'
import {parseRecord} from '../../record/parse.ts'
import {formatReview, parseReview, type ReviewAnswer} from '../../record/review-file.ts'
import {parseConfig} from '../../site/config.ts'
import {distinctDoubts, type OpenDoubt} from '../../site/review.ts'
import {todayIn} from '../clock.ts'
import {inline} from '../compile.ts'
import {type ExitCode, exitCodes} from '../exit-code.ts'
import {removeFile} from '../files.ts'
import {replaceFile} from '../replace-file.ts'
import type {SiteFolder} from '../site-folder.ts'
import {takeSnapshot} from '../snapshot.ts'
import {readGlossary, readReview, readSources, type Sources} from '../sources.ts'
import type {Terminal} from '../terminal.ts'
import {reviewAgainst} from './review-against.ts'

/** How doubts are looked at. */
export interface ReviewArguments {
  /** The folder of a site that was published before. */
  readonly against?: string | undefined
  /** Whether the answer is for another program, so that nobody is asked. */
  readonly json: boolean
}

/**
 * Lists every open doubt of the site once and has it answered: in the terminal, or in `review.yml`,
 * which this reads first and writes anew. Answers become entries of `glossary.yml`. With the folder
 * of a site that was published before, tells instead what would read otherwise now.
 */
export async function review(
  {against, json}: ReviewArguments,
  folder: SiteFolder,
  terminal: Terminal,
): Promise<ExitCode> {
  const sources = await readSources(folder)
  if (against === undefined) return reviewDoubts(sources, json, folder, terminal)
  const snapshot = await takeSnapshot(sources, {todayIn, preview: false, compile: inline()})
  const errors = snapshot.diagnostics.filter(isError)
  if (errors.length === 0) return reviewAgainst(against, json, snapshot, terminal)
  terminal.report(errors)
  return exitCodes.content
}

async function reviewDoubts(
  sources: Sources,
  asJson: boolean,
  folder: SiteFolder,
  terminal: Terminal,
): Promise<ExitCode> {
  const config = parseConfig('dibao.yml', sources.config)
  const file = await readReview(folder)
  const given = parseReview('review.yml', file.value)
  const glossary = parseGlossary('glossary.yml', sources.glossary)
  const problems = [config, file, given, glossary].flatMap(({diagnostics}) => diagnostics)
  terminal.report([...sources.unreadable.values(), ...problems])
  if (!config.value || !given.value || !glossary.value || problems.some(isError)) {
    return exitCodes.content
  }
  const settings = {...config.value, glossary: glossary.value}
  const answers = [...given.value]
  const settle = async (answer: ReviewAnswer): Promise<void> => {
    answers.push(answer)
    await saveAnswers(folder, [answer])
  }
  await saveAnswers(folder, answers)
  const open = findOpen(sources, settings, answers)
  const left = terminal.ask && !asJson ? await askEach(open, terminal, settle) : open
  if (left.length > 0) await replaceFile(folder.review, formatReview(left))
  else await removeFile(folder.review)
  if (asJson) terminal.print(`${JSON.stringify(left, null, 1)}\n`)
  else tell(left, answers.length, terminal)
  return exitCodes.ok
}

function findOpen(
  sources: Sources,
  settings: CompileSettings,
  answers: readonly ReviewAnswer[],
): readonly OpenDoubt[] {
  const settled = Object.fromEntries(answers.map(({phrase, forms}) => [phrase, forms]))
  const all = {...settings, glossary: {...settings.glossary, ...settled}}
  const doubts = [...sources.records.values()].flatMap((source): readonly RecordDoubt[] => {
    const {value: record} = parseRecord(source)
    // What has been replaced is looked at by nobody again.
    return record && record.version === undefined ? findRecordDoubts(record, all) : []
  })
  return distinctDoubts(doubts)
}

/** Adds answers to the site's glossary, after what stands there. */
async function saveAnswers(folder: SiteFolder, answers: readonly ReviewAnswer[]): Promise<void> {
  if (answers.length === 0) return
  const {value: present} = await readGlossary(folder)
  const end = present === '' || present.endsWith('\n') ? '' : '\n'
  const entries = answers.map(({phrase, forms}) => formatGlossaryEntry(phrase, forms))
  await replaceFile(folder.glossary, present + end + entries.join(''))
}

/** Asks one doubt after another; the answer is what is still open. */
async function askEach(
  open: readonly OpenDoubt[],
  terminal: Terminal,
  settle: (answer: ReviewAnswer) => Promise<void>,
): Promise<readonly OpenDoubt[]> {
  const left: OpenDoubt[] = []
  for (const [index, doubt] of open.entries()) {
    describe(doubt, index, open.length, terminal)
    const answer = (await terminal.ask?.(question))?.trim() ?? 'q'
    if (answer === 'q') return [...left, ...open.slice(index)]
    const forms = doubt.choices[Number(answer) - 1]
    if (answer === '') left.push(doubt)
    else await settle({phrase: doubt.phrase, forms: forms ?? inAll(doubt, answer)})
  }
  return left
}

const question = {
  zh: '序号，或直接写应有的写法；回车跳过，q 结束：',
  en: 'number, or the right form; Enter to skip, q to stop: ',
}

function inAll({choices}: OpenDoubt, form: string) {
  return Object.fromEntries(Object.keys(choices[0] ?? {}).map((tag) => [tag, form]))
}

function describe(
  {phrase, choices, context, places}: OpenDoubt,
  index: number,
  count: number,
  terminal: Terminal,
): void {
  const forms = choices.map((choice, number) => {
    const written = [...new Set(Object.values(choice))].join('、')
    return `  ${number + 1}  ${written}`
  })
  const head = `\n[${index + 1}/${count}] ${phrase} ×${places.length}  ${places[0] ?? ''}`
  terminal.print(`${[head, `  …${context.replace(/\s+/g, ' ')}…`, ...forms].join('\n')}\n`)
}

function tell(left: readonly OpenDoubt[], answered: number, terminal: Terminal): void {
  const places = left.reduce((sum, each) => sum + each.places.length, 0)
  if (answered > 0) {
    terminal.say({
      zh: `${answered} 个答案已记入 glossary.yml`,
      en: `${answered} answers went to glossary.yml`,
    })
  }
  terminal.say(
    left.length === 0
      ? {zh: '没有拿不准的转换', en: 'There are no open doubts'}
      : {
          zh: `还有 ${left.length} 种拿不准的转换（${places} 处），写在 review.yml 里；填好 answer 再运行一次`,
          en: `${left.length} open doubts (${places} places) are in review.yml; answer them there and run this again`,
        },
  )
}
