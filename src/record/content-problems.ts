import type {Problem, Wording} from '../base/diagnostic.ts'

const numbers: Readonly<Record<'identity' | 'account', Wording>> = {
  identity: {zh: '身份证号', en: 'an identity number'},
  account: {zh: '银行卡号或账号', en: 'the number of a bank card or an account'},
}

/** A number by which a person can be robbed. It is never shown whole, not here either. */
export const personalNumber: Problem<{
  readonly kind: 'identity' | 'account'
  readonly masked: string
}> = {
  ruleId: 'record/personal-number',
  severity: 'error',
  example: {kind: 'identity', masked: '1101************37'},
  reason: ({kind, masked}) => ({
    zh: `这里有${numbers[kind].zh}「${masked}」，发布以后人人都能看到`,
    en: `here is ${numbers[kind].en}, ${masked}, which everybody can read once it is published`,
  }),
  advice: () => ({
    zh: '把中间的数字改成“*”，并在 content 的其他文件和原件里一并处理；确属应当公开的，在 dibao.yml 的 checks 里写 privacy: warning。',
    en: 'Put * for the figures in the middle, in the kept original too; if it has to be public, write privacy: warning under checks in dibao.yml.',
  }),
}

const contacts: Readonly<Record<'mobile' | 'email', Wording>> = {
  mobile: {zh: '手机号码', en: 'the number of a mobile telephone'},
  email: {zh: '电子邮箱', en: 'an e-mail address'},
}

/** A way to reach a person, which may be meant to be public. */
export const contact: Problem<{readonly kind: 'mobile' | 'email'; readonly masked: string}> = {
  ruleId: 'record/contact',
  severity: 'warning',
  example: {kind: 'mobile', masked: '138******00'},
  reason: ({kind, masked}) => ({
    zh: `这里有${contacts[kind].zh}「${masked}」，请确认是否应当公开`,
    en: `here is ${contacts[kind].en}, ${masked}; is it meant to be public?`,
  }),
  advice: () => ({
    zh: '个人的号码、邮箱改成办公电话，或把中间改成“*”；全站都不必查，在 dibao.yml 的 checks 里写 contacts: off。',
    en: 'Give the office’s number instead, or put * in the middle; to leave this check out write contacts: off under checks in dibao.yml.',
  }),
}

/** Text that was hidden on the old page, or stands in a comment. */
export const hiddenText: Problem<{readonly kind: 'style' | 'comment'; readonly sign: string}> = {
  ruleId: 'record/hidden-text',
  severity: 'warning',
  example: {kind: 'style', sign: 'display:none'},
  reason: ({kind, sign}) =>
    kind === 'style'
      ? {
          zh: `这里的文字原来用「${sign}」藏了起来，发布以后会显示出来`,
          en: `the text here was hidden by ${sign}; on the published page it shows`,
        }
      : {
          zh: '这里有写在注释里的文字，网页上不显示，但交出档案时看得到',
          en: 'here is text in a comment, which no page shows but anybody finds who gets the archive',
        },
  advice: ({kind}) =>
    kind === 'style'
      ? {
          zh: '多半是旧网站被人塞进的广告：核对原件，把这一段删去。',
          en: 'It is often an advertisement that was put into the old site: compare the original and delete it.',
        }
      : {zh: '不该留的，把注释删去。', en: 'Delete the comment if it should not be kept.'},
}
