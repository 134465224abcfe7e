// Runs the server that GIFTOIN_SERVER names. All other variables are those of the server: see --help of its command.
const programs = {
  mock: './node_modules/@giftoin/mock/dist/cli.js',
  sandbox: './node_modules/@giftoin/sandbox/dist/cli.js',
};
const { GIFTOIN_SERVER: name = 'sandbox' } = process.env;
if (Object.hasOwn(programs, name)) {
  await import(programs[name]);
} else {
  console.error(`GIFTOIN_SERVER is ${JSON.stringify(name)}. Use mock or sandbox.`);
  process.exitCode = 2;
}
