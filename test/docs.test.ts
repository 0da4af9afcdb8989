import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {formatCommands} from '../src/app/command-manual.ts'
import {commands} from '../src/app/commands.ts'
import {allProblems, exampleOf, formatFrontMatter, formatMessages} from '../src/app/manual.ts'
import {commonOptions} from '../src/app/options.ts'
import {toSiteFolder} from '../src/app/site-folder.ts'
import {readTheme} from '../src/app/sources.ts'
import {formatLicences, readLicences, readLock} from './support/licences.ts'
import {formatTheming} from './support/theming.ts'
import {readAllViewTypes} from './support/views.ts'

// `npm run docs` writes the documents anew.

test('the list of messages is up to date', async () => {
  await expect(formatMessages()).toMatchFileSnapshot('../docs/messages.md')
})

test('the table of fields is up to date', async () => {
  await expect(formatFrontMatter()).toMatchFileSnapshot('../docs/front-matter.md')
})

test('the list of commands is up to date', async () => {
  await expect(formatCommands()).toMatchFileSnapshot('../docs/commands.md')
})

test('the document on templates is up to date', async () => {
  const types = await readAllViewTypes()
  const {templates} = await readTheme(toSiteFolder('.'))
  await expect(formatTheming(types, templates)).toMatchFileSnapshot('../docs/theming.md')
})

test('the list of licences is up to date', async () => {
  const licences = await readLicences(await readLock())
  await expect(formatLicences(licences)).toMatchFileSnapshot('../docs/licences.md')
})

test('every problem of the program is listed, under a name of its own', async () => {
  const paths = await readdir('src', {recursive: true})
  const catalogues = paths.filter((path) => path.endsWith('problems.ts'))
  const texts = await Promise.all(catalogues.map((path) => readFile(join('src', path), 'utf8')))
  const named = texts.flatMap((text) =>
    [...text.matchAll(/ruleId: '([^']+)'/g)].map(([, id]) => id),
  )
  expect(allProblems.map(({ruleId}) => ruleId).toSorted()).toEqual(named.toSorted())
  expect(new Set(named).size).toBe(named.length)
})

test('every command that a document, a message or a new archive tells to type is there', async () => {
  const folders = ['.', 'docs', 'starter', 'starter/templates']
  const paths = (
    await Promise.all(
      folders.map(async (folder) => (await readdir(folder)).map((name) => join(folder, name))),
    )
  ).flat()
  const typed = (
    await Promise.all(
      paths
        .filter((path) => /\.(?:md|yml)$/.test(path) && !path.endsWith('CHANGELOG.md'))
        .map(async (path) => [...(await readFile(path, 'utf8')).matchAll(commandLine)]),
    )
  ).flat()
  expect(typed.length).toBeGreaterThan(60)
  const wrong = typed.filter(([, name, rest = '']) => {
    const command = commands.find((each) => each.name === name)
    const given = [...rest.matchAll(/--([a-z-]+)/g)].map(([, option]) => option)
    const known: readonly string[] = [...(command?.options ?? []), ...commonOptions]
    return !command || given.some((option) => option !== undefined && !known.includes(option))
  })
  expect(wrong.map(([line]) => line)).toEqual([])
})

/** A command with what follows it on the line, up to where prose goes on or a table's cell ends. */
const commandLine = /npx dibao ([a-z]+)([^`\n|（。；]*)/g

test.each(allProblems.map((problem) => [problem.ruleId, problem] as const))(
  '%s is said in full in both languages',
  (_, problem) => {
    const {reason, advice} = exampleOf(problem)
    expect(reason.zh).toMatch(/\p{Script=Han}/u)
    expect(reason.en).toMatch(/[a-z]/)
    // A message that does not say what to do leaves an editor alone with it.
    expect(advice).toBeDefined()
    for (const text of [reason.zh, reason.en, advice?.zh ?? '甲', advice?.en ?? 'a']) {
      expect(text.trim()).not.toBe('')
      expect(text).not.toMatch(/undefined|\[object|NaN/)
      // In an archive the program is no command of its own.
      expect(text).not.toMatch(/(?<!npx )\bdibao [a-z]/)
    }
  },
)
