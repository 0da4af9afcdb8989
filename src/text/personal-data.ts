/** What can be known about a person from a number or an address. */
export type PersonalKind = 'identity' | 'account' | 'mobile' | 'email'

/** Personal data found in a text. */
export interface PersonalData {
  readonly kind: PersonalKind
  readonly offset: number
  /** As it stands in the text. */
  readonly text: string
  /** With its middle hidden, which is how a message or a publication may show it. */
  readonly masked: string
}

/**
 * Numbers and addresses of persons: identity numbers that keep the law of their last figure, or
 * that the text calls so; accounts and bank cards, likewise; numbers of mobile telephones; e-mail
 * addresses. Full-width figures count, and so do figures with single blanks or hyphens between.
 */
export function findPersonalData(text: string): readonly PersonalData[] {
  const plain = toHalfWidth(text)
  const found: PersonalData[] = []
  for (const {kind, pattern, accept} of kinds) {
    for (const {0: match, index: offset} of plain.matchAll(pattern)) {
      const taken = found.some(
        (each) => each.offset < offset + match.length && offset < each.offset + each.text.length,
      )
      const before = plain.slice(Math.max(0, offset - labelDistance), offset)
      if (taken || !accept(match.replace(/[ -]/g, ''), before)) continue
      const written = text.slice(offset, offset + match.length)
      found.push({kind, offset, text: written, masked: mask(kind, match)})
    }
  }
  return found.toSorted((left, right) => left.offset - right.offset)
}

interface KindRule {
  readonly kind: PersonalKind
  readonly pattern: RegExp
  /** Whether these figures are what they look like; `before` is what stands before them. */
  readonly accept: (figures: string, before: string) => boolean
}

/** How near before a number the word stands that says what it is. */
const labelDistance = 12

const kinds: readonly KindRule[] = [
  {
    kind: 'identity',
    pattern:
      /(?<![\dA-Za-z])[1-9]\d{5}[ -]?(?:18|19|20)\d{2}[ -]?\d{4}[ -]?\d{3}[\dXx](?![\dA-Za-z])/g,
    accept: (figures, before) => isIdentityNumber(figures) || /身份证|证件号/.test(before),
  },
  {
    kind: 'account',
    pattern: /(?<![\dA-Za-z])\d(?:[ -]?\d){14,18}(?![\dA-Za-z])/g,
    accept: (figures, before) =>
      (/^62/.test(figures) && figures.length >= 16 && keepsLuhn(figures)) ||
      /[账帐賬帳][号號]|卡[号號]/.test(before),
  },
  {
    kind: 'mobile',
    pattern: /(?<![\dA-Za-z.-])(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}(?![\dA-Za-z])/g,
    accept: () => true,
  },
  {
    kind: 'email',
    pattern: /[\w.+-]+@[A-Za-z\d-]+(?:\.[A-Za-z\d-]+)*\.[A-Za-z]{2,}/g,
    accept: () => true,
  },
]

const identityWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/**
 * Whether eighteen figures are an identity number: a day of birth that exists, and the last figure
 * that GB 11643—1999 computes of the others (ISO 7064, MOD 11-2).
 */
export function isIdentityNumber(figures: string): boolean {
  const match = /^\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dXx]$/.exec(figures)
  if (!match) return false
  const [month, day] = [Number(match[2]), Number(match[3])]
  if (month < 1 || month > 12 || day < 1 || day > 31) return false
  const sum = identityWeights.reduce(
    (total, weight, index) => total + weight * Number(figures[index]),
    0,
  )
  return '10X98765432'[sum % 11] === figures[17]?.toUpperCase()
}

/** Whether figures keep the law of card numbers (ISO/IEC 7812-1, annex B). */
function keepsLuhn(figures: string): boolean {
  const sum = [...figures].toReversed().reduce((total, figure, index) => {
    const value = Number(figure) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

/** Full-width letters, figures and signs as half-width ones, each at its place. */
function toHalfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (each) =>
    String.fromCharCode(each.charCodeAt(0) - 0xfee0),
  )
}

function mask(kind: PersonalKind, text: string): string {
  if (kind === 'email') return text.replace(/^(.).*(?=@)/, '$1***')
  const kept = kind === 'mobile' ? 3 : 4
  const middle = '*'.repeat(Math.max(1, text.length - kept - 2))
  return text.slice(0, kept) + middle + text.slice(-2)
}
