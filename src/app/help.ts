import type {Language} from '../base/diagnostic.ts'

const help: Readonly<Record<Language, string>> = {
  zh: `邸报 dibao：中文机构新闻的静态档案站生成器

用法：dibao <命令> [选项]

命令：
  build            整理全部文章，发布到 dist/
  dev              在本机预览，改动文件后网页自动刷新
  import 文件…     把旧文章（UTF-8 纯文本）导入 content/，原件另存
  inspect 文件     逐条显示每项规则改了什么、改后的文字、各版本的文字
  review           列出拿不准的转换，常见的在前；答案记进 glossary.yml
  text [文件]      整理一段文字（不写文件名则读标准输入），输出一个版本

选项：
  review 专用：
    --against 文件夹 与以前发布的网站（升级以前的 dist）比较，列出文字有哪些不同
  text 专用：
    --edition 版本   zh-Hans（默认）、zh-Hant、zh-HK
    --script 字形    auto（默认，自动判断）、hans、hant-tw、hant-hk、pseudo-hant、mixed
    --lines          每行各是一篇，各自判断；输出的行数不变
    --log 文件       把每处改动写成一行 JSON
    --glossary 文件  用词表（YAML，写法同文章里的 conversion）
  --site 文件夹    网站所在的文件夹（默认为当前文件夹）
  --port 端口      预览用的端口（默认 4000，被占用时往后找）
  --verbose        连同不要紧的说明一起显示
  --lang zh|en     界面语言（默认 zh）
  --help           显示本说明
  --version        显示版本号

退出码：0 成功；1 文章、设置或模板有错误，需要改正；2 命令用法不对，或磁盘、系统出了问题

English: dibao --help --lang en
`,
  en: `dibao: static news archives for Chinese institutions

Usage: dibao <command> [options]

Commands:
  build            repair all records and publish them to dist/
  dev              preview on this computer; pages reload when a file changes
  import FILE...   bring old announcements (plain text, UTF-8) into content/, keeping the originals
  inspect FILE     show what each rule changes, the text after it, and the text of every edition
  review           list open doubts of conversion, the most frequent first; answers go to glossary.yml
  text [FILE]      repair a text (standard input without a file) and print one edition

Options:
  for review:
    --against DIR    compare with a site published before (dist of before an upgrade)
  for text:
    --edition TAG    zh-Hans (default), zh-Hant, zh-HK
    --script NAME    auto (default), hans, hant-tw, hant-hk, pseudo-hant, mixed
    --lines          every line is a document of its own; as many lines out as in
    --log FILE       write every change as a line of JSON
    --glossary FILE  a glossary (YAML, as under conversion in a record)
  --site DIR       folder of the site (default: the current folder)
  --port PORT      port of the preview (default 4000; the next free one when taken)
  --verbose        show notes of no weight too
  --lang zh|en     language of messages (default zh)
  --help           show this help
  --version        show the version

Exit codes: 0 done; 1 something in records, settings or templates has to be put right;
2 wrong use of the command, or trouble with the disk or the system

中文：dibao --help
`,
}

/** How the program is used. */
export function helpText(language: Language): string {
  return help[language]
}
