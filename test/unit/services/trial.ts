import type { Contribution } from '../../../generators/core/model/contribution.ts';
import { addUp } from '../../../generators/core/model/model.ts';
import type { Model } from '../../../generators/core/model/model.ts';
import type { Service } from '../../../generators/core/model/service.ts';
import type { Step } from '../../../generators/core/model/step.ts';
import { parseSpec } from '../../../generators/core/spec/parse.ts';
import { specInput } from '../spec/spec-input.ts';

const environment = { TRIAL_NAME: 'app', TRIAL_PASSWORD: null };

/** A server that nobody has heard of: whoever writes of it has read the model. */
export const trial: Service = {
  name: 'trial',
  image: { name: 'trialdb', tag: '1.2.3', digest: `sha256:${'a'.repeat(64)}` },
  port: 4711,
  url: { variable: 'TRIAL_URL', scheme: 'trial', user: 'app', database: 'data' },
  password: 'TRIAL_PASSWORD',
  environment: { ...environment, TRIAL_MODE: 'strict' },
  testing: { user: 'chief', environment: { ...environment, TRIAL_CHIEF_PASSWORD: null } },
  health: ['trialctl', 'ping', '--host=127.0.0.1'],
  data: '/var/lib/trial',
};

const setting = { comment: 'x', default: null, development: null } as const;

const step = (id: Step['id'], more: Partial<Step> = {}): Step => ({
  id,
  name: id,
  run: [`do ${id}`],
  needs: [],
  ...more,
});

const talking: Contribution = {
  variables: [
    { ...setting, name: 'TRIAL_URL', kind: 'store', local: true },
    { ...setting, name: 'KEY', kind: 'secret' },
  ],
  services: [trial],
  steps: [
    step('lint'),
    step('test', { needs: ['stores'] }),
    step('build'),
    step('smoke', { needs: ['stores'], after: 'build' }),
    step('image', { needs: ['variables'] }),
  ],
  release: [
    { name: 'first', run: ['do', 'first'] },
    { name: 'second', run: ['do', 'second'] },
  ],
};

export const contained: Contribution = { image: { context: ['src'], folder: '/app' } };

/** A model whose back end talks to the trial server, with what a test cares about added. */
export const modelWith = (...more: readonly Contribution[]): Model =>
  addUp(parseSpec(specInput()), [talking, ...more]);
