/** Whether only this machine can reach an address, or a name that always leads to this machine (RFC 6761). */
export function isLoopback(host: string): boolean {
  return /^((.+\.)?localhost\.?|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);
}
