/** Address of the style of what a preview adds to pages. */
export const previewStylePath = '/__dibao/preview.css'

/** The style at `previewStylePath`: the page of problems, and the panel at the foot of a page. */
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
`
