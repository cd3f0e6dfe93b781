import { createConnection } from 'mysql2/promise';
import { Client } from 'pg';
import { describe, expect, test } from 'vitest';
import { storesOf } from '../../contract/store/stores-of.ts';
import type { Store, Stores } from '../../contract/store/store.ts';
import { skipWithoutServer } from '../../servers/server-url.ts';

/** A connection to a store, and how it is ended. */
interface Talk {
  readonly ask: (sql: string) => Promise<unknown>;
  readonly end: () => Promise<void>;
  readonly abandon: () => void;
}

type Open = (url: string) => Promise<Talk>;

const talks: Readonly<Record<string, Open>> = {
  postgresql: async (url) => {
    const client = new Client(url);
    client.on('error', () => undefined);
    await client.connect();
    return {
      ask: async (sql) => (await client.query<object>(sql)).rows.length,
      end: () => client.end(),
      abandon: () => client.connection.stream.destroy(),
    };
  },
  mysql: async (url) => {
    const connection = await createConnection(url);
    connection.on('error', () => undefined);
    return {
      ask: async (sql) => {
        const [rows] = await connection.query(sql);
        return Array.isArray(rows) ? rows.length : 0;
      },
      end: () => connection.end(),
      abandon: () => {
        connection.destroy();
      },
    };
  },
};

async function within(open: Open, { url }: Store, sqls: readonly string[]) {
  const talk = await open(url);
  const answers: unknown[] = [];
  for (const sql of sqls) answers.push(await talk.ask(sql));
  await talk.end();
  return answers;
}

function holds(stores: Stores, open: Open): void {
  const withStore = async (work: (store: Store) => Promise<void>) => {
    const store = await stores.create();
    await work(store).finally(store.remove);
  };
  const fill = [
    'create table parents (id integer primary key)',
    'create table children (id integer primary key, parent integer references parents (id))',
    'insert into parents values (1), (2)',
    'insert into children values (1, 2)',
  ];

  test('begins with what another store held, and is apart from it', async () => {
    await withStore(async (store) => {
      await within(open, store, fill);
      const snapshot = await store.snapshot();
      const copy = await snapshot.create();
      await within(open, copy, ['insert into parents values (3)']);
      const second = await snapshot.create();
      const count = ['select * from parents', 'select * from children'];
      expect(await within(open, copy, count)).toEqual([3, 1]);
      expect(await within(open, second, count)).toEqual([2, 1]);
      for (const each of [copy, second, snapshot]) await each.remove();
    });
  });

  test('is gone and comes back with what it held', async () => {
    await withStore(async (store) => {
      await within(open, store, fill);
      await store.takeAway('gone');
      await expect(open(store.url)).rejects.toThrow(/ECONNREFUSED|connect/u);
      await store.bringBack();
      expect(await within(open, store, ['select * from parents'])).toEqual([2]);
    });
  });

  test('is silent and then answers', async () => {
    await withStore(async (store) => {
      const talk = await open(store.url);
      await store.takeAway('silent');
      let answered = false;
      const answer = talk.ask('select 1').finally(() => (answered = true));
      await expect(expect.poll(() => answered, { timeout: 300 }).toBe(true)).rejects.toThrow();
      await store.bringBack();
      expect(await answer).toBe(1);
      await talk.end();
    });
  });

  test('loses connections, not itself', async () => {
    await withStore(async (store) => {
      const talk = await open(store.url);
      await store.disconnect();
      await expect(talk.ask('select 1')).rejects.toThrow();
      expect(await within(open, store, ['select 1'])).toEqual([1]);
      expect(await store.leftovers()).toEqual([]);
    });
  });

  test('is ruined down to the last table', async () => {
    await withStore(async (store) => {
      await within(open, store, fill);
      await store.ruin();
      for (const table of ['parents', 'children']) {
        const talk = await open(store.url);
        await expect(talk.ask(`select * from ${table}`)).rejects.toThrow(/exist/u);
        await talk.end();
      }
    });
  });

  test('tells of connections that nobody ended', async () => {
    await withStore(async (store) => {
      const polite = await open(store.url);
      await polite.ask('select 1');
      await polite.end();
      expect(await store.leftovers()).toEqual([]);
      const rude = await open(store.url);
      await rude.ask('select 1');
      rude.abandon();
      expect(await store.leftovers()).toEqual(['connections that nobody ended: 1']);
    });
  });
}

describe.each(Object.entries(talks))('a store of %s', (database, open) => {
  const stores = storesOf(database);
  if (stores === undefined) skipWithoutServer(database, `stores of ${database}`);
  else holds(stores, open);
});
