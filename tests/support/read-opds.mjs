// Reads a catalogue with Readium's own reader of OPDS 2.0, and fails where what it finds there is not what lies beside.
//   node read-opds.mjs FOLDER-OF-THE-READER catalog.json
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const [reader = '', file = ''] = process.argv.slice(2);
const require = createRequire(join(reader, 'package.json'));
const {
	initGlobalConverters_GENERIC,
	initGlobalConverters_SHARED,
} = require('r2-shared-js/dist/es8-es2017/src/init-globals');
const { initGlobalConverters_OPDS } = require('r2-opds-js/dist/es8-es2017/src/opds/init-globals');
const { TaJsonDeserialize } = require('r2-lcp-js/dist/es8-es2017/src/serializable');
const { OPDSFeed } = require('r2-opds-js/dist/es8-es2017/src/opds/opds2/opds2');

initGlobalConverters_OPDS();
initGlobalConverters_SHARED();
initGlobalConverters_GENERIC();

const feed = TaJsonDeserialize(JSON.parse(readFileSync(file, 'utf8')), OPDSFeed);
const faults = [];
const need = (holds, fault) => holds || faults.push(fault);
const isThere = (href) => existsSync(join(dirname(file), href));

need(feed.Metadata?.Title, 'the feed has no title');
need(
	feed.Links?.some(({ Rel }) => Rel?.includes('self')),
	'the feed does not name itself',
);
need(feed.Publications?.length > 0, 'the feed has no publication');
for (const { Metadata, Links = [], Images = [] } of feed.Publications ?? []) {
	const name = JSON.stringify(Metadata?.Title);
	need(Metadata?.Title && Metadata?.Language?.length && Metadata?.Author?.length, `${name} is not described`);
	const books = Links.filter(({ Rel }) => Rel?.[0]?.startsWith('http://opds-spec.org/acquisition'));
	const types = new Set(books.map(({ TypeLink }) => TypeLink));
	need(types.has('application/epub+zip') && types.has('application/pdf'), `${name} lacks a format`);
	need(Images.length > 0, `${name} has no cover`);
	for (const { Href } of [...books, ...Images]) need(isThere(Href), `${name}: ${Href} is not there`);
}
for (const fault of faults) process.stdout.write(`${fault}\n`);
if (faults.length > 0) process.exitCode = 1;
