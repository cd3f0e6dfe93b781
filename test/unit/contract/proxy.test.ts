import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openProxy } from '../../contract/store/proxy.ts';
import type { Proxy } from '../../contract/store/proxy.ts';

/** Says everything back. */
const echo = createServer((socket) => {
  socket.on('error', () => undefined);
  socket.pipe(socket);
});
let proxy: Proxy;

beforeAll(async () => {
  echo.listen(0, '127.0.0.1');
  await once(echo, 'listening');
});
afterAll(() => {
  echo.close();
});
beforeEach(async () => {
  const { port } = echo.address() as AddressInfo;
  proxy = await openProxy(new URL(`http://127.0.0.1:${port}`), Buffer.from('bye'));
});
afterEach(() => proxy.close());

async function call(): Promise<Socket> {
  const socket = connect({ host: '127.0.0.1', port: proxy.port });
  socket.setEncoding('utf8');
  await once(socket, 'connect');
  socket.on('error', () => undefined);
  return socket;
}

/** What comes back of these words; `undefined` when nothing does in a while. */
async function say(socket: Socket, words: string): Promise<unknown> {
  socket.write(words);
  return Promise.race([once(socket, 'data').then(([data]) => data as unknown), wait(150)]);
}

const ending = (socket: Socket) => once(socket, 'close').then(() => 'closed');
const fate = (socket: Socket) =>
  new Promise((resolve) => {
    socket.on('error', ({ message }) => {
      resolve(message);
    });
  });

test('what is said comes through, both ways, whatever its size', async () => {
  const socket = await call();
  expect(await say(socket, 'hello')).toBe('hello');
  const much = 'x'.repeat(3_000_000);
  let heard = 0;
  socket.on('data', (text) => (heard += text.length));
  socket.write(much);
  await expect.poll(() => heard, { timeout: 5000 }).toBe(much.length);
});

test('who is refused learns it at once, and who is connected is cut off', async () => {
  const socket = await call();
  const told = fate(socket);
  await proxy.refuse();
  expect(String(await told)).toContain('ECONNRESET');
  await expect(call()).rejects.toThrow('ECONNREFUSED');
  await proxy.resume();
  expect(await say(await call(), 'again')).toBe('again');
});

test('what is held comes late, and so does who calls meanwhile', async () => {
  const socket = await call();
  expect(await say(socket, 'before')).toBe('before');
  proxy.hold();
  expect(await say(socket, 'during')).toBeUndefined();
  const late = await call();
  expect(await say(late, 'late')).toBeUndefined();
  const answers = [once(socket, 'data'), once(late, 'data')].map((heard) => heard.then(String));
  await proxy.resume();
  expect(await Promise.all(answers)).toEqual(['during', 'late']);
});

test('to cut ends what is open, not what comes after', async () => {
  const socket = await call();
  const told = fate(socket);
  proxy.cut();
  expect(String(await told)).toContain('ECONNRESET');
  expect(await say(await call(), 'again')).toBe('again');
});

test('who leaves without a goodbye is counted, who is cut off is not', async () => {
  const polite = await call();
  await say(polite, 'well, bye');
  const closed = ending(polite);
  polite.end();
  await closed;
  expect(proxy.count()).toEqual({ open: 0, abandoned: 0 });
  const rude = await call();
  await say(rude, 'bye, no, wait');
  rude.destroy();
  await expect.poll(() => proxy.count()).toEqual({ open: 0, abandoned: 1 });
  await call();
  proxy.cut();
  await expect.poll(() => proxy.count()).toEqual({ open: 0, abandoned: 1 });
});
