const client = require('@giftoin/client');
const openapiFetch = require('@giftoin/client/openapi-fetch');
const testing = require('@giftoin/client/testing');
const { program } = require('./compiled/program.cjs');

const setting = JSON.parse(process.argv[2]);
program({ client, openapiFetch, testing }, setting).then((outcomes) => console.log(JSON.stringify(outcomes)));
