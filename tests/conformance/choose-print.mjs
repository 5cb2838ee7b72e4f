// Copies a manuscript and sets keys of `print` in its book.yaml: node choose-print.mjs FROM TO JSON
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';

const [from = '', to = '', choices = '{}'] = process.argv.slice(2);
cpSync(from, to, { recursive: true });
const file = join(to, 'book.yaml');
const book = parseDocument(readFileSync(file, 'utf8'));
for (const [key, value] of Object.entries(JSON.parse(choices))) book.setIn(['print', key], value);
writeFileSync(file, String(book));
