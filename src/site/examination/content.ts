import {isError, type Wording} from '../../base/diagnostic.ts'
import type {CheckName} from '../check-settings.ts'
import {checkOf} from '../checks.ts'
import type {Requirement} from '../examination.ts'
import {passed} from './outcome.ts'

const privacy: Wording = {
  zh: '《中华人民共和国政府信息公开条例》第十五条、《中华人民共和国个人信息保护法》',
  en: 'Regulations on the disclosure of government information, article 15; law on personal information',
}
const guidelines: Wording = {
  zh: '《政府网站发展指引》（国办发〔2017〕47号）内容要求',
  en: 'Guidelines for government sites (国办发〔2017〕47号), content',
}
const own: Wording = {zh: '本站的设置', en: 'settings of this site'}

/** What `dibao check` finds, as an inspector asks for it. */
export const contentRequirements: readonly Requirement[] = [
  ofChecks(
    'privacy',
    ['privacy'],
    {zh: '没有身份证号、银行卡号', en: 'No personal numbers'},
    privacy,
  ),
  ofChecks(
    'contacts',
    ['contacts'],
    {zh: '没有个人的手机号、邮箱', en: 'No personal telephones or addresses'},
    privacy,
  ),
  ofChecks('links', ['links', 'anchors'], {zh: '没有坏链接', en: 'No dead links'}, guidelines),
  ofChecks(
    'pictures',
    ['pictures'],
    {zh: '没有打不开的图片和附件', en: 'No pictures or files that are lost'},
    guidelines,
  ),
  ofChecks('hidden', ['hidden'], {zh: '没有隐藏的文字', en: 'No hidden text'}, guidelines),
  ofChecks(
    'duplicates',
    ['duplicates'],
    {zh: '没有重复的文章', en: 'Nothing published twice'},
    guidelines,
  ),
  ofChecks('dates', ['dates'], {zh: '日期前后一致', en: 'Days agree'}, guidelines),
  ofChecks('scripts', ['scripts'], {zh: '各版本用字统一', en: 'Each edition in its script'}, own),
  ofChecks(
    'words',
    ['words'],
    {zh: '没有本站列出的不当用词', en: 'None of the words that are watched for'},
    own,
  ),
  {
    id: 'content/errors',
    title: {zh: '文章和设置没有错误', en: 'No errors in records and settings'},
    source: own,
    examine: ({diagnostics}) => {
      const errors = diagnostics.filter((each) => isError(each) && !checkOf(each.ruleId))
      if (errors.length === 0) return passed('没有错误', 'none')
      return {
        verdict: 'fail',
        detail: {
          zh: `${errors.length} 处错误，改好以前不能发布`,
          en: `${errors.length} errors; nothing can be published until they are mended`,
        },
        places: errors.map(placeOf),
      }
    },
  },
]

function ofChecks(
  name: string,
  checks: readonly CheckName[],
  title: Wording,
  source: Wording,
): Requirement {
  return {
    id: `content/${name}`,
    title,
    source,
    examine: ({diagnostics, site}) => {
      if (checks.every((each) => site.config.checks[each] === 'off')) {
        return {verdict: 'warn', detail: {zh: '这一项没有查', en: 'this was not looked for'}}
      }
      const found = diagnostics.filter(({ruleId}) =>
        checks.some((each) => checkOf(ruleId) === each),
      )
      if (found.length === 0) return passed('没有发现', 'none found')
      return {
        verdict: found.some(isError) ? 'fail' : 'warn',
        detail: {zh: `${found.length} 处，请逐处核对`, en: `${found.length} places to look at`},
        places: found.map(placeOf),
      }
    },
  }
}

function placeOf({
  file = '',
  place,
}: {
  readonly file?: string
  readonly place?: {readonly line: number}
}): string {
  return place ? `${file}:${place.line}` : file
}
