import type {Element, Root, Text} from 'hast'
import type {Picture} from '../../record/record.ts'
import {cutText, element, isElement, replaceChild, textNode, visitElements} from '../tree.ts'

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

function nameOf(image: Element): Text {
  return attributeText(image, 'alt') ?? textNode(String(image.properties['src'] ?? ''))
}

/** What an attribute says as a text, with its place in the body. */
function attributeText({properties, data}: Element, name: 'alt' | 'title'): Text | undefined {
  const value = String(properties[name] ?? '')
  const places = data?.attributePlaces?.[name]
  return value === '' ? undefined : {...textNode(value), ...(places && {data: {places}})}
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
  const {file, missing, caption} = picture
  if (file !== undefined && !missing) {
    const image = element('img', {src: file, alt: caption ?? ''})
    const {position} = paragraph
    return shownFigure(
      {...image, ...(position && {position})},
      caption ? textNode(caption) : undefined,
    )
  }
  return missingFigure(caption === undefined ? trimmed(only) : textNode(caption))
}

function trimmed(text: Text): Text {
  const start = text.value.length - text.value.trimStart().length
  return cutText(text, start, text.value.trimEnd().length)
}

function figureOfImage(image: Element): Element {
  if (!isLocal(image)) return missingFigure(nameOf(image))
  const {title} = image.properties
  return shownFigure(image, attributeText(image, title === undefined ? 'alt' : 'title'))
}

function shownFigure(image: Element, caption: Text | undefined): Element {
  const {src, alt = ''} = image.properties
  const properties = {src, alt, loading: 'lazy', decoding: 'async'} as const
  const shown = {...image, properties}
  return element('figure', {}, caption ? [shown, captionOf([caption])] : [shown])
}

/** What stands for a lost picture: a figure that has its name for a caption. */
function missingFigure(name: Text): Element {
  return element('figure', {className: ['missing-picture']}, [captionOf(nameAndNote(name))])
}

function nameAndNote(name: Text): Element[] {
  return [
    element('span', {className: ['picture-name']}, [name]),
    element('span', {className: ['missing-picture-note']}, [textNode('（图片缺失）')]),
  ]
}

function captionOf(children: Element['children']): Element {
  return element('figcaption', {}, children)
}
