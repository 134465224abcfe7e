import type { ContractDocument } from './contract-document.ts';

/** A change of the contract as its authors make it. It finds its place in the document, whatever the document contains. */
export interface EverydayChange {
  readonly name: string;
  /** The bump that the compatibility check requires. */
  readonly bump: 'patch' | 'minor' | 'major';
  /** Changes the document, its examples included. */
  readonly edit: (document: ContractDocument) => void;
}
