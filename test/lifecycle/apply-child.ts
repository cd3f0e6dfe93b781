import { recover } from '../../generators/core/apply/recover.ts';
import { applyOperations } from '../../generators/core/apply/transaction.ts';
import { plans, type Task } from './apply-plans.ts';

async function run(task: Task): Promise<string> {
  if (task.uid !== undefined) {
    process.setgroups?.([]);
    process.setgid?.(task.uid);
    process.setuid?.(task.uid);
  }
  try {
    if (task.recoverOnly === true) return await recover(task.root);
    await applyOperations(task.root, plans[task.plan]);
    return 'done';
  } catch (error) {
    return String(error);
  }
}

async function answer(task: Task): Promise<void> {
  const said = await run(task);
  process.send?.(said, () => {
    process.disconnect();
  });
}

process.once('message', (task: Task) => {
  void answer(task);
});
process.send?.('ready');
