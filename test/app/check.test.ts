import {beforeEach, expect, test, vi} from 'vitest'
import {check} from '../../src/app/commands/check.ts'
import {createRecordingTerminal, makeSite} from '../support/folder.ts'

const plain = {format: 'text', json: false, strict: false}

beforeEach(() => {
  vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.UTC(2024, 0, 1) / 1000))
})

function record(name: string, fields: string, body: string): string {
  return `-- content/${name}.md --\n---\ntitle: 甲${name}\ndate: 2004-01-02\n${fields}---\n${body}\n`
}

async function checkFiles(archive: string, args: Partial<typeof plain> = {}) {
  const terminal = createRecordingTerminal()
  const code = await check({...plain, ...args}, await makeSite(archive), terminal)
  return {code, out: terminal.out(), err: terminal.err()}
}

test('has nothing to say about a sound archive', async () => {
  const found = await checkFiles(
    record('a', '', '[乙](record:b#一-要求)，[丙](/2004/01/b/)，[下](#小结)\n\n## 小结\n\n正文。') +
      record('b', '', '## 一、要求\n\n![会议现场](t.png)') +
      '-- content/t.png --\nx\n',
  )
  expect(found).toEqual({code: 0, out: ['没有发现问题'], err: []})
})

test('finds links and places that lead nowhere, each with line and column', async () => {
  const {code, err} = await checkFiles(
    record(
      'a',
      '',
      '[一](/2004/01/c/)与[二](/2004/01/b)\n\n[三](record:b#要求)\n\n[四](#没有)，[五](record:d)',
    ) +
      record('b', '', '## 一、要求') +
      record('d', 'draft: true\n', '草稿'),
  )
  expect({code, err}).toEqual({
    code: 0,
    err: [
      'content/a.md:5:1: 提醒: 正文链接到本站的「/2004/01/c/」，那里没有网页，也没有文件 (site/dead-path)',
      'content/a.md:5:18: 提醒: 正文链接到本站的「/2004/01/b」，那里没有网页，也没有文件 (site/dead-path)',
      'content/a.md:7:1: 提醒: 「record:b」那一篇里没有「#要求」这个位置 (site/dead-anchor)',
      'content/a.md:9:1: 提醒: 本篇里没有「#没有」这个位置 (site/dead-anchor)',
      'content/a.md:9:10: 提醒: 正文链接到「record:d」，但没有发布这个编号的文章；网页上只显示文字 (site/dead-record-link)',
    ],
  })
})

test('finds footnotes, aliases, feeds and files of public where links lead to them', async () => {
  const {err} = await checkFiles(
    `${record(
      'a',
      'aliases: [/old.asp?id=1]\n',
      '注[^甲]，[旧](/old.asp?id=1)，[页](/p/x.pdf)，[图](/robots.txt)\n\n[^甲]: 注文',
    )}-- public/p/x.pdf --\nx\n`,
  )
  expect(err.filter((line) => !line.includes('emit/'))).toEqual([])
})

test('finds pictures of which nothing is said', async () => {
  const {err} = await checkFiles(
    `${record(
      'a',
      'pictures: [{name: 图1.png, file: t.png}]\n',
      '![](t.png)\n\n![IMG_1.jpg](u.png)\n\n图1.png',
    )}-- content/t.png --\nx\n-- content/u.png --\nx\n`,
  )
  expect(err).toEqual([
    'content/a.md:6:1: 提醒: 图片「content/t.png」没有说明，看不见图的人不知道它是什么 (site/missing-alt)',
    'content/a.md:8:1: 提醒: 图片「content/u.png」没有说明，看不见图的人不知道它是什么 (site/missing-alt)',
  ])
})

test('finds days that cannot be right together', async () => {
  const {err} = await checkFiles(
    record(
      'a',
      'written: 2004-01-03\nupdated: 2003-12-31\ndocumentNumber: 云办〔2005〕1号\n',
      '甲',
    ) + record('b', 'withdrawn: {date: 2004-01-01}\n', '乙'),
  )
  expect(err).toEqual([
    'content/a.md:4:10: 提醒: [written] 成文日期晚于发布日期：2004-01-03，发布日期 2004-01-02 (site/odd-date)',
    'content/a.md:5:10: 提醒: [updated] 更新日期早于发布日期：2003-12-31，发布日期 2004-01-02 (site/odd-date)',
    'content/a.md:6:17: 提醒: [documentNumber] 发文字号的年份晚于发布日期：云办〔2005〕1号，发布日期 2004-01-02 (site/odd-date)',
    'content/b.md:4:12: 提醒: [withdrawn] 撤回日期早于发布日期：2004-01-01，发布日期 2004-01-02 (site/odd-date)',
  ])
})

test('finds a text that is published twice, in whatever script, and no mere formula', async () => {
  const text =
    '各区县关工委要高度重视这项工作。请于本月底以前把统计表报送办公室。逾期不报的将在全市通报。'
  const {err} = await checkFiles(
    record('a', '', text) +
      record('b', '', `${text.replace('本月底', '下月底')}`).replace('01-02', '01-05') +
      record(
        'c',
        '',
        `各區縣關工委要高度重視這項工作。請於本月底以前把統計表報送辦公室。逾期不報的將在全市通報。`,
      ).replace('01-02', '01-04') +
      record(
        'd',
        '',
        '各区县关工委要高度重视这项工作。其他的事情都由各单位自己来定，不必上报，也不用开会。',
      ),
  )
  expect(err).toEqual([
    'content/c.md:2:8: 提醒: [title] 正文与 content/a.md 有 100% 相同，可能是同一篇 (site/duplicate-text)',
  ])
})

test('looks for personal data in earlier versions too, and tells one that nothing differs from', async () => {
  const {code, err} = await checkFiles(
    record('a', '', '张三，身份证号略。') +
      record('a@2004-02-01', '', '张三，身份证号990000199003071239。').replace(
        '甲a@2004-02-01',
        '甲a',
      ) +
      record('b', '', '正文。') +
      record('b@2004-02-01', '', '正文。').replace('甲b@2004-02-01', '甲b'),
  )
  expect({code, err}).toEqual({
    code: 1,
    err: [
      'content/a@2004-02-01.md:5:8: 错误: 这里有身份证号「9900************39」，发布以后人人都能看到 (record/personal-number)',
      'content/b@2004-02-01.md: 提醒: 2004-02-01 的历史版本和现在的文字一字不差，没有可以对照的 (site/odd-version)',
    ],
  })
})

test('fails on an identity number, which it never shows whole, and where else it is told to', async () => {
  const notice = record(
    'a',
    'column: 公示公告\n',
    '张三，身份证号990000199003071239，手机13800000000，zs@example.cn',
  )
  const {code, err} = await checkFiles(notice)
  expect({code, err}).toEqual({
    code: 1,
    err: [
      'content/a.md:6:8: 错误: 这里有身份证号「9900************39」，发布以后人人都能看到 (record/personal-number)',
      'content/a.md:6:29: 提醒: 这里有手机号码「138******00」，请确认是否应当公开 (record/contact)',
      'content/a.md:6:41: 提醒: 这里有电子邮箱「z***@example.cn」，请确认是否应当公开 (record/contact)',
    ],
  })
  const levels = '-- dibao.yml --\nchecks: {privacy: warning, contacts: off}\n'
  expect(await checkFiles(notice + levels)).toMatchObject({
    code: 0,
    err: [expect.stringContaining('提醒')],
  })
  expect((await checkFiles(notice + levels, {strict: true})).code).toBe(1)
})

test('finds hidden text and the words that the site watches for', async () => {
  const {err} = await checkFiles(
    record('a', '', '本区<span style="display:none">广告</span>云溪市大会，云溪区代表。') +
      '-- dibao.yml --\nwords: {云溪区: 云溪市, 大会: 全市大会, 代表: }\n' +
      record('b', '', '全市大会。'),
  )
  expect(err).toEqual([
    'content/a.md:5:16: 提醒: 这里的文字原来用「display:none」藏了起来，发布以后会显示出来 (record/hidden-text)',
    'content/a.md:5:42: 提醒: 这里有「大会」，是 dibao.yml 的 words 里列出的词 (site/watched-word)',
    'content/a.md:5:45: 提醒: 这里有「云溪区」，是 dibao.yml 的 words 里列出的词 (site/watched-word)',
    'content/a.md:5:48: 提醒: 这里有「代表」，是 dibao.yml 的 words 里列出的词 (site/watched-word)',
  ])
})

test('finds characters of the other script, but not where they are wanted', async () => {
  const {err} = await checkFiles(
    record('a', 'script: hant-tw\n', '會議紀錄与这里。') +
      record(
        'b',
        '',
        '匾上写着<span lang="zh-Hant" translate="no">為民</span>，附件见 岗位表.docx。',
      ),
  )
  expect(err).toEqual([
    'content/a.md:6:5: 提醒: 繁体版里有不属于这个版本的字「与这」（…會議紀錄与这里。…） (site/wrong-script)',
  ])
})

test('a wrong level or check in the settings is told with what there is', async () => {
  const {code, err} = await checkFiles(
    `${record('a', '', '甲')}-- dibao.yml --\nchecks: {links: never, link: off}\n`,
  )
  expect(code).toBe(1)
  expect(err).toEqual([
    expect.stringContaining('[checks.links] 这一项设置的内容不对'),
    expect.stringContaining('[checks.link] 没有「link」这项设置'),
  ])
})
