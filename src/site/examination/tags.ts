import type {Wording} from '../../base/diagnostic.ts'
import type {Requirement} from '../examination.ts'
import {ofArticles, ofSetting, passed} from './outcome.ts'

const source: Wording = {
  zh: '《政府网站发展指引》（国办发〔2017〕47号）附件2 网页标签规范',
  en: 'Guidelines for government sites (国办发〔2017〕47号), annex 2, tags of pages',
}
const notOfficial: Wording = {
  zh: '不是党政机关网站的，不用写',
  en: 'of no concern to sites that are not official',
}

/** The tags of a site, of columns and of announcements that programs of inspectors read. */
export const tagRequirements: readonly Requirement[] = [
  {
    id: 'tags/site-code',
    title: {zh: '网站标识码 SiteIDCode', en: 'Code of the site, SiteIDCode'},
    source,
    examine: ({site: {config}}) =>
      ofSetting(config.filings.siteCode, 'siteCode', 'warn', notOfficial),
  },
  {
    id: 'tags/site-domain',
    title: {zh: '网站域名 SiteDomain 和网页地址 Url', en: 'SiteDomain, and Url of pages'},
    source,
    examine: ({site: {config}}) => ofSetting(config.url, 'url', 'fail'),
  },
  {
    id: 'tags/columns',
    title: {
      zh: '栏目标签 ColumnName、ColumnDescription、ColumnKeywords、ColumnType',
      en: 'Tags of columns: name, description, keywords, type',
    },
    source,
    examine: ({site: {config}}) => {
      const bare = config.columns.filter(
        ({description, type, keywords}) => !description || !type || keywords.length === 0,
      )
      if (config.columns.length === 0) {
        return {
          verdict: 'fail',
          detail: {zh: 'dibao.yml 里没有列出栏目', en: 'dibao.yml lists no columns'},
        }
      }
      if (bare.length === 0) return passed('每个栏目都有说明、类别和关键词', 'all are complete')
      const names = bare.map(({name}) => name)
      return {
        verdict: 'warn',
        detail: {
          zh: `缺少 description、type 或 keywords 的栏目：${names.join('、')}`,
          en: `columns without description, type or keywords: ${names.join(', ')}`,
        },
      }
    },
  },
  {
    id: 'tags/article-column',
    title: {zh: '每篇文章有栏目', en: 'Every announcement has a column'},
    source,
    examine: ({site}) =>
      ofArticles(site, ({terms}) => terms.column === undefined, 'fail', {
        zh: '补上 column',
        en: 'state the column',
      }),
  },
  {
    id: 'tags/content-source',
    title: {zh: '每篇文章有来源 ContentSource', en: 'Every announcement has its ContentSource'},
    source,
    examine: ({site}) =>
      ofArticles(site, ({terms}) => terms.source === undefined, 'warn', {
        zh: '补上 source；没有时用主办单位',
        en: 'state the source; the owner stands for it',
      }),
  },
]
