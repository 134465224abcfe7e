import { isObject, type JsonObject, type OpenApiDocument, resolveReference } from '@giftoin/openapi';
import { type Document, isMap, isScalar, parseDocument } from 'yaml';

/** The path of a value in the document, as names and positions. */
export type Path = readonly (string | number)[];

/** The text of a document, and edits that keep its comments and its order. */
export class ContractDocument {
  readonly #document: Document;

  constructor(text: string) {
    this.#document = parseDocument(text);
  }

  /** The document as JSON. */
  get json(): OpenApiDocument {
    return this.#document.toJS();
  }

  get text(): string {
    return this.#document.toString({ lineWidth: 0, flowCollectionPadding: false });
  }

  read(path: Path): unknown {
    return path.reduce<unknown>(
      (value, name) => (isObject(value) || Array.isArray(value) ? Reflect.get(value, name) : undefined),
      this.json,
    );
  }

  /** Returns the name, with a number behind it if the object at the path already has it. */
  findUnusedName(path: Path, name: string): string {
    const names = Object.keys((this.read(path) ?? {}) as JsonObject);
    let unused = name;
    for (let number = 2; names.includes(unused); number += 1) unused = `${name}${number}`;
    return unused;
  }

  write(path: Path, value: unknown): void {
    this.#document.setIn(path, this.#document.createNode(value));
  }

  /** Gives an entry of an object another name, at the same position. */
  rename(path: Path, from: string, to: string): void {
    const object = this.#document.getIn(path);
    const entry = isMap(object) ? object.items.find(({ key }) => isScalar(key) && key.value === from) : undefined;
    if (!entry) throw new Error(`The document has no ${[...path, from].join('/')}.`);
    entry.key = this.#document.createNode(to);
  }

  /** Whether the document writes the object at this path. If not, an alias repeats an object from another path. */
  isWritten(path: Path): boolean {
    return isMap(this.#document.getIn(path, true));
  }

  /** Returns the path of the component that the value at a path refers to, or the path if it is not a reference. */
  resolve(path: Path): Path {
    const value = this.read(path);
    if (!isObject(value) || typeof value.$ref !== 'string') return path;
    return this.resolve(value.$ref.slice(2).split('/'));
  }
}

/** The path of the first operation, for example `['paths', '/cards', 'get']`. */
export function findFirstOperation(document: ContractDocument): Path {
  const [first] = listOperationPaths(document);
  if (!first) throw new Error('The document has no operation.');
  return first;
}

/** The paths of all operations. */
export function listOperationPaths(document: ContractDocument): Path[] {
  return Object.entries(document.json.paths).flatMap(([path, value]) => {
    const item = resolveReference(document.json, value);
    const methods = Object.keys(item).filter((name) => isObject(item[name]) && 'responses' in item[name]);
    return methods.map((method) => ['paths', path, method]);
  });
}

/** The path of the object that the first operation returns, or of the item if it returns a list. */
export function findReturnedSchema(document: ContractDocument): Path {
  const content = document.resolve([...findFirstOperation(document), 'responses', '200']);
  const schema = document.resolve([...content, 'content', 'application/json', 'schema']);
  const { items } = document.read(schema) as JsonObject;
  return items === undefined ? schema : document.resolve([...schema, 'items']);
}

/** The paths of the objects in the examples of the components that have every required property of the schema. */
export function findInstances(document: ContractDocument, schema: Path): Path[] {
  const { required } = document.read(schema) as { required: string[] };
  const isInstance = (value: unknown) => isObject(value) && required.every((name) => name in value);
  const examples = Object.entries((document.json.components.examples ?? {}) as JsonObject);
  const instances = examples.flatMap(([name, example]) => {
    const value = isObject(example) ? example.value : undefined;
    const path: Path = ['components', 'examples', name, 'value'];
    if (isInstance(value)) return [path];
    const items: unknown[] = Array.isArray(value) ? value : [];
    return items.flatMap((item, index) => (isInstance(item) ? [[...path, index]] : []));
  });
  return instances.filter((path) => document.isWritten(path));
}
