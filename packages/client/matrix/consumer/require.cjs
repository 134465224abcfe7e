const client = require('@giftoin/client');
const testing = require('@giftoin/client/testing');
const { program } = require('./compiled/program.js');

program(client, testing, JSON.parse(process.argv[2])).then((outcomes) => console.log(JSON.stringify(outcomes)));
