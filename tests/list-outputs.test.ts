import { expect, test } from 'vitest';
import { listOutputs } from '../scripts/list-outputs.ts';
import { publications } from './publish/publications.ts';
import { ownHouse } from './support/edition.ts';

const house = await ownHouse();
const time = async <T>(_: string, work: () => T | Promise<T>) => await work();

test('books come with what lists them, in one', async () => {
	const { artifacts, listings } = await listOutputs(
		publications(),
		{},
		{ house, time, hasErrors: () => false },
	);
	expect(artifacts).toEqual(publications().flatMap((one) => one.artifacts));
	expect(listings.map(({ name }) => name)).toContain('SHA256SUMS');
});

test('where something was wrong, or nothing was made, nothing is listed', async () => {
	const nothing = { artifacts: [], listings: [] };
	expect(await listOutputs(publications(), {}, { house, time, hasErrors: () => true })).toEqual(nothing);
	expect(await listOutputs([], {}, { house, time, hasErrors: () => false })).toEqual(nothing);
});
