import { createServer } from 'node:http';
import { createRequire } from 'node:module';

/** express-pouchdb on leveldb in a process of its own; tells its port, and its bytes when asked. */
const require = createRequire(import.meta.url);
const express = require('express');
const PouchDB = require('pouchdb');
const Folder = PouchDB.defaults({ prefix: `${process.argv[2]}/server-` });
const app = express();
app.use('/', require('express-pouchdb')(Folder, { mode: 'minimumForPouchDB', inMemoryConfig: true }));
const sockets = new Set();
const server = createServer(app);
server.on('connection', (socket) => sockets.add(socket));
process.on('message', () => {
  let bytes = 0;
  for (const socket of sockets) bytes += socket.bytesRead + socket.bytesWritten;
  process.send({ bytes });
});
process.on('disconnect', () => process.exit(0));
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
