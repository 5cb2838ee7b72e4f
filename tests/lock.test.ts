import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

interface Locked {
	readonly resolved?: string;
	readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock = parse(await readFile(new URL('../package-lock.json', import.meta.url), 'utf8')) as {
	readonly packages: Readonly<Record<string, Locked>>;
};

test('the lock file holds no download addresses', () => {
	const resolved = Object.entries(lock.packages).filter(([, { resolved }]) => resolved !== undefined);
	expect(resolved).toEqual([]);
});

test('the lock file knows the packages of every platform, or npm ci refuses it there and here', () => {
	const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
		Object.keys(optionalDependencies).filter(
			(name) => !lock.packages[`node_modules/${name}`] && !lock.packages[`${path}/node_modules/${name}`],
		),
	);
	expect(missing).toEqual([]);
});
