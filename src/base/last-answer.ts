/**
 * A step that has its last answer ready when it is asked the very same again, as most steps are when
 * a site is made anew after one edit.
 */
export function keepingLastAnswer<Question extends readonly unknown[], Answer>(
  step: (...question: Question) => Answer,
): (...question: Question) => Answer {
  let last: {readonly question: Question; readonly answer: Answer} | undefined
  return (...question) => {
    if (!last?.question.every((part, index) => part === question[index])) {
      last = {question, answer: step(...question)}
    }
    return last.answer
  }
}
