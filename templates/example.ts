/** The resource that a new project begins with; written and read like any other. */
export const example = {
  name: 'task',
  fields: [
    { name: 'title', type: 'string', maxLength: 200, required: true },
    { name: 'status', type: 'enum', values: ['todo', 'in_progress', 'done'], required: true },
    { name: 'dueDate', type: 'date' },
    { name: 'notes', type: 'text' },
  ],
} as const;
