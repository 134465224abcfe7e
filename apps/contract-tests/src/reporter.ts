import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** Prints a line for each check, what is broken under it, and the sums; `failed` counts what is broken. */
export class ContractReporter implements Reporter {
  passed = 0;
  failed = 0;
  skipped = 0;
  /** Why the suite could not be run, if it could not. */
  readonly obstacles: string[] = [];
  readonly #print: (line: string) => void;

  constructor(print: (line: string) => void) {
    this.#print = print;
  }

  onTestCaseResult(test: TestCase): void {
    const result = test.result();
    if (result.state === 'passed') {
      this.passed += 1;
      this.#print(`  ok    ${test.name}`);
    } else if (result.state === 'skipped') {
      this.skipped += 1;
      this.#print(`  skip  ${test.name}: ${result.note}`);
    } else if (result.state === 'failed') {
      this.failed += 1;
      this.#print(`  FAIL  ${test.name}`);
      for (const { message } of result.errors) {
        for (const line of message.split('\n')) this.#print(`          ${line}`);
      }
    }
  }

  onTestModuleEnd(module: TestModule): void {
    this.obstacles.push(...module.errors().map(({ message }) => message));
  }

  onTestRunEnd(_modules: unknown, errors: readonly { readonly message: string }[]): void {
    this.obstacles.push(...errors.map(({ message }) => message));
    const verdict = this.failed > 0 ? 'does not keep the contract' : 'keeps the contract';
    if (this.obstacles.length === 0) {
      this.#print(`\n${this.passed} passed, ${this.failed} failed, ${this.skipped} skipped: the server ${verdict}.`);
    }
  }
}
