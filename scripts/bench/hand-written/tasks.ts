import { randomUUIDv7 } from 'node:crypto';
import type { Db, TaskRow } from './database.ts';
import type { Task, TaskInput, TaskQuery } from './schemas.ts';

const columns = {
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  title: 'title',
  status: 'status',
} as const;

function fromRow(row: TaskRow): Task {
  return {
    id: row.id,
    title: row.title,
    status: row.status,
    dueDate: row.due_date,
    notes: row.notes,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

const encode = (...position: unknown[]) =>
  Buffer.from(JSON.stringify(position)).toString('base64url');

const decode = (cursor: string) =>
  JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [string, string, string];

export async function findTask(db: Db, id: string, ownerId: string | undefined) {
  let query = db.selectFrom('tasks').selectAll().where('id', '=', id);
  if (ownerId !== undefined) query = query.where('owner_id', '=', ownerId);
  const row = await query.executeTakeFirst();
  return row && { task: fromRow(row), etag: `"${row.version}"` };
}

export async function listTasks(
  db: Db,
  { limit, cursor, sort, status }: TaskQuery,
  ownerId: string | undefined,
) {
  const descending = sort.startsWith('-');
  const field = (descending ? sort.slice(1) : sort) as keyof typeof columns;
  const direction = descending ? 'desc' : 'asc';
  let query = db
    .selectFrom('tasks')
    .selectAll()
    .orderBy(columns[field], direction)
    .orderBy('id', direction)
    .limit(limit + 1);
  if (ownerId !== undefined) query = query.where('owner_id', '=', ownerId);
  if (status !== undefined) query = query.where('status', '=', status);
  if (cursor !== undefined) {
    const [, value, id] = decode(cursor);
    const beyond = descending ? '<' : '>';
    query = query.where((eb) => eb(eb.refTuple(columns[field], 'id'), beyond, eb.tuple(value, id)));
  }
  const rows = (await query.execute()).map(fromRow);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items, nextCursor: more ? encode(sort, last[field], last.id) : null };
}

export async function createTask(
  db: Db,
  input: TaskInput,
  ownerId: string | undefined,
): Promise<Task> {
  const now = new Date().toISOString();
  const id = randomUUIDv7();
  const { title, status, dueDate, notes } = input;
  await db
    .insertInto('tasks')
    .values({
      id,
      title,
      status,
      due_date: dueDate,
      notes,
      version: 1,
      created_at: now,
      updated_at: now,
      owner_id: ownerId ?? null,
    })
    .execute();
  return { id, ...input, createdAt: now, updatedAt: now };
}
