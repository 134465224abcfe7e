/** Fails if the path of the checkout has characters that break Vite, which runs the tests. */
import { fileURLToPath } from 'node:url';

const root = process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url));
const [character] = /[#?%]/.exec(root) ?? [];
if (character !== undefined) {
  console.error(
    `Vite cannot run tests in ${root}: the path contains "${character}". Move the checkout to another folder.`,
  );
  process.exitCode = 1;
}
