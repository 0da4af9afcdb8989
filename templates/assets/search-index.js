/*
 * Reads the search index (src/emit/search): folds a query as the index was folded, loads the few
 * files that have its terms, and says which announcements may hold it. It touches no page; `load`
 * gives the texts that a file of the index hands over.
 */

globalThis.openSearchIndex = async (load, indexFile) => {
  /** A function of a name or a term that makes everything once. */
  const keeping = (make) => {
    const made = new Map()
    return (name) => made.get(name) || made.set(name, make(name)).get(name)
  }

  /** The numbers that stand in a text of 15 bits a unit (src/emit/search/bits.ts). */
  const numbersIn = (text) => {
    let at = 0
    let unit
    let left = 0
    const bits = (value, count) => {
      for (let rest = count; rest > 0; rest--) {
        if (left === 0) {
          unit = text.charCodeAt(at++) - 0x3000
          left = 15
        }
        value = value * 2 + ((unit >> --left) & 1)
      }
      return value
    }
    const unary = () => {
      let value = 0
      while (bits(0, 1)) value++
      return value
    }
    return {
      number: () => bits(1, unary()) - 1,
      ascending: (count, limit) => {
        let low = 0
        while (count && count * 200 * 2 ** low <= limit * 69) low++
        const numbers = []
        for (let next = 0; numbers.length < count; next++) {
          next += bits(unary(), low)
          numbers.push(next)
        }
        return numbers
      },
    }
  }

  const [facts] = await load(indexFile)
  const read = keeping(load)
  // How far it is from one character to the next that folds, and what each of them becomes.
  const [gaps, targets] = await read(facts.fold)
  const {number: gap} = numbersIn(gaps)
  const table = new Map()
  let point = 0
  for (const target of targets) {
    point += gap()
    table.set(String.fromCodePoint(point), target)
  }

  const fold = (character) => {
    if (/\s/.test(character)) return ' '
    if (/[\p{Cf}\p{Cs}\p{VS}]/u.test(character)) return ''
    const plain = character.normalize('NFKC').toLowerCase()
    const one = [...plain].length === 1 ? plain : character
    return table.get(one) || one
  }

  const isWord = (text) => /^(?!\p{Script=Han})[\p{L}\p{N}\p{M}]/u.test(text)

  /** A text folded, without the spaces that part no two words, and where each unit stood. */
  const squash = (text) => {
    let folded = ''
    let gap = ''
    let place = 0
    const places = []
    for (const character of text) {
      const part = fold(character)
      if (part === ' ') gap = part
      else if (part) {
        const put = (isWord(folded.slice(-1)) && isWord(part) ? gap : '') + part
        gap = ''
        folded += put
        for (const _ of put.split('')) places.push([place, place + character.length])
      }
      place += character.length
    }
    return {folded, places}
  }

  const token = /\p{Script=Han}|(?:\d\.(?=\d)|(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+/gu
  /** Tokens with nothing between them. */
  const row = /(?:\d\.(?=\d)|[\p{Script=Han}\p{L}\p{N}\p{M}])+/gu
  const cut = (word) => word.slice(0, 40).replace(/[\ud800-\udbff]$/, '')

  /** A phrase with the terms that stand in every text with it. */
  const partOf = (text, quoted, without) => {
    const {folded} = squash(text)
    const rows = [...folded.matchAll(row)]
    if (!rows.length) return []
    const terms = rows.flatMap(([text]) => {
      const tokens = text.match(token).map(cut)
      return tokens.length === 1 ? tokens : tokens.slice(1).map((next, at) => tokens[at] + next)
    })
    const last = rows[rows.length - 1]
    const phrase = quoted ? folded : folded.slice(rows[0].index, last.index + last[0].length)
    // Of one term that is the whole of it, the index knows all.
    return {text, phrase, terms, without, known: terms.length === 1 && terms[0] === phrase}
  }

  /** What is asked: words, phrases in quotation marks, and either of them behind a hyphen. */
  const parse = (query) =>
    [
      ...query.replace(/[“”„「」『』＂]/g, '"').matchAll(/([-－−]?)(?:"([^"]*)"?|([^\s"]+))/g),
    ].flatMap(([, hyphen, quoted, word]) =>
      (word || quoted)
        .split(word ? /[，。、；！？]/ : /$^/)
        .flatMap((text) => partOf(text, !word, !!hyphen)),
    )

  const shardOf = (term, count) => {
    let hash = 0x811c9dc5
    for (const unit of term.split('')) hash = Math.imul(hash ^ unit.charCodeAt(0), 0x01000193)
    return ((hash >>> 15) ^ hash) & (count - 1)
  }

  /** For each term of a file the text that has its list. Two Han characters are one number. */
  const listsIn = keeping(async (file) => {
    const [keys, words, lengths, text] = await read(file)
    const {number, ascending} = numbersIn(keys)
    const {number: length} = numbersIn(lengths)
    const textOf = (key) =>
      [key >> 15, key & 32767]
        .map((unit) => (unit ? String.fromCharCode(unit + 0x3000) : ''))
        .join('')
    const terms = ascending(number(), 2 ** 30).map(textOf)
    let end = 0
    return new Map(
      [...terms, ...words.split(' ')].map((term) => {
        const start = end
        end += length() + 1
        return [term, text.slice(start, end)]
      }),
    )
  })

  /** The announcements of a tier with a term, and those with it in their title, oldest first. */
  const lookIn = async ({path, shards, first, documents}, term) => {
    const list = (await listsIn(`${path}/${shardOf(term, shards)}.js`)).get(term)
    if (!list) return [[], []]
    const {number, ascending} = numbersIn(list)
    const count = number() + 1
    const titles = number()
    const all = ascending(count, documents).map((each) => first + each)
    return [all, ascending(titles, count).map((each) => all[each])]
  }

  const look = keeping(async (term) => {
    const tiers = await Promise.all(facts.tiers.map((tier) => lookIn(tier, term)))
    return [0, 1].map((which) => [].concat(...tiers.map((found) => found[which])))
  })

  const lookAll = (terms) => Promise.all(terms.map(look))

  /** The numbers that stand in every one of several lists, all ascending. */
  const inAll = (lists) =>
    lists
      .sort((left, right) => left.length - right.length)
      .reduce((kept, list) => {
        let at = 0
        return kept.filter((each) => {
          while (list[at] < each) at++
          return list[at] === each
        })
      })

  /** What all terms have in common: announcements, and those with every term in their title. */
  const common = (found) => [0, 1].map((which) => inAll(found.map((lists) => lists[which])))

  /**
   * The announcements with the terms of a part, of which three are read at a time until few can hold
   * it: whether they do is proved on their pages. Every other term comes first, which together have
   * most of a phrase.
   */
  const lookFor = async ({terms}) => {
    const order = [0, 1].flatMap((odd) => terms.filter((_, at) => at % 2 === odd))
    let found = []
    do found = [common([...found, ...(await lookAll(order.splice(0, 3)))])]
    while (order.length && found[0][0].length > 20)
    return found[0]
  }

  /**
   * The announcements that may hold what is asked, by number, best first: with all of it in their
   * title, then the others, the newest before. `nowhere` has the words that are in none.
   */
  const find = async (query, {year, order, ...facets}) => {
    const parts = parse(query)
    const wanted = parts.filter(({without}) => !without)
    if (!wanted.length) return {parts, numbers: [], nowhere: []}
    const [found, narrow, out] = await Promise.all([
      Promise.all(wanted.map(lookFor)),
      lookAll(Object.entries(facets).flatMap(([name, key]) => (key ? `=${name}/${key}` : []))),
      lookAll(parts.flatMap(({without, known, terms}) => (without && known ? terms : []))),
    ])
    const titled = new Set(order ? [] : common(found)[1])
    const unwanted = new Set(out.flatMap(([all]) => all))
    const [first, end] = facts.years[year] || [0, Infinity]
    const kept = common([...found, ...narrow])[0].filter(
      (each) => each >= first && each < end && !unwanted.has(each),
    )
    if (order !== 'oldest') kept.reverse()
    const part = (top) => kept.filter((each) => titled.has(each) === top)
    return {
      parts,
      numbers: titled.size ? part(true).concat(part(false)) : kept,
      nowhere: wanted.filter((_, index) => !found[index][0].length),
      known: parts.every(({known}) => known),
    }
  }

  /** Where and when an announcement was published. */
  const documentAt = async (number) => {
    const {path, first} = facts.tiers.find((tier) => number < tier.first + tier.documents)
    const place = number - first
    const [text] = await read(`${path}/documents-${(place / facts.block) | 0}.js`)
    const documents = text.split('\n').flatMap((line) => {
      const [date, ...ids] = line.split(' ')
      return ids.map((id) => ({date, id}))
    })
    return documents[place % facts.block]
  }

  /** Where what is asked stands in a text: at whole words, as the index has them. */
  const placesOf = ({phrase}, text) => {
    const {folded, places} = squash(text)
    const found = []
    // Where a word would be cut.
    const inside = new Set()
    for (const {0: word, index} of folded.matchAll(token)) {
      for (let at = index + word.length; --at > index; ) inside.add(at)
    }
    for (let at = folded.indexOf(phrase); at !== -1; at = folded.indexOf(phrase, at + 1)) {
      const end = at + phrase.length
      if (!inside.has(at) && !inside.has(end)) found.push([places[at][0], places[end - 1][1]])
    }
    return found
  }

  return {find, documentAt, placesOf, names: (edition) => read(facts.names[edition])}
}
