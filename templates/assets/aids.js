/*
 * Reading aids. Their controls stand in a template, in the page's own words; without this script
 * none is shown. What a reader chooses is an attribute of the root element, which the style sheet
 * honours, and is remembered on the reader's own machine.
 */

;(() => {
  const root = document.documentElement
  const storeName = 'dibao-aids'

  function recall() {
    try {
      return JSON.parse(localStorage.getItem(storeName)) || {}
    } catch (_) {
      return {}
    }
  }

  function remember(choices) {
    try {
      localStorage.setItem(storeName, JSON.stringify(choices))
    } catch (_) {
      // A reader who allows no storage chooses anew on each page.
    }
  }

  function addControls() {
    const template = document.getElementById('aids')
    if (!template) return
    const controls = template.content.firstElementChild.cloneNode(true)
    const inputs = [...controls.querySelectorAll('input')]
    const choices = recall()
    const show = ({name, value, checked}) => {
      if (checked && value !== '0') root.setAttribute(`data-${name}`, value)
      else root.removeAttribute(`data-${name}`)
    }
    for (const input of inputs) {
      if (input.name in choices) input.checked = choices[input.name] === input.value
      if (input.type === 'checkbox' || input.checked) show(input)
    }
    controls.addEventListener('change', ({target}) => {
      show(target)
      choices[target.name] = target.checked ? target.value : ''
      remember(choices)
    })
    addSpeech(controls)
    const skip = document.querySelector('.skip-link')
    if (skip) skip.after(controls)
    else document.body.prepend(controls)
  }

  function addRuler() {
    const ruler = document.createElement('div')
    ruler.className = 'aids-ruler'
    ruler.setAttribute('aria-hidden', 'true')
    document.body.append(ruler)
    const moveTo = (y) => {
      ruler.style.transform = `translateY(${y}px)`
    }
    document.addEventListener('pointermove', ({clientY}) => moveTo(clientY))
    // By keyboard it stands under what has the focus.
    document.addEventListener('focusin', ({target}) =>
      moveTo(target.getBoundingClientRect().bottom),
    )
  }

  const blocks = 'h1, h2, h3, h4, h5, h6, p, li, dt, dd, th, td, figcaption, pre'
  const voices = {'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW', 'zh-HK': 'zh-HK'}

  /** The text of an article in sentences: browsers break off what takes them too long to say. */
  function sentencesOf(prose) {
    const parts = [document.querySelector('h1'), ...prose.querySelectorAll(blocks)]
    return parts
      .filter((part) => part && !part.querySelector(blocks))
      .flatMap((part) => part.textContent.match(/[^。！？；…]+[。！？；…”」』）]*/g) || [])
      .filter((sentence) => sentence.trim() !== '')
  }

  function addSpeech(controls) {
    const prose = document.querySelector('.prose')
    const synthesis = window.speechSynthesis
    if (!prose || !synthesis) return controls.querySelector('.aids-speech').remove()
    const speak = controls.querySelector('.aids-speak')
    const start = speak.textContent
    const sentences = sentencesOf(prose)
    let next = 0
    let current
    const say = () => {
      if (next >= sentences.length) return stop()
      current = new SpeechSynthesisUtterance(sentences[next])
      current.lang = voices[root.lang] || root.lang
      const mine = current
      current.onend = () => {
        if (current !== mine) return
        next++
        say()
      }
      current.onerror = () => current === mine && pause()
      speak.textContent = speak.dataset.pause
      synthesis.speak(current)
    }
    // Pausing inside a sentence does not work everywhere; it begins again where it was left.
    const pause = () => {
      current = undefined
      synthesis.cancel()
      speak.textContent = speak.dataset.resume
    }
    const stop = () => {
      pause()
      next = 0
      speak.textContent = start
    }
    speak.addEventListener('click', () => (current ? pause() : say()))
    controls.querySelector('.aids-stop').addEventListener('click', stop)
    window.addEventListener('pagehide', stop)
  }

  /** The heading that the reader has come to, whose id is the same in every edition. */
  function placeOnPage() {
    if (window.scrollY === 0) return location.hash
    const headings = [...document.querySelectorAll('main :is(h2, h3, h4, h5, h6)[id]')]
    const passed = headings.filter((each) => each.getBoundingClientRect().top < 100)
    return passed.length > 0 ? `#${passed.pop().id}` : location.hash
  }

  function keepPlace() {
    document.addEventListener('click', ({target}) => {
      const link = target.closest('a[hreflang]')
      if (link) link.hash = placeOnPage()
    })
  }

  function addCopying() {
    for (const section of document.querySelectorAll('.citation')) {
      for (const text of section.querySelectorAll('.citation-text')) {
        const button = document.createElement('button')
        button.type = 'button'
        button.textContent = section.dataset.copy
        const status = document.createElement('span')
        status.setAttribute('role', 'status')
        button.addEventListener('click', async () => {
          await copy(text)
          status.textContent = section.dataset.copied
        })
        text.after(button, status)
      }
    }
  }

  /** A page that came over plain HTTP or from a disk may not use the clipboard but by a selection. */
  async function copy(element) {
    try {
      await navigator.clipboard.writeText(element.textContent)
    } catch (_) {
      getSelection().selectAllChildren(element)
      document.execCommand('copy')
    }
  }

  /** A citation says on which day the page was read. */
  function fillDays() {
    // Sweden writes 2026-01-09.
    const [year, month, day] = new Date().toLocaleDateString('sv').split('-')
    for (const place of document.querySelectorAll('[data-accessed]')) {
      const form = place.dataset.accessed
      place.textContent = form.replace('YYYY', year).replace('MM', month).replace('DD', day)
    }
  }

  /** In a frame of the search page on a disk, where no script may read another page. */
  function tellText() {
    if (location.protocol !== 'file:' || parent === window) return
    parent.postMessage(root.outerHTML, '*')
  }

  tellText()
  addControls()
  addRuler()
  addCopying()
  fillDays()
  keepPlace()
})()
