import type {Wording} from '../../base/diagnostic.ts'
import type {Requirement} from '../examination.ts'
import {lostAssetsOf} from '../inventory.ts'
import {ofArticles, passed} from './outcome.ts'

const source: Wording = {
  zh: 'DA/T 80—2019 政府网站网页归档指南',
  en: 'DA/T 80—2019, archiving of pages of government sites',
}
const disclosure: Wording = {
  zh: '《中华人民共和国政府信息公开条例》',
  en: 'Regulations on the disclosure of government information',
}

/** What somebody needs who takes the archive over in twenty years. */
export const archiveRequirements: readonly Requirement[] = [
  {
    id: 'archive/provenance',
    title: {zh: '每篇写明出处，导入的有原件的校验值', en: 'Where every text comes from'},
    source,
    examine: ({site}) =>
      ofArticles(site, ({provenance}) => provenance === undefined, 'warn', {
        zh: '从旧网站来的文章补上 provenance；本站新写的不用',
        en: 'state provenance of what comes from an old site; new texts need none',
      }),
  },
  {
    id: 'archive/written',
    title: {zh: '公文有成文日期', en: 'Documents have the day on which they were signed'},
    source: disclosure,
    examine: ({site}) =>
      ofArticles(
        site,
        ({documentNumber, written}) => documentNumber !== undefined && written === undefined,
        'warn',
        {zh: '有文号的补上 written', en: 'state written where there is a number'},
      ),
  },
  {
    id: 'archive/index-number',
    title: {zh: '公文有索引号', en: 'Documents have an index number'},
    source: disclosure,
    examine: ({site}) =>
      ofArticles(
        site,
        ({documentNumber, indexNumber}) =>
          documentNumber !== undefined && indexNumber === undefined,
        'warn',
        {zh: '有文号的补上 indexNumber', en: 'state indexNumber where there is a number'},
      ),
  },
  {
    id: 'archive/complete',
    title: {zh: '图片和附件齐全', en: 'Pictures and attachments are there'},
    source,
    examine: ({site}) =>
      ofArticles(
        site,
        (article) =>
          lostAssetsOf(article, site).length + (article.editions[0]?.lostPictures.length ?? 0) > 0,
        'warn',
        {zh: '清单见网站的“待补资料”一页', en: 'the page of lost files lists them'},
      ),
  },
  {
    id: 'archive/withdrawn',
    title: {zh: '撤回的文章写明日期', en: 'What was withdrawn states when'},
    source,
    examine: ({site: {withdrawn}}) => {
      const bare = withdrawn.filter(({article}) => article.withdrawnOn === undefined)
      if (bare.length === 0)
        return passed(`撤回 ${withdrawn.length} 篇`, `${withdrawn.length} withdrawn`)
      return {
        verdict: 'warn',
        detail: {zh: '补上 withdrawn 的 date 和 reason', en: 'state date and reason of withdrawn'},
        places: bare.map(({article}) => `content/${article.file}`),
      }
    },
  },
]
