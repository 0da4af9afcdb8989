import type {Article} from '../../article/article.ts'
import {type Diagnostic, report} from '../../base/diagnostic.ts'
import {missingAlt} from '../check-problems.ts'
import {nameOfReference} from '../reference.ts'

/** Pictures of which nothing is said, or no more than the name of a file. */
export function checkPictures({file, references}: Article): readonly Diagnostic[] {
  return references.flatMap(({target, place, alt}) => {
    if (alt === undefined || !isEmpty(alt)) return []
    const name = nameOfReference(target)
    const path = target.startsWith('asset:') ? `content/${name}` : name
    return [report(missingAlt, {file: `content/${file}`, ...(place && {place})}, {path})]
  })
}

function isEmpty(alt: string): boolean {
  return alt.trim() === '' || /^\S*\.(?:png|jpe?g|gif|webp|svg|bmp|tiff?)$/i.test(alt.trim())
}
