import { utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createMemo } from '../../scripts/cache/memo.ts';
import { createReport } from '../../scripts/diagnostics/index.ts';
import { loadManuscript } from '../../scripts/load/index.ts';
import { iccProfile } from '../support/icc.ts';
import { bookWith, load, makeFolder } from './helpers.ts';

const named = (name: string, rest = '') => bookWith(`print: { profile: ${name}${rest} }`);

test('the bytes of the profile that book.yaml names', async () => {
	const { manuscript, found } = await load({
		...named('profiles/press.icc', ', condition: FOGRA47'),
		'profiles/press.icc': iccProfile(),
	});
	expect(found).toEqual([]);
	expect(manuscript?.config.press.profile).toEqual({
		name: 'profiles/press.icc',
		condition: 'FOGRA47',
		bytes: iccProfile(),
	});
});

const cannot = (name: string) => `5:19 config-invalid profile of print: "${name}" cannot be used:`;

test.each([
	['a.icc', {}, `${cannot('a.icc')} it is not there`],
	['../a.icc', {}, `${cannot('../a.icc')} it must not lead out of the manuscript folder`],
	['/etc/a.icc', {}, `${cannot('/etc/a.icc')} it must be relative to the manuscript folder`],
	['a.icc', { 'a.icc': '%PDF-1.7' }, `${cannot('a.icc')} it is no ICC profile`],
	[
		'a.icc',
		{ 'a.icc': iccProfile({ space: 'RGB ' }) },
		`${cannot('a.icc')} it describes RGB colours, which do not fit "color: cmyk"`,
	],
])('%s with %o cannot be used', async (name, files, message) => {
	const { manuscript, found } = await load({ ...named(name), ...files });
	expect(found.map((one) => `${one.line}:${one.column} ${one.rule} ${one.message}`)).toEqual([message]);
	expect(manuscript?.config.press.profile).toEqual({ name });
});

test('a profile of RGB fits where RGB is asked for', async () => {
	const files = { ...named('a.icc', ', color: rgb'), 'a.icc': iccProfile({ space: 'RGB ' }) };
	expect((await load(files)).found).toEqual([]);
});

test('a profile of a screen is refused, and the hint tells of the one built in', async () => {
	const files = { ...named('a.icc', ', color: rgb'), 'a.icc': iccProfile({ space: 'RGB ', kind: 'mntr' }) };
	const { found } = await load(files);
	expect(found).toMatchObject([{ rule: 'config-invalid', severity: 'error', line: 5, column: 19 }]);
	expect(found[0]?.message).toBe(
		`profile of print: "a.icc" cannot be used: it is a profile of class "mntr", not of a printer ("prtr")`,
	);
	expect(found[0]?.hint).toContain('sRGB');
});

test('in a session the configuration is the same object until the profile changes', async () => {
	const dir = await makeFolder({ ...named('a.icc'), 'a.icc': iccProfile() });
	const memo = createMemo();
	const read = async () => {
		const report = createReport();
		const manuscript = await loadManuscript(dir, report.add, { memo });
		memo.endBuild();
		return { config: manuscript?.config, found: report.list() };
	};
	const one = await read();
	expect((await read()).config).toBe(one.config);
	await writeFile(join(dir, 'a.icc'), iccProfile({ version: 4 }));
	await utimes(join(dir, 'a.icc'), new Date(0), new Date(0));
	const two = await read();
	expect(two.config?.press.profile?.bytes?.[8]).toBe(4);
	await writeFile(join(dir, 'a.icc'), 'no profile');
	expect((await read()).found).toHaveLength(1);
	expect((await read()).found).toHaveLength(1);
});
