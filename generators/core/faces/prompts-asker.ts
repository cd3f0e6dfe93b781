import type { PromptObject } from 'prompts';
import { exitCodes, Refusal } from '../refusal.ts';
import type { Asker, Question } from './asker.ts';

/** Built anew for every ask: prompts replaces functions in the objects that it is given. */
function promptFor(question: Question): PromptObject {
  const { key: name, message } = question;
  switch (question.kind) {
    case 'text':
      return {
        type: 'text',
        name,
        message,
        initial: question.initial,
        validate: (text: string) => question.faultOf(text) ?? true,
      };
    case 'confirm':
      return { type: 'confirm', name, message, initial: question.initial };
    case 'choice':
      return {
        type: 'select',
        name,
        message,
        initial: question.options.findIndex(({ value }) => value === question.initial),
        warn: 'cannot be chosen here',
        choices: question.options.map(({ value, label, hint, refused }) => ({
          value,
          title: label,
          description: refused ?? hint,
          disabled: refused !== undefined,
        })),
      };
  }
}

/** Asks a person at the terminal. Loads prompts only when there is something to ask. */
export async function promptsAsker(): Promise<Asker> {
  const { default: prompts } = await import('prompts');
  return {
    async ask(question) {
      let cancelled = false;
      const answers = await prompts(promptFor(question), {
        onCancel: () => {
          cancelled = true;
        },
      });
      const answer: unknown = answers[question.key];
      if (cancelled || (typeof answer !== 'string' && typeof answer !== 'boolean')) {
        throw new Refusal('Cancelled; nothing was written.', { exitCode: exitCodes.cancelled });
      }
      return answer;
    },
  };
}
