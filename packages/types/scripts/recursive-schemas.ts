import { isObject, type JsonObject, type OpenApiDocument, toArray, toObject } from '@giftoin/openapi';
import ts from 'typescript';

/**
 * Lists the schemas that contain themselves without a property in between, for example an array of itself. TypeScript
 * allows this in a type alias only.
 */
export function listRecursiveSchemas(document: OpenApiDocument): string[] {
  const schemas = toObject(document.components.schemas);
  const references = new Map(Object.entries(schemas).map(([name, schema]) => [name, listReferences(schema)]));
  return [...references.keys()].filter((name) => {
    const seen = new Set<string>();
    const open = [...(references.get(name) ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next === name) return true;
      if (!seen.has(next)) open.push(...(references.get(next) ?? []));
      seen.add(next);
    }
    return false;
  });
}

/** Lists the names of the schemas that the type of a schema refers to outside of its properties. */
function listReferences(value: unknown): string[] {
  if (!isObject(value)) return [];
  if (typeof value.$ref === 'string') return [value.$ref.replace('#/components/schemas/', '')];
  const { allOf, anyOf, oneOf, prefixItems, items }: JsonObject = value;
  return [...[allOf, anyOf, oneOf, prefixItems].flatMap(toArray), items].flatMap(listReferences);
}

/** Moves the types of some schemas from the interface `components` into type aliases. */
export function moveToAliases(nodes: readonly ts.Node[], names: readonly string[]): ts.Node[] {
  if (names.length === 0) return [...nodes];
  const aliases: ts.Node[] = [];
  const moveType = (member: ts.TypeElement): ts.TypeElement => {
    const name = getName(member);
    if (!ts.isPropertySignature(member) || !member.type || !names.includes(name)) return member;
    const alias = `Recursive${aliases.length + 1}`;
    const modifiers = [ts.factory.createModifier(ts.SyntaxKind.ExportKeyword)];
    aliases.push(ts.factory.createTypeAliasDeclaration(modifiers, alias, undefined, member.type));
    const type = ts.factory.createTypeReferenceNode(alias);
    return ts.factory.createPropertySignature(member.modifiers, member.name, member.questionToken, type);
  };
  const moved = nodes.map((node) => {
    if (!ts.isInterfaceDeclaration(node) || node.name.text !== 'components') return node;
    const members = node.members.map((member) => {
      if (getName(member) !== 'schemas' || !ts.isPropertySignature(member)) return member;
      if (!member.type || !ts.isTypeLiteralNode(member.type)) return member;
      const type = ts.factory.createTypeLiteralNode(member.type.members.map(moveType));
      return ts.factory.createPropertySignature(member.modifiers, member.name, member.questionToken, type);
    });
    return ts.factory.createInterfaceDeclaration(node.modifiers, node.name, undefined, undefined, members);
  });
  return [...moved, ...aliases];
}

function getName({ name }: ts.TypeElement): string {
  return name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : '';
}
