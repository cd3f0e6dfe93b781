import * as z from 'zod';

/** Lower-cased, so that one mailbox cannot be registered in two spellings. */
export const email = z.email().max(254).toLowerCase();
