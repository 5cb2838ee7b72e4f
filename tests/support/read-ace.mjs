// Reads the report of DAISY Ace and fails where it holds any violation, or where it looked at nothing.
//   node read-ace.mjs report.json
import { readFileSync } from 'node:fs';

const report = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
const files = report.assertions ?? [];
let count = 0;
for (const file of files) {
	for (const found of file.assertions ?? []) {
		const test = found['earl:test'];
		const page = file['earl:testSubject']?.url;
		process.stdout.write(
			`${page}: ${test['earl:impact']} ${test['dct:title']}: ${found['earl:result']['dct:description']}\n`,
		);
		count += 1;
	}
}
const outcome = report['earl:result']?.['earl:outcome'];
if (count > 0 || outcome !== 'pass') process.exitCode = 1;
