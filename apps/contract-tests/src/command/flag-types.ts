/** The kinds of flags, as `parseArgs` of `node:util` takes them. */
export const text = { type: 'string' } as const;
export const flag = { type: 'boolean', default: false } as const;
export const list = { type: 'string', multiple: true, default: [] as string[] } as const;
