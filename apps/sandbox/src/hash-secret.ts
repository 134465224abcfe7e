import { hash } from 'node:crypto';

/** Hashes a secret with SHA-256. API keys are random and long, so that they need no salt and no key stretching. */
export function hashSecret(secret: string): string {
  return hash('sha256', secret, 'hex');
}
