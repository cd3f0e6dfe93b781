/** A question, without any idea of how it is put on a screen. */
export type Question =
  | {
      readonly kind: 'text';
      readonly key: string;
      readonly message: string;
      readonly initial: string;
      readonly faultOf: (text: string) => string | undefined;
    }
  | {
      readonly kind: 'choice';
      readonly key: string;
      readonly message: string;
      readonly initial: string;
      readonly options: readonly Option[];
    }
  | {
      readonly kind: 'confirm';
      readonly key: string;
      readonly message: string;
      readonly initial: boolean;
    };

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint: string;
  /** Why it cannot be chosen, given what was answered before. */
  readonly refused?: string;
}

/** Puts questions to somebody: a person at a terminal, or a table of answers in a test. */
export interface Asker {
  /** @throws {Refusal} with exit code 130 when the person cancels */
  readonly ask: (question: Question) => Promise<string | boolean>;
}
