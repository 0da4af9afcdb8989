/*
 * Reads an article aloud, sentence by sentence, in the voice of its edition. Loaded when a reader
 * opens the reading aids; shows their button where there is something to read and a voice to do it.
 */

;(() => {
  const button = document.querySelector('.aids button')
  const prose = document.querySelector('.prose')
  const synthesis = window.speechSynthesis
  if (!button || !prose || !synthesis) return
  const {textContent: start, dataset: words} = button
  const {lang} = document.documentElement
  const text = `${document.querySelector('h1').innerText}\n${prose.innerText}`
  // Browsers break off what takes them too long to say.
  const sentences = text.match(/[^\n。！？；…]+[。！？；…”」』）]*/g)
  let next = 0
  let current

  function stop(label) {
    current = undefined
    synthesis.cancel()
    button.textContent = label
  }

  // Pausing inside a sentence does not work everywhere; it begins again where it was left.
  const pause = () => stop(words.resume)

  function say() {
    if (next >= sentences.length) {
      next = 0
      return stop(start)
    }
    const mine = new SpeechSynthesisUtterance(sentences[next])
    mine.lang = {'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW'}[lang] || lang
    mine.onend = () => {
      if (current !== mine) return
      next++
      say()
    }
    mine.onerror = () => current === mine && pause()
    current = mine
    button.textContent = words.pause
    synthesis.speak(mine)
  }

  button.addEventListener('click', () => (current ? pause() : say()))
  addEventListener('pagehide', () => synthesis.cancel())
  button.hidden = false
})()
