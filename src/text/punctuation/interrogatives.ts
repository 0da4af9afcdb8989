/** Words that make a clause a question, in both scripts. */
const strong = new RegExp(
  [
    '[什甚][么麼麽]',
    '啥',
    '怎',
    '[谁誰孰]',
    '哪(?!怕)',
    '多[少久远遠]',
    '[有该該要]多[长長大深高重宽寬难難好快]',
    '如何',
    '[为為]何',
    '(?<!任)何[时時处處以故谓謂人在]',
    '[是能可会會有]否',
    '[难難]道',
    '[岂豈]',
    // 是不是, 有没有
    String.raw`([\u4e00-\u9fff])[不没沒]\1`,
  ].join('|'),
)

/** 近几年 asks nothing, 几个人 may. */
const countWord = /[几幾](?:[个個点點岁歲天时時人次何]|(?=[^年十百千]|$))/

/** Particles that make a question only where they end it. */
const particle = /[吗嗎呢么麼麽嘛吧][”’）」』》 \u3000]*$/

/** Whether a clause asks something, by a question word or the particle at its end. */
export function hasInterrogative(clause: string): boolean {
  return hasStrongInterrogative(clause) || countWord.test(clause)
}

/** The same without 几, which is as often no question; for places where a `?` may be a lost character. */
export function hasStrongInterrogative(clause: string): boolean {
  return particle.test(clause) || strong.test(clause)
}
