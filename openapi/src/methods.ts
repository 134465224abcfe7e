/** The HTTP methods of a path item, in the order in which operations are listed. */
export const methods: readonly string[] = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
