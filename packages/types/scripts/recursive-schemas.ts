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
  const moved: ts.TypeNode[] = [];
  const moveType = (member: ts.TypeElement): ts.TypeElement => {
    const index = names.indexOf(getName(member));
    if (!ts.isPropertySignature(member) || !member.type || index < 0) return member;
    moved[index] = member.type;
    const type = ts.factory.createTypeReferenceNode(toAlias(index));
    return ts.factory.createPropertySignature(member.modifiers, member.name, member.questionToken, type);
  };
  const others = nodes.map((node) => {
    if (!ts.isInterfaceDeclaration(node) || node.name.text !== 'components') return node;
    const members = node.members.map((member) => {
      if (getName(member) !== 'schemas' || !ts.isPropertySignature(member)) return member;
      if (!member.type || !ts.isTypeLiteralNode(member.type)) return member;
      const type = ts.factory.createTypeLiteralNode(member.type.members.map(moveType));
      return ts.factory.createPropertySignature(member.modifiers, member.name, member.questionToken, type);
    });
    return ts.factory.createInterfaceDeclaration(node.modifiers, node.name, undefined, undefined, members);
  });
  const aliases = moved.map((type, index) => {
    const modifiers = [ts.factory.createModifier(ts.SyntaxKind.ExportKeyword)];
    return ts.factory.createTypeAliasDeclaration(modifiers, toAlias(index), undefined, useAliases(type, names));
  });
  return [...others, ...aliases];
}

function toAlias(index: number): string {
  return `Recursive${index + 1}`;
}

/** Replaces `components["schemas"]["Tree"]` by the alias. TypeScript resolves an alias later than a property. */
function useAliases(type: ts.TypeNode, names: readonly string[]): ts.TypeNode {
  const { transformed } = ts.transform(type, [
    (context) => (root) => {
      const visit = (node: ts.Node): ts.Node => {
        const index = names.indexOf(getSchemaName(node));
        if (index >= 0) return ts.factory.createTypeReferenceNode(toAlias(index));
        return ts.visitEachChild(node, visit, context);
      };
      return ts.visitNode(root, visit) as ts.TypeNode;
    },
  ]);
  return transformed[0] ?? type;
}

/** Returns the name of the schema that a type refers to: `Tree` for `components["schemas"]["Tree"]`. */
function getSchemaName(node: ts.Node): string {
  if (!ts.isIndexedAccessTypeNode(node) || !ts.isIndexedAccessTypeNode(node.objectType)) return '';
  return getLiteral(node.objectType.indexType) === 'schemas' ? getLiteral(node.indexType) : '';
}

function getLiteral(type: ts.TypeNode): string {
  return ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal) ? type.literal.text : '';
}

function getName({ name }: ts.TypeElement): string {
  return name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : '';
}
