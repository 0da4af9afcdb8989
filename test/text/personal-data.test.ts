import {expect, test} from 'vitest'
import {findPersonalData, isIdentityNumber} from '../../src/text/personal-data.ts'
import {sequence} from '../support/random.ts'

/** The last figure of an identity number, computed by the remainders themselves: 2^(18-i) mod 11. */
function lastFigure(seventeen: string): string {
  const sum = [...seventeen].reduce(
    (total, each, i) => total + Number(each) * (2 ** (17 - i) % 11),
    0,
  )
  const rest = (12 - (sum % 11)) % 11
  return rest === 10 ? 'X' : String(rest)
}

// Invented: no place has the number 990000.
const identity = `99000019900307123${lastFigure('99000019900307123')}`

test('an identity number is told by its last figure, whatever the other figures are', () => {
  const random = sequence(11643)
  for (let count = 0; count < 300; count++) {
    const figures = `99${random.text('0123456789', 4)}19${random.text('0123456789', 2)}0${1 + random.below(9)}1${random.below(10)}${random.text('0123456789', 3)}`
    const last = lastFigure(figures)
    expect(isIdentityNumber(figures + last)).toBe(true)
    const others = [...'0123456789X'].filter((each) => each !== last)
    for (const wrong of others) expect(isIdentityNumber(figures + wrong)).toBe(false)
    const [found] = findPersonalData(`姓名张三，${figures}${last}，特此公示`)
    expect(found).toMatchObject({kind: 'identity', offset: 5, text: figures + last})
    expect(found?.masked).not.toContain(figures.slice(6, 14))
  }
})

test.each([
  ['身份证号：990000199003071230', 'identity', '9900************30'],
  [`证号 ${identity.slice(0, 6)} ${identity.slice(6, 14)} ${identity.slice(14)}`, 'identity'],
  [
    [...identity].map((each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0)).join(''),
    'identity',
  ],
  ['卡号6222 0000 0000 0000 003', 'account'],
  ['账号：110000000000000000', 'account'],
  ['联系人手机13800000000。', 'mobile', '138******00'],
  ['138-0000-0000', 'mobile'],
  ['+86 138 0000 0000', 'mobile'],
  ['邮箱 zhang.san@yunxi.example.cn', 'email', 'z***@yunxi.example.cn'],
] as const)('finds the number in %s', (text, kind, masked?: string) => {
  const found = findPersonalData(text)
  expect(found.map((each) => each.kind)).toEqual([kind])
  expect(text).toContain(found[0]?.text)
  if (masked !== undefined) expect(found[0]?.masked).toBe(masked)
})

test.each([
  '发文字号：云关办〔2024〕8号',
  '索引号 000014349/2017-00110',
  '日期：20230515 浏览：1209次',
  '统一社会信用代码 91990000MA0000000X',
  '电话：0571-12345678，(0571)12345678',
  'sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '编号 990000199003071234567',
  '990000199013071231',
  '经费 138000000000 元',
  '网址 http://example.cn/2017/12345678901234567890.html',
])('finds nothing in %s', (text) => {
  expect(findPersonalData(text)).toEqual([])
})

test('nothing personal is shown whole', () => {
  const text = `${identity}，13800000000，a.b@example.cn`
  for (const {text: whole, masked} of findPersonalData(text)) {
    expect(masked).toContain('*')
    expect(masked).not.toBe(whole)
  }
  expect(findPersonalData(text)).toHaveLength(3)
})
