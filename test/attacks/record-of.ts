/** A record file in which a text stands in every field that takes any, and in its body. */
export function recordOf(id: string, text: string): string {
  const value = JSON.stringify(text)
  return `-- content/2024/${id}.md --
---
title: ${value}
subtitle: ${value}
date: 2024-01-02
column: ${value}
tags: [${value}]
source: ${value}
author: ${value}
editor: ${value}
documentNumber: ${value}
indexNumber: ${value}
pictures: [{name: 图14.png, caption: ${value}, missing: true}]
provenance: {from: ${value}, url: "https://old.example/", file: ${value}}
---
第一段${text.replace(/[\n\r]/g, ' ')}

图14.png
`
}
