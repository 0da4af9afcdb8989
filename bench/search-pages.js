import {join} from 'node:path'
import {put} from './corpus.js'
import {documents} from './search-texts.js'

// The announcements of `bench/search.js` as pages, for other programs to index:
// `node bench/search-pages.js 10000 FOLDER`.

const [count = '10000', folder = 'pages'] = process.argv.slice(2)
let number = 0
for (const {titles, texts} of documents(Number(count))) {
  const paragraphs = texts
    .join('\n')
    .split('\n')
    .map((text) => `<p>${text}</p>`)
  const article = `<article><h1>${titles[0]}</h1>${paragraphs.join('')}</article>`
  const head = `<meta charset="utf-8"><title>${titles[0]}</title>`
  const page = `<!doctype html><html lang="zh-CN"><head>${head}</head><body>${article}</body></html>`
  await put(join(folder, `${number++}.html`), page)
}
