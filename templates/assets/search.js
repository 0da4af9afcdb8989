/*
 * The search page: its form, its address, its results. Each result is made from the announcement's
 * own page in this edition, which also proves that what was asked is in it.
 */

;(() => {
  const area = document.querySelector('.search')
  const {index, file, articles, more: moreFile, ...words} = area.dataset
  const form = area.querySelector('form')
  const field = form.elements.q
  const status = area.querySelector('[role="status"]')
  const list = area.querySelector('ol')
  const more = area.querySelector('.search-more')
  const result = area.querySelector('template').content

  const load = (name) =>
    new Promise((done, failed) => {
      const script = document.createElement('script')
      script.src = name === index || name === moreFile ? name : file.replace('FILE', name)
      script.take = (...texts) => done(texts)
      script.onload = script.onerror = failed
      document.head.append(script)
    })

  const readPage = async (address) =>
    location.protocol === 'file:'
      ? (await load(moreFile))[0](address)
      : (await fetch(address)).text()

  const aside = 'rt, rp, sup > a[data-footnote-ref], .missing-picture-note'
  const blocks = 'p, li, td, th, h2, h3, h4, h5, h6, dt, dd, figcaption, caption, pre, br'
  const rest = '.subtitle, .byline, .document-fields, .attachments, .tags'

  const articleAt = async (address) => {
    const page = new DOMParser().parseFromString(await readPage(address), 'text/html')
    for (const each of page.querySelectorAll(aside)) each.remove()
    for (const each of page.querySelectorAll(blocks)) each.after('\n')
    const textOf = (name) =>
      [...page.querySelectorAll(name)].map((each) => each.textContent.trim()).join(' | ')
    const texts = ['h1', '.prose', rest].map(textOf)
    return {address, texts, column: textOf('.byline a[href*="columns/"]')}
  }

  /** The page of an announcement that holds all that is asked and nothing that is not. */
  const prove = async ({search, parts}, number) => {
    const {date, id} = await search.documentAt(number)
    const [year, month = '00'] = date.split('-')
    const holds = ({texts}) =>
      parts.every(
        (part) => part.without !== texts.some((text) => search.placesOf(part, text).length),
      )
    const read = (pattern) =>
      articleAt(
        pattern.replace('YYYY', year).replace('MM', month).replace('ID', encodeURIComponent(id)),
      )
    let shown
    // Other editions may choose another word, under which the index has it as well.
    for (const pattern of articles.split(' ')) {
      const article = await read(pattern)
      shown = shown || {...article, date}
      if (holds(article)) return [shown]
    }
    return []
  }

  const placesIn = ({search, parts}, text) =>
    parts
      .flatMap((part) => (part.without ? [] : search.placesOf(part, text)))
      .sort(([left], [right]) => left - right)

  /** Puts a text into an element, with what is asked marked. */
  const fill = (element, mine, text) => {
    element.textContent = ''
    let at = 0
    for (const [start, end] of placesIn(mine, text)) {
      if (start < at) continue
      const mark = document.createElement('mark')
      mark.append(text.slice(start, end))
      element.append(text.slice(at, start), mark)
      at = end
    }
    element.append(text.slice(at))
  }

  const stops = /[。！？；，、：…|\n]/

  const resultOf = (mine, {address, date, column, texts: [title, ...texts]}) => {
    const text = texts.find((each) => placesIn(mine, each).length) || texts[0]
    const item = result.cloneNode(true)
    const link = item.querySelector('a')
    const [[start, end] = [0, 0]] = placesIn(mine, text)
    // From the beginning of a clause on: in Chinese, browsers lead to whole clauses alone.
    const clause = start - text.slice(0, start).split(stops).pop().length
    const marked = (text.slice(clause, end) + text.slice(end).split(stops)[0]).trim()
    link.href = end
      ? `${address}#:~:text=${encodeURIComponent(marked).replace(/-/g, '%2D')}`
      : address
    fill(link, mine, title)
    item.querySelector('time').append(date)
    item.querySelector('span').append(column)
    const rest = text.slice(clause + 120) && '…'
    fill(item.querySelector('p:last-child'), mine, text.slice(clause, clause + 120).trim() + rest)
    return item
  }

  const say = (text, value) => {
    status.textContent = text.replace('{}', value)
  }

  let opened
  // What is being looked for; another object as soon as it is something else.
  let current

  const run = async () => {
    const {q, ...filters} = Object.fromEntries(new FormData(form))
    const mine = {q, shown: 0}
    current = mine
    list.textContent = ''
    more.hidden = true
    say(q.trim() && words.working)
    if (!q.trim()) return
    opened = opened || openSearchIndex(load, index)
    mine.search = await opened
    Object.assign(mine, await mine.search.find(q, filters))
    await showMore(mine)
  }

  /** Shows ten more, or asks the reader after sixty pages that only seemed to hold it. */
  const showMore = async (mine) => {
    more.hidden = true
    const goal = mine.shown + 10
    for (let turn = 0; mine.shown < goal && turn < 6 && mine.numbers.length; turn++) {
      const batch = mine.numbers.splice(0, goal - mine.shown)
      const proved = (await Promise.all(batch.map((each) => prove(mine, each)))).flat()
      if (mine !== current) return
      mine.shown += proved.length
      list.append(...proved.map((each) => resultOf(mine, each)))
    }
    if (mine === current) await report(mine)
  }

  const report = async (mine) => {
    const {q, search, parts, nowhere, numbers, known, shown} = mine
    more.hidden = numbers.length === 0
    const count = shown + numbers.length
    if (count > 0) say(known || more.hidden ? words.found : words.about, count)
    else if (nowhere.length) say(words.nowhere, nowhere.map(({text}) => text).join('”“'))
    else say(parts.length ? words.nothing : '')
    if (count > 0 || /[^a-z\s']/i.test(q)) return
    const [, suggest] = await load(moreFile)
    const names = await suggest(q, search, words.meant)
    if (mine === current) status.append(...names)
  }

  const start = () =>
    run().catch(() => {
      opened = undefined
      say(words.failed)
    })

  const restore = () => {
    const asked = new URLSearchParams(location.search)
    for (const each of form.elements) if (each.name) each.value = asked.get(each.name) || ''
    start()
  }

  /** Puts what is asked into the address, as a step of its own or in the place of the last. */
  const note = (how) => {
    const asked = [...new FormData(form)].filter(([, value]) => value)
    history[how](null, '', `?${new URLSearchParams(asked)}`)
    start()
  }

  let waiting
  const later = ({isComposing}) => {
    clearTimeout(waiting)
    if (!isComposing) waiting = setTimeout(note, 300, 'replaceState')
  }

  const now = (event) => {
    event.preventDefault()
    clearTimeout(waiting)
    note('pushState')
  }

  field.addEventListener('input', later)
  field.addEventListener('compositionend', later)
  form.addEventListener('submit', now)
  form.addEventListener('change', (event) => event.target !== field && now(event))
  more.addEventListener('click', () => showMore(current))
  addEventListener('popstate', restore)

  addEventListener('keydown', (event) => {
    const {key, target} = event
    const stations = [field, ...list.querySelectorAll('a')]
    const step = {ArrowDown: 1, ArrowUp: -1}[key]
    const at = stations.indexOf(target)
    // A single key is heard only where a result has the focus (WCAG 2.1.4).
    const slash = key === '/' && at > 0
    const to = slash ? field : step && at !== -1 && !event.isComposing && stations[at + step]
    if (!to) return
    event.preventDefault()
    to.focus()
  })

  area.hidden = false
  restore()
})()
