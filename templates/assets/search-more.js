/*
 * What the search page seldom needs: the text of a page that lies on a disk, and the names that a
 * search by letters may have meant.
 */

/** From a disk no script may read a page. Shown in a frame, a page tells its own text (aids.js). */
function readFromDisk(address) {
  return new Promise((done) => {
    const frame = document.createElement('iframe')
    frame.hidden = true
    frame.src = address
    const hear = ({source, data}) => {
      if (source !== frame.contentWindow) return
      removeEventListener('message', hear)
      frame.remove()
      done(data)
    }
    addEventListener('message', hear)
    document.body.append(frame)
  })
}

/** The names whose pinyin, or the first letters of it, begins so or has them further on. */
async function suggestNames(query, search, label) {
  const [names] = await search.names(document.documentElement.lang)
  const letters = query.toLowerCase().replace(/[^a-z]/g, '')
  const either = (test) => (forms) => forms.slice(0, 2).some(test)
  const has = either((form) => form.includes(letters))
  const begins = either((form) => form.startsWith(letters))
  const meant = names
    .split('\n')
    .map((line) => line.split(' '))
    .filter(has)
    .sort((left, right) => begins(right) - begins(left))
    .slice(0, 5)
  const links = meant.map(([, , name]) => {
    const link = document.createElement('a')
    link.href = `?${new URLSearchParams({q: name})}`
    link.textContent = name
    return link
  })
  return links.length > 0 ? [` ${label}`, ...links.flatMap((link) => [' ', link])] : []
}

document.currentScript.take(readFromDisk, suggestNames)
