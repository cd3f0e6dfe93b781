import * as z from 'zod';

const text = (maximum: number) =>
  z
    .string()
    .min(1)
    .refine((value) => value.isWellFormed() && !value.includes('\0'))
    .refine((value) => value.trim() === value)
    .refine((value) => value.length <= maximum || Array.from(value).length <= maximum);

const fields = {
  title: text(200),
  status: z.enum(['todo', 'in_progress', 'done']),
  dueDate: z.iso.date().nullable(),
  notes: text(10_000).nullable(),
};

export const params = z.object({ id: z.uuid().toLowerCase() });
export const noQuery = z.strictObject({});

export const taskInput = z.strictObject({
  ...fields,
  dueDate: fields.dueDate.default(null),
  notes: fields.notes.default(null),
});

export const task = z.object({
  id: z.uuid(),
  ...fields,
  createdAt: z.iso.datetime({ precision: 3 }),
  updatedAt: z.iso.datetime({ precision: 3 }),
});

export const taskPage = z.object({ items: z.array(task), nextCursor: z.string().nullable() });

export const taskQuery = z.strictObject({
  limit: z
    .string()
    .regex(/^(?:[1-9]\d?|100)$/)
    .transform(Number)
    .default(20),
  cursor: z.string().optional(),
  sort: z
    .string()
    .regex(/^-?(?:createdAt|updatedAt|title|status)$/)
    .default('-createdAt'),
  status: fields.status.optional(),
});

const tag = String.raw`(?:W/)?"[\x21\x23-\x7e\x80-\xff]*"`;
const tags = new RegExp(`^(?:\\*|[\\t ,]*${tag}(?:[\\t ]*,[\\t ,]*${tag})*[\\t ,]*)$`);
export const ifNoneMatch = z.object({ 'if-none-match': z.string().regex(tags).optional() });

export type Task = z.output<typeof task>;
export type TaskInput = z.output<typeof taskInput>;
export type TaskQuery = z.output<typeof taskQuery>;
