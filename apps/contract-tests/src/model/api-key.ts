/** A value that is sent as an API key, and the placeholder that stands for it in reports. */
export interface ApiKey {
  readonly value: string;
  readonly placeholder: string;
}

/** A key that no server knows. It is so long that no response contains it by chance. */
export const unknownKey: ApiKey = { value: 'no-such-key-4c8e1f5a9b', placeholder: 'no-such-key-4c8e1f5a9b' };

export const emptyKey: ApiKey = { value: '', placeholder: '' };
