import type {Requirement} from '../examination.ts'
import {ofSetting} from './outcome.ts'

const guidelines = {
  zh: '《政府网站发展指引》（国办发〔2017〕47号）页面要求',
  en: 'Guidelines for government sites (国办发〔2017〕47号), pages',
}

/** What the foot of every page has to state, as it was registered. */
export const footerRequirements: readonly Requirement[] = [
  {
    id: 'footer/owner',
    title: {zh: '主办单位', en: 'Whose site it is'},
    source: guidelines,
    examine: ({site: {config}}) => ofSetting(firstOf(config.owner), 'owner', 'fail'),
  },
  {
    id: 'footer/operator',
    title: {zh: '承办单位', en: 'Who runs it'},
    source: guidelines,
    examine: ({site: {config}}) => ofSetting(firstOf(config.filings.operator), 'operator', 'warn'),
  },
  {
    id: 'footer/icp',
    title: {zh: 'ICP备案号', en: 'Number of the ICP filing'},
    source: {
      zh: '《非经营性互联网信息服务备案管理办法》第十三条',
      en: 'Measures for the filing of non-commercial internet services, article 13',
    },
    examine: ({site: {config}}) => {
      const {icp} = config.filings
      const outcome = ofSetting(icp, 'icp', 'fail', {
        zh: '只在内网或U盘上用的，不用写',
        en: 'of no concern on an intranet or a disk',
      })
      if (icp === undefined || /^\p{Script=Han}ICP[备证]\d{8}号(?:-\d+)?$/u.test(icp))
        return outcome
      return {
        verdict: 'warn',
        detail: {
          zh: `「${icp}」不像备案号，应如 示ICP备00000000号-1`,
          en: `${icp} does not look like a number, which is as 示ICP备00000000号-1`,
        },
      }
    },
  },
  {
    id: 'footer/police',
    title: {zh: '公安备案号', en: 'Number of the filing with the police'},
    source: {
      zh: '《计算机信息网络国际联网安全保护管理办法》',
      en: 'Measures for the security of international networking',
    },
    examine: ({site: {config}}) => {
      const {policeRecord} = config.filings
      const outcome = ofSetting(policeRecord, 'policeRecord', 'warn')
      const digits = /\d+/.exec(policeRecord ?? '')?.[0].length
      if (policeRecord === undefined || digits === 14) return outcome
      return {
        verdict: 'warn',
        detail: {
          zh: `「${policeRecord}」的号码应有 14 位数字`,
          en: `${policeRecord} should have a number of 14 figures`,
        },
      }
    },
  },
]

function firstOf(text: Readonly<Record<string, string>> | undefined): string | undefined {
  return text && Object.values(text)[0]
}
