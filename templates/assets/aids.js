/*
 * Reading aids, the day in citations, and links to other editions that keep the reader's place.
 * Without this script no aid is offered. What a reader chooses is an attribute of the root element,
 * which the style sheet honours, and is remembered on the reader's own machine.
 */

;(() => {
  const root = document.documentElement
  const find = (selector) => document.querySelector(selector)
  const findAll = (selector) => [...document.querySelectorAll(selector)]

  /** What a reader has chosen before; nothing that a page does not know. */
  function showChoices() {
    let choices
    try {
      choices = JSON.parse(localStorage['dibao-aids'])
    } catch (_) {}
    for (const look of [
      'text-size 1',
      'text-size 2',
      'text-size 3',
      'contrast high',
      'pointer large',
      'ruler on',
    ]) {
      const [name, value] = look.split(' ')
      if (choices?.[name] === value) root.setAttribute(`data-${name}`, value)
    }
  }

  function offerAids(aids) {
    const panel = document.createElement('script')
    panel.src = aids.dataset.panel
    aids.addEventListener('toggle', () => document.body.append(panel), {once: true})
    aids.hidden = false
  }

  function addRuler() {
    const ruler = document.createElement('div')
    ruler.className = 'aids-ruler'
    document.body.append(ruler)
    const moveTo = (y) => {
      ruler.style.top = `${y}px`
    }
    addEventListener('pointermove', ({clientY}) => moveTo(clientY))
    // By keyboard it stands under what has the focus.
    addEventListener('focusin', ({target}) => moveTo(target.getBoundingClientRect().bottom))
  }

  /** Another edition opens at the heading that the reader has come to; its id is the same there. */
  function keepPlace({target}) {
    const link = target.closest('a[hreflang]')
    if (!link) return
    const passed = findAll('main :is(h2, h3, h4, h5, h6)[id]').filter(
      (each) => scrollY > 0 && each.getBoundingClientRect().top < 100,
    )
    link.hash = passed.length > 0 ? passed.pop().id : location.hash
  }

  function addCopying(text) {
    const {copy, copied} = find('.citation').dataset
    const button = document.createElement('button')
    button.textContent = copy
    const status = document.createElement('span')
    status.role = 'status'
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(text.textContent)
      } catch (_) {
        // A page that came over plain HTTP or from a disk copies what is selected.
        getSelection().selectAllChildren(text)
        document.execCommand('copy')
      }
      status.textContent = copied
    })
    text.after(button, status)
  }

  /** A citation says on which day the page was read. */
  function fillDay(place) {
    // Sweden writes 2026-01-09.
    const day = new Date().toLocaleDateString('sv')
    place.textContent = place.dataset.accessed.replace(/YYYY(.)MM.DD/, (_, mark) =>
      day.replaceAll('-', mark),
    )
  }

  /** In a frame of the search page on a disk, where no script may read another page. */
  function tellText() {
    if (location.protocol !== 'file:' || parent === window) return
    parent.postMessage(root.outerHTML, '*')
  }

  tellText()
  showChoices()
  const aids = find('#aids')
  if (aids) offerAids(aids)
  addRuler()
  addEventListener('click', keepPlace)
  findAll('.citation-text').forEach(addCopying)
  findAll('[data-accessed]').forEach(fillDay)
})()
