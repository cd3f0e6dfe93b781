import { randomUUIDv7 } from 'node:crypto';
import type { Db, TaskRow } from './database.ts';
import { decode, pageOf } from './pages.ts';
import type { Task } from './schemas.ts';
import type { Tasks } from './task-store.ts';

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

/** Over SQLite, by Kysely. */
export const createTasks = (db: Db): Tasks => ({
  async find(id, ownerId) {
    let query = db.selectFrom('tasks').selectAll().where('id', '=', id);
    if (ownerId !== undefined) query = query.where('owner_id', '=', ownerId);
    const row = await query.executeTakeFirst();
    return row && { task: fromRow(row), etag: `"${row.version}"` };
  },

  async list(asked, ownerId) {
    const { limit, cursor, sort, status } = asked;
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
      const [value, id] = decode(cursor, asked);
      const beyond = descending ? '<' : '>';
      query = query.where((eb) =>
        eb(eb.refTuple(columns[field], 'id'), beyond, eb.tuple(value, id)),
      );
    }
    return pageOf((await query.execute()).map(fromRow), asked, field);
  },

  async create(input, ownerId) {
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
  },
});
