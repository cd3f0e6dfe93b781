import { randomUUIDv7 } from 'node:crypto';
import type { Pool } from 'pg';
import { decode, pageOf } from './pages.ts';
import type { Task } from './schemas.ts';
import type { Tasks } from './task-store.ts';

interface Row {
  id: string;
  title: string;
  status: Task['status'];
  due_date: string | null;
  notes: string | null;
  version: number;
  created_at: Date;
  updated_at: Date;
}

const columns = {
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  title: 'title',
  status: 'status',
} as const;

const fromRow = (row: Row): Task => ({
  id: row.id,
  title: row.title,
  status: row.status,
  dueDate: row.due_date,
  notes: row.notes,
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
});

/** Over PostgreSQL, in SQL. */
export const createTasks = (pool: Pool): Tasks => ({
  async find(id) {
    const { rows } = await pool.query<Row>('select * from tasks where id = $1', [id]);
    return rows[0] && { task: fromRow(rows[0]), etag: `"${rows[0].version}"` };
  },

  async list(query) {
    const { limit, cursor, sort, status } = query;
    const descending = sort.startsWith('-');
    const field = (descending ? sort.slice(1) : sort) as keyof typeof columns;
    const values: unknown[] = [limit + 1];
    const conditions: string[] = [];
    if (status !== undefined) conditions.push(`status = $${values.push(status)}`);
    if (cursor !== undefined) {
      const [value, id] = decode(cursor, query);
      const place = `($${values.push(value)}, $${values.push(id)})`;
      conditions.push(`(${columns[field]}, id) ${descending ? '<' : '>'} ${place}`);
    }
    const where = conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`;
    const direction = descending ? 'desc' : 'asc';
    const order = `order by ${columns[field]} ${direction}, id ${direction} limit $1`;
    const { rows } = await pool.query<Row>(`select * from tasks ${where} ${order}`, values);
    return pageOf(rows.map(fromRow), query, field);
  },

  async create(input) {
    const now = new Date().toISOString();
    const id = randomUUIDv7();
    const { title, status, dueDate, notes } = input;
    await pool.query('insert into tasks values ($1, $2, $3, $4, $5, 1, $6, $6)', [
      id,
      title,
      status,
      dueDate,
      notes,
      now,
    ]);
    return { id, ...input, createdAt: now, updatedAt: now };
  },
});
