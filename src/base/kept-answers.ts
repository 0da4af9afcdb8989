/**
 * A step that remembers its answers, for questions that are few and come again and again. They are
 * held as long as the step is.
 */
export function keepingAnswers<Question, Answer>(
  step: (question: Question) => Answer,
): (question: Question) => Answer {
  const answers = new Map<Question, Answer>()
  return (question) => {
    const known = answers.get(question)
    if (known !== undefined) return known
    const answer = step(question)
    answers.set(question, answer)
    return answer
  }
}
