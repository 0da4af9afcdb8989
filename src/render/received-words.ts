import type {EditionTag} from '../base/script.ts'

/** The words that show a text as it was received, with what was changed in it. */
export interface ReceivedWords {
  /** Above the received text: how to read its marks. */
  readonly receivedTitle: string
  readonly receivedText: string
  /** Which text of a record it is, by the field's name. */
  readonly receivedFields: Readonly<Record<string, string>>
  /** Link to the file with every change. */
  readonly repairLog: string
}

const simplified: ReceivedWords = {
  receivedTitle: '收到的原文与改动',
  receivedText: '划去的是删去的，有底线的是换上的，其余与收到时一字不差。',
  receivedFields: {
    title: '标题',
    subtitle: '副题',
    'corrections.text': '更正',
    'attachments.title': '附件名称',
    column: '栏目',
    source: '来源',
    author: '作者',
    editor: '编辑',
    tags: '标签',
    body: '正文',
    inside: '正文中的文字',
  },
  repairLog: '逐处改动的记录（JSON 文件）',
}

const traditional: ReceivedWords = {
  receivedTitle: '收到的原文與改動',
  receivedText: '劃去的是刪去的，有底線的是換上的，其餘與收到時一字不差。',
  receivedFields: {
    title: '標題',
    subtitle: '副題',
    'corrections.text': '更正',
    'attachments.title': '附件名稱',
    column: '欄目',
    source: '來源',
    author: '作者',
    editor: '編輯',
    tags: '標籤',
    body: '正文',
    inside: '正文中的文字',
  },
  repairLog: '逐處改動的記錄（JSON 文件）',
}

/** The words of each edition. */
export const receivedWords: Readonly<Record<EditionTag, ReceivedWords>> = {
  'zh-Hans': simplified,
  'zh-Hant': traditional,
  'zh-HK': traditional,
}
