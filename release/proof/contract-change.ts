import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inc } from 'semver';
import { parseDocument } from 'yaml';
import { documentFile } from '../src/read-contract.ts';

/** Adds an optional query parameter to the first operation of the document, and bumps the version of the document. */
export function addParameter(root: string, name: string): void {
  const file = join(root, documentFile);
  const document = parseDocument(readFileSync(file, 'utf8'));
  const [path] = Object.keys(document.toJS().paths);
  const parameters = ['paths', path, 'get', 'parameters'];
  const parameter = { name, in: 'query', description: 'A parameter of the proof.', schema: { type: 'string' } };
  if (document.hasIn(parameters)) document.addIn(parameters, document.createNode(parameter));
  else document.setIn(parameters, document.createNode([parameter]));
  document.setIn(['info', 'version'], inc(String(document.getIn(['info', 'version'])), 'minor'));
  writeFileSync(file, document.toString({ lineWidth: 0 }));
}
