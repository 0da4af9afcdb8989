import type {EditionTag} from '../base/script.ts'

/** The words of the interface. Every edition fills every one of them. */
export interface Words {
  readonly home: string
}

export const words: Readonly<Record<EditionTag, Words>> = {
  'zh-Hans': {home: '首页'},
  'zh-Hant': {home: '首頁'},
  'zh-HK': {home: '首頁'},
}
