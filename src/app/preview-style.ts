/** Address of the style of what a preview adds to pages. */
export const previewStylePath = '/__dibao/preview.css'

/** The style at `previewStylePath`: the panel and links at the foot of a page, and the editor's pages. */
export const previewStyle = `.dibao-failed {
  max-width: 46rem;
  margin: 3rem auto;
  padding: 0 1rem;
  font: 1rem/1.7 sans-serif;
}

.dibao-failed h1 {
  font-size: 1.4rem;
}

.dibao-list li {
  margin: 0.4em 0;
  white-space: pre-wrap;
}

#dibao-problems {
  position: fixed;
  inset: auto 0 0;
  z-index: 9999;
  max-height: 45vh;
  overflow: auto;
  margin: 0;
  padding: 0.6rem 1rem;
  border-top: 3px solid #b38600;
  background: #fff8e6;
  color: #222;
  font: 0.9rem/1.6 sans-serif;
}

#dibao-problems[open] {
  border-color: #b3261e;
}

#dibao-tools {
  margin: 0;
  padding: 0.6rem 1rem;
  border-top: 1px solid #767676;
  background: #fff;
  color: #222;
  font: 0.9rem/1.6 sans-serif;
}

#dibao-tools a {
  color: #0b5394;
}

.dibao-page {
  max-width: 90rem;
  margin: 0 auto;
  padding: 1rem;
  background: #fff;
  color: #222;
  font: 1rem/1.7 sans-serif;
  overflow-wrap: anywhere;
}

.dibao-page h1 {
  font-size: 1.5rem;
  line-height: 1.4;
}

.dibao-page h2 {
  margin: 1.6rem 0 0.4rem;
  font-size: 1.15rem;
}

.dibao-page a {
  color: #0b5394;
}

.dibao-page ol {
  margin: 0;
  padding: 0 0 0 2.4rem;
}

.dibao-page li {
  margin: 0 0 0.6rem;
}

.dibao-page li.error::marker {
  color: #b3261e;
  font-weight: bold;
}

.dibao-row {
  display: grid;
  gap: 0 1.2rem;
  border-top: 1px solid #d0d0d0;
}

.dibao-row > div {
  padding: 0.4rem 0;
  white-space: pre-wrap;
}

.dibao-heads {
  font-weight: bold;
}

.dibao-row del {
  background: #fbe3e1;
  color: #8c1d18;
}

.dibao-row ins {
  background: #e2f1e4;
  color: #14532d;
}

@media (min-width: 48rem) {
  .dibao-columns-1 {
    grid-template-columns: 1fr 1fr;
  }

  .dibao-columns-2 {
    grid-template-columns: 1fr 1fr 1fr;
  }

  .dibao-columns-3 {
    grid-template-columns: 1fr 1fr 1fr 1fr;
  }

  .dibao-heads {
    position: sticky;
    top: 0;
    background: #fff;
  }
}

@media (max-width: 47.99rem) {
  .dibao-row > .received {
    padding-left: 0.6rem;
    border-left: 3px solid #b38600;
  }
}
`
