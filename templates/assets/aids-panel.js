/*
 * The panel of the reading aids, loaded when a reader opens it, since few do: looks of the page, and
 * reading aloud sentence by sentence in the voice of the edition, where there is something to read
 * and a voice to do it. Its words stand in the page, in the page's own language. What a reader
 * chooses is an attribute of the root element, which the style sheet honours.
 */

;(() => {
  const root = document.documentElement
  const aids = document.querySelector('#aids')
  const {size, contrast, pointer, ruler, speech} = aids.dataset
  const panel = document.createElement('div')

  function show() {
    const [legend, ...sizes] = size.split('|')
    const input = (type, name, value, word) =>
      `<label><input type="${type}" name="${name}" value="${value}">${word}</label>`
    panel.className = 'aids-panel'
    panel.innerHTML = [
      `<fieldset><legend>${legend}</legend>`,
      ...sizes.map((word, value) => input('radio', 'text-size', value, word)),
      '</fieldset><div>',
      input('checkbox', 'contrast', 'high', contrast),
      input('checkbox', 'pointer', 'large', pointer),
      input('checkbox', 'ruler', 'on', ruler),
      '</div>',
    ].join('')
    for (const each of panel.querySelectorAll('input')) {
      each.checked = (root.getAttribute(`data-${each.name}`) ?? '0') === each.value
    }
    panel.addEventListener('change', ({target}) => choose(target))
    aids.append(panel)
  }

  function choose({name, value, checked}) {
    if (checked && value !== '0') root.setAttribute(`data-${name}`, value)
    else root.removeAttribute(`data-${name}`)
    const names = ['text-size', 'contrast', 'pointer', 'ruler']
    const chosen = names.map((each) => [each, root.getAttribute(`data-${each}`)])
    try {
      localStorage['dibao-aids'] = JSON.stringify(Object.fromEntries(chosen))
    } catch (_) {
      // A reader who allows no storage chooses anew on each page.
    }
  }

  function addSpeech(prose, synthesis) {
    const [start, pause, resume, end] = speech.split('|')
    const text = `${document.querySelector('h1').innerText}\n${prose.innerText}`
    // Browsers break off what takes them too long to say.
    const sentences = text.match(/[^\n。！？；…]+[。！？；…”」』）]*/g)
    let next = 0
    let current

    const addButton = (label, action) => {
      const button = document.createElement('button')
      button.textContent = label
      button.addEventListener('click', action)
      panel.append(button)
      return button
    }

    // Pausing inside a sentence does not work everywhere; it begins again where it was left.
    function fallSilent(label) {
      current = undefined
      synthesis.cancel()
      main.textContent = label
      stop.hidden = next === 0 && label === start
    }

    function finish() {
      next = 0
      fallSilent(start)
    }

    function say() {
      if (next >= sentences.length) return finish()
      const mine = new SpeechSynthesisUtterance(sentences[next])
      const {lang} = root
      mine.lang = {'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW'}[lang] || lang
      mine.onend = () => {
        if (current !== mine) return
        next++
        say()
      }
      mine.onerror = () => current === mine && fallSilent(resume)
      current = mine
      main.textContent = pause
      stop.hidden = false
      synthesis.speak(mine)
    }

    const main = addButton(start, () => (current ? fallSilent(resume) : say()))
    const stop = addButton(end, finish)
    stop.hidden = true
    addEventListener('pagehide', () => synthesis.cancel())
  }

  show()
  const prose = document.querySelector('.prose')
  if (prose && window.speechSynthesis) addSpeech(prose, window.speechSynthesis)
})()
