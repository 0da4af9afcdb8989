import type {Element, Root} from 'hast'
import type {Picture} from '../../record/record.ts'
import {element, isElement, replaceChild, textNode, visitElements} from '../tree.ts'

/**
 * Makes figures: of a paragraph that is only a picture, and of one that is only the name of a
 * picture the record lists. A picture that is lost, or lies on another server, keeps its place and
 * says its name and that it is lost.
 */
export function makeFigures(tree: Root, pictures: readonly Picture[]): void {
  visitElements(tree, (paragraph, parent) => {
    if (paragraph.tagName !== 'p') return
    const figure = figureOf(paragraph, pictures)
    if (figure) replaceChild(parent, paragraph, figure)
  })
  visitElements(tree, (image, parent) => {
    if (image.tagName === 'img' && !isLocal(image)) {
      replaceChild(
        parent,
        image,
        element('span', {className: ['missing-picture']}, nameAndNote(nameOf(image))),
      )
    }
  })
}

/** Whether a picture lies on another server, from which no page loads. */
export function isRemotePicture({tagName, properties}: Element): boolean {
  return tagName === 'img' && /^(?:https?:)?\/\//i.test(String(properties['src'] ?? ''))
}

/** The sanitiser leaves no address of any other kind. */
function isLocal(image: Element): boolean {
  return String(image.properties['src'] ?? '') !== '' && !isRemotePicture(image)
}

function nameOf({properties}: Element): string {
  return String(properties['alt'] || properties['src'] || '')
}

function figureOf(paragraph: Element, pictures: readonly Picture[]): Element | undefined {
  const [only, ...others] = paragraph.children.filter(
    (child) => child.type !== 'text' || child.value.trim() !== '',
  )
  if (others.length > 0) return undefined
  if (isElement(only, 'img')) return figureOfImage(only)
  if (only?.type !== 'text') return undefined
  const line = only.value.trim()
  const picture = pictures.find(({name}) => name.trim() === line)
  if (!picture) return undefined
  return picture.file === undefined || picture.missing
    ? missingFigure(picture.caption ?? picture.name)
    : shownFigure(picture.file, picture.caption ?? '', picture.caption)
}

function figureOfImage(image: Element): Element {
  const {src, alt = '', title} = image.properties
  if (!isLocal(image)) return missingFigure(nameOf(image))
  return shownFigure(String(src ?? ''), String(alt), String(title ?? alt))
}

function shownFigure(file: string, alt: string, caption: string | undefined): Element {
  const image = element('img', {src: file, alt, loading: 'lazy', decoding: 'async'})
  return element('figure', {}, caption ? [image, captionOf([textNode(caption)])] : [image])
}

/** What stands for a lost picture. Its name is a block of its own, since it is read as a caption. */
function missingFigure(name: string): Element {
  return element('figure', {className: ['missing-picture']}, [
    element('div', {className: ['missing-picture-frame'], ariaHidden: 'true'}),
    captionOf(nameAndNote(name)),
  ])
}

function nameAndNote(name: string): Element[] {
  return [
    element('span', {className: ['picture-name']}, [textNode(name)]),
    element('span', {className: ['missing-picture-note']}, [textNode('（图片缺失）')]),
  ]
}

function captionOf(children: Element['children']): Element {
  return element('figcaption', {}, children)
}
