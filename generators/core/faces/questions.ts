import { dimensions } from '../../../templates/choices.ts';
import type { Dimension } from '../spec/dimension.ts';
import { faultOfProjectName } from '../spec/name-rules.ts';
import { faultOfDescription } from '../spec/parse.ts';
import { brokenRules, sentenceOf } from '../spec/rules.ts';
import type { Asker, Option, Question } from './asker.ts';
import type { Answers } from './answers.ts';

type Chosen = Readonly<Record<string, string | undefined>>;

function optionsOf({ id, choices }: Dimension, chosen: Chosen): Option[] {
  return choices.map((choice) => {
    const [broken] = brokenRules({ ...chosen, [id]: choice.id });
    const option = { value: choice.id, label: choice.label, hint: choice.hint };
    return broken === undefined ? option : { ...option, refused: sentenceOf(broken) };
  });
}

/** The question for a dimension; none where there is nothing to choose. */
export function choiceQuestion(dimension: Dimension, chosen: Chosen): Question | undefined {
  const options = optionsOf(dimension, chosen);
  if (options.length < 2) return undefined;
  const { id: key, question: message, default: initial } = dimension;
  return { kind: 'choice', key, message, initial, options };
}

const textQuestions = (answers: Answers): readonly Question[] => [
  {
    kind: 'text',
    key: 'name',
    message: 'What is the project called?',
    initial: answers.suggestedName,
    faultOf: faultOfProjectName,
  },
  {
    kind: 'text',
    key: 'description',
    message: 'What does it do, in one line? (may be empty)',
    initial: '',
    faultOf: faultOfDescription,
  },
];

const exampleQuestion: Question = {
  kind: 'confirm',
  key: 'example',
  message: 'Begin with an example resource, tasks, to read and to replace?',
  initial: true,
};

/** Asks for everything that was not given, in order; what was given is not asked again. */
export async function askMissing(answers: Answers, asker: Asker): Promise<Record<string, unknown>> {
  const given: Record<string, unknown> = { ...answers.given };
  const put = async (question: Question | undefined): Promise<void> => {
    if (question === undefined || given[question.key] !== undefined) return;
    given[question.key] = await asker.ask(question);
  };
  for (const question of textQuestions(answers)) await put(question);
  for (const dimension of dimensions) await put(choiceQuestion(dimension, given as Chosen));
  if (given['resources'] === undefined) await put(exampleQuestion);
  return given;
}
