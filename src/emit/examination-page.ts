import type {IsoDate} from '../base/day.ts'
import type {Language, Wording} from '../base/diagnostic.ts'
import {escapeMarkup} from '../base/markup.ts'
import type {ExaminedChapter, Verdict} from '../site/examination.ts'

/** How many places of one finding are listed. */
const placesMax = 50

const verdicts: Readonly<Record<Verdict, Wording & {readonly sign: string}>> = {
  pass: {sign: '✓', zh: '通过', en: 'pass'},
  warn: {sign: '!', zh: '注意', en: 'look'},
  fail: {sign: '✗', zh: '不通过', en: 'fail'},
}

const words = {
  zh: {
    title: '合规体检报告',
    requirement: '要求',
    result: '结果',
    source: '依据',
    more: (count: number) => `另有 ${count} 处`,
    note: '依据的文件以主管部门公布的原文为准；本报告由程序逐项核对得出，供自查使用，不能代替正式检查。',
  },
  en: {
    title: 'Examination of the site',
    requirement: 'Requirement',
    result: 'Result',
    source: 'Source',
    more: (count: number) => `and ${count} more`,
    note: 'The documents named are binding as their authorities publish them. This report is for the office’s own use and takes no official inspection’s place.',
  },
} as const

/** The report of an examination: one page that needs nothing else, for the screen and for paper. */
export function examinationPage(
  site: string,
  day: IsoDate,
  chapters: readonly ExaminedChapter[],
  language: Language,
): string {
  const say = words[language]
  const title = escapeMarkup(`${site} ${say.title}`)
  const findings = chapters.flatMap((chapter) => chapter.findings)
  const summary = (['fail', 'warn', 'pass'] as const).map((verdict) => {
    const count = findings.filter((each) => each.verdict === verdict).length
    return `<li class="${verdict}">${mark(verdict, language)} <b>${count}</b></li>`
  })
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-Hans' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
${style}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p><time datetime="${day}">${day}</time></p>
<ul class="summary">
${summary.join('\n')}
</ul>
${chapters.map((chapter) => formatChapter(chapter, language)).join('\n')}
<p>${say.note}</p>
</main>
</body>
</html>
`
}

function formatChapter({title, findings}: ExaminedChapter, language: Language): string {
  const say = words[language]
  const rows = findings.map(({title: requirement, source, verdict, detail, places = []}) => {
    const shown = places.slice(0, placesMax).map((place) => `<li>${escapeMarkup(place)}</li>`)
    const rest = places.length - shown.length
    if (rest > 0) shown.push(`<li>${say.more(rest)}</li>`)
    const list = shown.length > 0 ? `\n<ul>\n${shown.join('\n')}\n</ul>` : ''
    return `<tr class="${verdict}">
<td class="verdict">${mark(verdict, language)}</td>
<th scope="row">${escapeMarkup(requirement[language])}</th>
<td>${escapeMarkup(detail[language])}${list}</td>
<td class="source">${escapeMarkup(source[language])}</td>
</tr>`
  })
  return `<section>
<h2>${escapeMarkup(title[language])}</h2>
<table>
<thead><tr><td></td><th scope="col">${say.requirement}</th><th scope="col">${say.result}</th><th scope="col">${say.source}</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</section>`
}

function mark(verdict: Verdict, language: Language): string {
  const {sign} = verdicts[verdict]
  return `<span aria-hidden="true">${sign}</span> ${verdicts[verdict][language]}`
}

const style = `body { margin: 0; font: 1rem/1.7 sans-serif; color: #1c1c1c; background: #fff; }
main { max-width: 64rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.6rem; }
h2 { font-size: 1.2rem; margin-top: 2rem; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .5rem; border-bottom: 1px solid #bbb; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th[scope="row"] { font-weight: normal; width: 26%; }
td.verdict { white-space: nowrap; width: 6rem; font-weight: bold; }
td.source { width: 24%; color: #4a4a4a; }
td ul { margin: .3rem 0 0; padding-left: 1.2rem; font-size: .9rem; }
.summary { list-style: none; padding: 0; display: flex; gap: 2rem; font-size: 1.2rem; }
.pass .verdict, li.pass { color: #17612f; }
.warn .verdict, li.warn { color: #7a4a00; }
.fail .verdict, li.fail { color: #a01818; }
@media print { main { max-width: none; } tr { break-inside: avoid; } }
`
