import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {compareText} from '../../src/base/diagnostic.ts'

/** What `package-lock.json` says of a package (lockfileVersion 3). */
export interface LockedPackage {
  readonly version?: string
  readonly dev?: boolean
  readonly integrity?: string
  readonly hasInstallScript?: boolean
}

/** Packages by the folders that they are installed in. */
export type Lock = Readonly<Record<string, LockedPackage>>

/** A package that is installed along with Dibao. */
export interface InstalledPackage {
  readonly name: string
  readonly version: string
  /** As the package states it, mostly an expression of SPDX. */
  readonly licence: string
}

/** The packages of `package-lock.json`. */
export async function readLock(): Promise<Lock> {
  return JSON.parse(await readFile('package-lock.json', 'utf8')).packages
}

/** The packages that whoever installs Dibao gets: all but itself and those of development. */
export function runtimeOf(lock: Lock): readonly (readonly [folder: string, LockedPackage])[] {
  return Object.entries(lock).filter(([folder, {dev}]) => folder !== '' && !dev)
}

/** What the installed packages say of themselves, each name and version once, in one order. */
export async function readLicences(lock: Lock): Promise<readonly InstalledPackage[]> {
  const read = runtimeOf(lock).map(async ([folder]): Promise<InstalledPackage> => {
    const {name, version, license} = JSON.parse(
      await readFile(join(folder, 'package.json'), 'utf8'),
    )
    return {name, version, licence: license}
  })
  const byName = new Map(
    (await Promise.all(read)).map((each) => [`${each.name} ${each.version}`, each]),
  )
  return [...byName].toSorted(([left], [right]) => compareText(left, right)).map(([, each]) => each)
}

/** The document that lists what is installed along with Dibao, and under which licence. */
export function formatLicences(packages: readonly InstalledPackage[]): string {
  const counts = new Map<string, number>()
  for (const {licence} of packages) counts.set(licence, (counts.get(licence) ?? 0) + 1)
  const summary = [...counts]
    .toSorted(([one, left], [two, right]) => right - left || compareText(one, two))
    .map(([licence, count]) => `${licence} ${count}`)
  const rows = packages.map(({name, version, licence}) => `| ${name} | ${version} | ${licence} |\n`)
  return `# 用到的软件和许可 · Packages and their licences

本页由测试根据 \`package-lock.json\` 和装好的软件包生成，请不要手工修改；换了依赖以后运行 \`npm run docs\` 重新生成。

安装邸报时一起装上的软件包共 ${packages.length} 个，都没有安装脚本。简繁字词表、词频和读音编进了邸报自己的文件，来源和许可见 [NOTICE](../NOTICE)。

The ${packages.length} packages that are installed along with Dibao; none has an install script. Dictionary data is compiled into Dibao's own files: see [NOTICE](../NOTICE).

要交给信息安全部门的软件物料清单（SBOM，CycloneDX 或 SPDX 格式），在装了邸报的网站文件夹里运行；版本以那里的 \`package-lock.json\` 为准：

For a software bill of materials, in the form of CycloneDX or SPDX, run this in the folder of a site that Dibao is installed in, whose own \`package-lock.json\` decides the versions:

\`\`\`sh
npm sbom --sbom-format cyclonedx --omit dev > sbom.json
npm sbom --sbom-format spdx --omit dev > sbom.spdx.json
\`\`\`

在邸报自己的源码文件夹里请不要写 \`--omit dev\`：开发时也用到的软件包（如 yaml），npm 会一起略去。

In Dibao's own sources leave \`--omit dev\` out: npm would pass over packages that development uses as well, as yaml.

${summary.join(' · ')}

| 软件包 · Package | 版本 · Version | 许可 · Licence |
| --- | --- | --- |
${rows.join('')}`
}
