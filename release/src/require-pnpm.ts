/** Throws an Error unless pnpm runs this script. npm does not replace the versions of workspace packages. */
export function requirePnpm(environment: NodeJS.ProcessEnv): void {
  if (environment.npm_config_user_agent?.startsWith('pnpm/')) return;
  throw new Error(
    'Only pnpm can pack and publish the packages of this workspace. Run: pnpm pack, or pnpm release:publish',
  );
}
