import type { Asker, Question } from '../../../generators/core/faces/asker.ts';

/** Answers by key, takes what is suggested where there is none, and remembers what it was asked. */
export function keyedAsker(answers: Readonly<Record<string, string | boolean>> = {}) {
  const asked: Question[] = [];
  const asker: Asker = {
    ask(question) {
      asked.push(question);
      return Promise.resolve(answers[question.key] ?? question.initial);
    },
  };
  return { asker, asked, keys: () => asked.map(({ key }) => key) };
}
