import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { importsOf, violations } from './support/architecture.ts';

// The rules of docs/architecture.md. The second half proves that the checker sees what it is there to see.
const folder = fileURLToPath(new URL('../scripts/', import.meta.url));
const names = (await readdir(folder, { recursive: true })).map((name) => name.replaceAll('\\', '/'));
const sources = names.filter((name) => /\.(?:ts|js|mjs)$/.test(name) && !name.endsWith('.d.ts')).sort();

test('there are sources to look at', () => {
	expect(sources).toEqual(
		expect.arrayContaining(['diglot.ts', 'pipeline.ts', 'load/index.ts', 'paginate/in-page.js']),
	);
});

test.each(sources)('%s keeps the rules of the house', async (path) => {
	expect(violations({ path, text: await readFile(folder + path, 'utf8') })).toEqual([]);
});

test('the pipeline knows the stages', async () => {
	const imports = importsOf(await readFile(`${folder}pipeline.ts`, 'utf8')).map((one) => one.from);
	expect(imports).toEqual(
		expect.arrayContaining(['./paginate/index.ts', './fonts/index.ts', './make-pdf.ts']),
	);
});

function faults(path: string, text: string): readonly string[] {
	return violations({ path, text }).map((fault) => fault.slice(path.length + 2));
}

describe('the checker', () => {
	test.each([
		["import { load } from '../load/index.ts';", 'imports load'],
		['import type { A } from "../load/index.ts";', 'imports load'],
		["import {\n\ta,\n\ttype B,\n} from '../print/index.ts';", 'imports print'],
		["import all, * as rest from '../write/index.ts';", 'imports write'],
		["import '../fonts/index.ts';", 'imports fonts'],
		["export { a } from '../package/index.ts';", 'imports package'],
		["export * from '../check/index.ts';", 'imports check'],
		["export type * from '../check/index.ts';", 'imports check'],
		["const a = await import('../preview/index.ts');", 'imports preview'],
		['const a = await import(\n\t`../paginate/index.ts`\n);', 'imports paginate'],
		["import { World } from '../pipeline.ts';", 'imports pipeline.ts'],
		["import { table } from '../cli/table.ts';", 'imports cli'],
		["import Epub from 'epub-gen-memory';", 'imports epub-gen-memory'],
		["import { EPub } from 'epub-gen-memory/dist/lib/index.js';", 'imports epub-gen-memory'],
		["import puppeteer from 'puppeteer';", 'imports puppeteer'],
		["import type { Browser } from 'puppeteer-core';", 'imports puppeteer-core'],
		["const file = require.resolve('puppeteer');", 'imports puppeteer'],
		['const t = Date.now();', 'Date.now'],
		['const t = Date\n\t.now();', 'Date.now'],
		['const t = new Date();', 'new Date()'],
		['const t = new Date;', 'new Date()'],
		['const t = Date();', 'Date()'],
		[`const t = \`\${Date.now()}\`;`, 'Date.now'],
		['const home = process.env.HOME;', 'process.env'],
		['const { env } = process;', 'process.env'],
		['process.exit(1);', 'process.exit'],
		['process.exitCode = 1;', 'process.exit'],
		['let cache;', 'module-level let'],
		['export let count = 0;', 'module-level let'],
		['var old = 1;', 'module-level let'],
		["// it's\nimport a from '../load/index.ts'; // it's", 'imports load'],
	])('sees %j in a stage', (text, fault) => {
		expect(faults('compile/a.ts', text)).toEqual([fault]);
	});

	test.each([
		"import type { Book } from '../model/index.ts';",
		"import { createReport } from '../diagnostics/index.ts';",
		"import { a } from './b.ts';\nexport { c } from './deep/c.ts';",
		"import { readFile } from 'node:fs/promises';",
		"// import { a } from '../load/index.ts';",
		"/* let a; Date.now()\nimport '../load/index.ts' */",
		"const text = 'new Date() and process.env';",
		'const text = `Date.now`;',
		"const quote = /'/;\nconst a = 1;",
		'const moment = new Date(0);\nconst other = new Date(Date.UTC(2024, 0));',
		'export function toMoment(date: string): Date {\n\tlet rest = date;\n\treturn new Date(rest);\n}',
		'const process = { environment: 1 };',
		'const other = toDate();',
		"const imported = value.from('../load/index.ts');",
	])('passes over %j', (text) => {
		expect(faults('compile/a.ts', text)).toEqual([]);
	});

	test('knows who may', () => {
		expect(faults('package/a.ts', "import { EPub } from 'epub-gen-memory';")).toEqual([]);
		expect(faults('browser/a.ts', "import puppeteer from 'puppeteer';")).toEqual([]);
		for (const file of ['pipeline.ts', 'session.ts', 'diglot.ts']) {
			expect(faults(file, "import { load } from './load/index.ts';")).toEqual([]);
		}
		expect(faults('other.ts', "import { load } from './load/index.ts';")).toEqual(['imports load']);
		expect(faults('cli/a.ts', "import { load } from '../load/index.ts';")).toEqual(['imports load']);
		for (const file of ['diglot.ts', 'setup.mjs', 'start.mjs']) {
			expect(faults(file, 'Date.now(); process.exit(process.env.X);')).toEqual([]);
		}
		expect(faults('pipeline.ts', 'process.exit(1)')).toEqual(['process.exit']);
	});

	test('the model is types, and knows no other room', () => {
		expect(faults('model/a.ts', "import type { Root } from 'hast';\nexport type * from './b.ts';")).toEqual(
			[],
		);
		expect(faults('model/a.ts', "import { visit } from 'unist-util-visit';")).toEqual([
			'imports the value of unist-util-visit',
		]);
		expect(faults('model/a.ts', "export * from './b.ts';")).toEqual(['imports the value of ./b.ts']);
		expect(faults('model/a.ts', "import type { RuleId } from '../diagnostics/index.ts';")).toEqual([
			'imports diagnostics',
		]);
		expect(faults('diagnostics/a.ts', "import type { Place } from '../model/index.ts';")).toEqual([]);
		expect(faults('diagnostics/a.ts', "import { load } from '../load/index.ts';")).toEqual(['imports load']);
	});

	test('counts lines', () => {
		expect(faults('load/a.ts', 'x();\n'.repeat(260))).toEqual([]);
		expect(faults('load/a.ts', 'x();\n'.repeat(261))).toEqual(['261 lines']);
		expect(faults('load/a.ts', `${'x();\n'.repeat(260)}x();`)).toEqual(['261 lines']);
	});
});
