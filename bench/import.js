import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {printTable} from './measure.js'
import {compiled} from './program.js'
import {runProcess} from './run-process.js'

const program = fileURLToPath(compiled('app/cli.js'))
const host = 'www.example.org'
const sentence = '各单位要提高认识，压实责任，按时完成各项任务，并于月底前报送书面材料。'

/**
 * The import of a generated old site of so many pages in two designs, tried and in earnest, and the
 * same once more when all is there already.
 * @param {number} count
 */
export async function benchImport(count) {
  const root = await mkdtemp(join(tmpdir(), 'dibao-bench-'))
  try {
    const from = join(root, 'old')
    for (let index = 0; index < count; index++) {
      const path = join(from, host, String(index % 50), `${index}.html`)
      await mkdir(dirname(path), {recursive: true})
      await writeFile(path, pageOf(index))
    }
    const site = join(root, 'site')
    await mkdir(site)
    const runs = [
      ['试运行 --dry-run', ['--dry-run']],
      ['导入 import', []],
      ['再导入一遍 again', []],
    ]
    const rows = []
    for (const [name, options] of runs) {
      const args = [program, 'import', from, '--site', site, ...(options ?? [])]
      const {seconds, cpu, peak} = await runProcess(process.execPath, args, root)
      const each = ((cpu / count) * 1000).toFixed(1)
      rows.push([String(name), seconds.toFixed(1), cpu.toFixed(1), each, (peak / 1e6).toFixed(0)])
    }
    const heads = ['', '秒 s', '处理器秒 s of processor', '每页毫秒 ms a page', '内存 MB']
    printTable(`导入 Import, ${count} 个网页 pages`, heads, rows)
  } finally {
    await rm(root, {recursive: true, force: true})
  }
}

function pageOf(/** @type {number} */ index) {
  const paragraphs = Array.from({length: 3 + (index % 5)}, (_, at) => {
    return `<p>　　第${index}号通知第${at + 1}段。${sentence.repeat(1 + ((index + at) % 4))}</p>`
  })
  const day = `${2004 + (index % 12)}-${String((index % 12) + 1).padStart(2, '0')}-05`
  const title = `关于开展第${index}项工作的通知`
  const text = `${paragraphs.join('\n')}<p>另见<a href="/${(index + 7) % 50}/${index + 7}.html">以前的通知</a>。</p>`
  const menu = '<a href="/">网站首页</a> | <a href="/fw/">办事服务</a>'
  return index % 2 === 0
    ? `<html><head><meta charset="utf-8"><title>${title}-某某网</title></head><body><div>${menu}</div><div class="a"><h1>${title}</h1><div>发布时间：${day} 来源：某某局 浏览次数：${index}</div><div class="text">${text}</div><div>【打印本页】【关闭窗口】</div></div><div>主办：某某局</div></body></html>`
    : `<html><head><title>${title}</title></head><body><table><tr><td>${menu}</td></tr><tr><td class="title">${title}</td></tr><tr><td>日期：${day}　点击：${index}次</td></tr><tr><td>${text}</td></tr><tr><td>责任编辑：某某</td></tr></table></body></html>`
}
