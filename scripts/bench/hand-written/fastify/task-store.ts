import type { Task, TaskInput, TaskQuery } from './schemas.ts';

/** What the application needs from a database. */
export interface Tasks {
  find(id: string, ownerId?: string): Promise<{ task: Task; etag: string } | undefined>;
  list(query: TaskQuery, ownerId?: string): Promise<{ items: Task[]; nextCursor: string | null }>;
  create(input: TaskInput, ownerId?: string): Promise<Task>;
}
