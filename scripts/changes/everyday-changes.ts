import type { EverydayChange } from './everyday-change.ts';
import { operationChanges } from './operation-changes.ts';
import { propertyChanges } from './property-changes.ts';
import { responseChanges } from './response-changes.ts';
import { textChanges } from './text-changes.ts';
import { valueChanges } from './value-changes.ts';

export const everydayChanges: readonly EverydayChange[] = [
  ...textChanges,
  ...valueChanges,
  ...propertyChanges,
  ...responseChanges,
  ...operationChanges,
];
