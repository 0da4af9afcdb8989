import type {Wording} from '../../base/diagnostic.ts'
import type {Examined, Outcome, Requirement} from '../examination.ts'
import {passed} from './outcome.ts'

const elderly: Wording = {
  zh: '《互联网网站适老化通用设计规范》（工业和信息化部，2021年）',
  en: 'Design of sites for the elderly (ministry of industry, 2021)',
}
const accessible: Wording = {
  zh: 'GB/T 37668—2019 信息技术 互联网内容无障碍可访问性技术要求',
  en: 'GB/T 37668—2019, accessibility of internet content',
}

/** What old and disabled readers need, looked for in the pages as they are published. */
export const readingRequirements: readonly Requirement[] = [
  onEveryPage('size', {zh: '字号可以放大', en: 'Larger type'}, elderly, / data-size="[^"]+"/),
  onEveryPage('contrast', {zh: '高对比度', en: 'High contrast'}, elderly, / data-contrast="[^"]+"/),
  onEveryPage('pointer', {zh: '大光标', en: 'A large pointer'}, elderly, / data-pointer="[^"]+"/),
  onEveryPage('speech', {zh: '朗读', en: 'Reading aloud'}, elderly, / data-speech="[^"]+"/),
  onEveryPage(
    'zoom',
    {zh: '网页可以缩放', en: 'Pages can be zoomed'},
    accessible,
    /<meta name="viewport"(?![^>]*(?:user-scalable=no|maximum-scale=1\b))/,
  ),
  onEveryPage(
    'language',
    {zh: '网页写明语言', en: 'Pages state their language'},
    accessible,
    /<html[^>]* lang="zh/,
  ),
  onEveryPage(
    'skip',
    {zh: '可以跳到正文', en: 'A way past the head of a page'},
    accessible,
    /<a [^>]*href="#page_content"/,
  ),
  {
    id: 'reading/advertisements',
    title: {zh: '没有广告、浮窗和第三方内容', en: 'Nothing of third parties, nothing that floats'},
    source: elderly,
    examine: ({pages}) => {
      const foreign = pages.flatMap((page) =>
        [
          ...page.matchAll(/<(?:script|iframe|img|embed|object)[^>]*\ssrc="(https?:)?\/\/[^"]*"/g),
        ].map(([found]) => found),
      )
      if (foreign.length === 0)
        return passed('网页只用本站的文件', 'pages load files of the site only')
      return {
        verdict: 'fail',
        detail: {
          zh: `模板里引用了别的网站：${foreign.join('，')}`,
          en: `templates load from elsewhere: ${foreign.join(', ')}`,
        },
      }
    },
  },
  {
    id: 'reading/alt',
    title: {zh: '图片有文字说明', en: 'Pictures are said in words'},
    source: accessible,
    examine: ({diagnostics}) => {
      const silent = diagnostics.filter(({ruleId}) => ruleId === 'site/missing-alt')
      if (silent.length === 0) return passed('没有缺说明的图片', 'no picture without words')
      return {
        verdict: 'warn',
        detail: {
          zh: `${silent.length} 张图片没有说明`,
          en: `${silent.length} pictures of which nothing is said`,
        },
        places: silent.map(({file = '', place}) => (place ? `${file}:${place.line}` : file)),
      }
    },
  },
]

function onEveryPage(name: string, title: Wording, source: Wording, sign: RegExp): Requirement {
  const examine = ({pages}: Examined): Outcome =>
    pages.every((page) => sign.test(page))
      ? passed('每页都有', 'on every page')
      : {
          verdict: 'fail',
          detail: {
            zh: '网页里没有；请用自带的模板，或在自己的模板里补上',
            en: 'pages lack it; use the templates that come with Dibao, or add it to yours',
          },
        }
  return {id: `reading/${name}`, title, source, examine}
}
