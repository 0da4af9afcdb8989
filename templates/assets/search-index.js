/*
 * Reads the search index (src/emit/search): folds a query as the index was folded, loads the few
 * files that have its terms, and says which announcements may hold it. It touches no page; `load`
 * gives the texts that a file of the index hands over.
 */

globalThis.openSearchIndex = async (load, indexFile) => {
  const [facts] = await load(indexFile)
  const files = {}
  const read = (name) => {
    files[name] = files[name] || load(name)
    return files[name]
  }

  const [from, to] = (await read(facts.fold)).map((text) => [...text])
  const table = new Map(from.map((character, index) => [character, to[index]]))

  function fold(character) {
    if (/\s/.test(character)) return ' '
    if (/[\p{Cf}\p{Cs}\p{VS}]/u.test(character)) return ''
    const plain = character.normalize('NFKC').toLowerCase()
    const one = [...plain].length === 1 ? plain : character
    return table.get(one) || one
  }

  const isWord = (text) => /^(?![\p{Script=Han}〇])[\p{L}\p{N}\p{M}]/u.test(text)

  /** A text folded, without the spaces that part no two words, and where each unit stood. */
  function squash(text) {
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

  const token = /[\p{Script=Han}〇]|(?:\d\.(?=\d)|(?![\p{Script=Han}〇])[\p{L}\p{N}\p{M}])+/gu
  const cut = (word) => word.slice(0, 40).replace(/[\ud800-\udbff]$/, '')

  /** A phrase with the terms that stand in every text with it. */
  function partOf(text, quoted, without) {
    const {folded} = squash(text)
    const tokens = [...folded.matchAll(token)].map(({0: term, index}) => ({
      term: cut(term),
      index,
      end: index + term.length,
    }))
    const follows = (at) => at > 0 && at < tokens.length && tokens[at - 1].end === tokens[at].index
    const terms = tokens.flatMap(({term}, at) => {
      if (follows(at + 1)) return term + tokens[at + 1].term
      return follows(at) ? [] : term
    })
    if (terms.length === 0) return []
    const phrase = quoted ? folded : folded.slice(tokens[0].index, tokens[tokens.length - 1].end)
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
        .flatMap((text) => partOf(text, !word, hyphen !== '')),
    )

  function shardOf(term, count) {
    let hash = 0x811c9dc5
    for (const unit of term.split('')) hash = Math.imul(hash ^ unit.charCodeAt(0), 0x01000193)
    return ((hash >>> 15) ^ hash) & (count - 1)
  }

  /** The numbers that stand in a text of 15 bits a unit (src/emit/search/bits.ts). */
  function numbersIn(text) {
    let at = 0
    let unit
    let left = 0
    const bit = () => {
      if (left === 0) {
        unit = text.charCodeAt(at++) - 0x3000
        left = 15
      }
      return (unit >> --left) & 1
    }
    const bits = (value, count) => {
      for (let rest = count; rest > 0; rest--) value = value * 2 + bit()
      return value
    }
    const unary = () => {
      let value = 0
      while (bit()) value++
      return value
    }
    return {
      number: () => bits(1, unary()) - 1,
      ascending(count, limit) {
        let low = 0
        while (count > 0 && count * 2 ** (low + 1) * 100 <= limit * 69) low++
        const numbers = []
        for (let next = 0; numbers.length < count; next++) {
          next += bits(unary(), low)
          numbers.push(next)
        }
        return numbers
      },
    }
  }

  const lists = {}

  /** For each term of a file the text that has its list. Two Han characters are one number. */
  function listsIn([keys, words, lengths, text]) {
    const {number, ascending} = numbersIn(keys)
    const {number: length} = numbersIn(lengths)
    const textOf = (key) =>
      [key >> 15, key & 32767]
        .map((unit) => (unit ? String.fromCharCode(unit + 0x3000) : ''))
        .join('')
    const terms = ascending(number(), 2 ** 30).map(textOf)
    let end = 0
    const entries = [...terms, ...words.split(' ')].map((term) => {
      const start = end
      end += length() + 1
      return [term, text.slice(start, end)]
    })
    return new Map(entries)
  }

  /** The announcements of a tier with a term, and those with it in their title, oldest first. */
  async function lookIn({path, shards, first, documents}, term) {
    const name = `${path}/${shardOf(term, shards)}.js`
    const texts = await read(name)
    lists[name] = lists[name] || listsIn(texts)
    const list = lists[name].get(term)
    if (list === undefined) return [[], []]
    const {number, ascending} = numbersIn(list)
    const count = number() + 1
    const titles = number()
    const all = ascending(count, documents)
    const found = [all, ascending(titles, count).map((each) => all[each])]
    return found.map((list) => list.map((each) => first + each))
  }

  async function look(term) {
    const tiers = await Promise.all(facts.tiers.map((tier) => lookIn(tier, term)))
    return [0, 1].map((which) => tiers.flatMap((found) => found[which]))
  }

  const lookAll = (terms) => Promise.all(terms.map(look))
  const allOf = (lists) => inAll(lists.map(([all]) => all))

  /**
   * The lists of a part's terms, three at a time, until few announcements can hold it: whether they
   * do is proved on their pages. Every other term comes first, which together have most of a phrase.
   */
  async function lookFor({terms}) {
    const order = [0, 1].flatMap((odd) => terms.filter((_, at) => at % 2 === odd))
    const lists = await lookAll(order.splice(0, 3))
    while (order.length > 0 && allOf(lists).length > 20) {
      lists.push(...(await lookAll(order.splice(0, 3))))
    }
    return lists
  }

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

  /**
   * The announcements that may hold what is asked, by number, best first: with all of it in their
   * title, then the others, the newest before. `nowhere` has the words that are in none.
   */
  async function find(query, {year, order, ...facets}) {
    const parts = parse(query)
    const wanted = parts.filter(({without}) => !without)
    if (wanted.length === 0) return {parts, numbers: [], nowhere: []}
    const [found, narrow, out] = await Promise.all([
      Promise.all(wanted.map(lookFor)),
      lookAll(
        Object.keys(facets).flatMap((name) => (facets[name] ? `=${name}/${facets[name]}` : [])),
      ),
      lookAll(parts.flatMap(({without, known, terms}) => (without && known ? terms : []))),
    ])
    const held = found.map(allOf)
    const titled = new Set(inAll(found.flat().map(([, titles]) => titles)))
    const unwanted = new Set(out.flatMap(([all]) => all))
    const [first, end] = facts.years[year] || [0, Infinity]
    const rank = (number) => (order ? 0 : titled.has(number))
    const numbers = inAll([...held, ...narrow.map(([all]) => all)])
      .filter((each) => each >= first && each < end && !unwanted.has(each))
      .sort((left, right) =>
        order === 'oldest' ? left - right : rank(right) - rank(left) || right - left,
      )
    const nowhere = wanted.filter((_, index) => held[index].length === 0)
    return {parts, numbers, nowhere, known: parts.every(({known}) => known)}
  }

  /** Where and when an announcement was published. */
  async function documentAt(number) {
    const {path, first} = facts.tiers.find((tier) => number < tier.first + tier.documents)
    const place = number - first
    const [text] = await read(`${path}/documents-${Math.floor(place / facts.block)}.js`)
    const documents = text.split('\n').flatMap((line) => {
      const [date, ...ids] = line.split(' ')
      return ids.map((id) => ({date, id}))
    })
    return documents[place % facts.block]
  }

  /** Where what is asked stands in a text: at whole words, as the index has them. */
  function placesOf({phrase}, text) {
    const {folded, places} = squash(text)
    const found = []
    for (let at = folded.indexOf(phrase); at !== -1; at = folded.indexOf(phrase, at + 1)) {
      const end = at + phrase.length
      const cuts = (place) =>
        (isWord(folded.slice(place - 1, place)) && isWord(folded.slice(place, place + 1))) ||
        /\d\.\d/.test(folded.slice(place - 2, place + 1) + folded.slice(place - 1, place + 2))
      if (!cuts(at) && !cuts(end)) found.push([places[at][0], places[end - 1][1]])
    }
    return found
  }

  return {find, documentAt, placesOf, names: (edition) => read(facts.names[edition])}
}
