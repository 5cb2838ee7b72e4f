// A run of its own for store.test.ts: writes, reads and prunes in the folder that others use at the same time.
import { openStore } from '../../scripts/cache/index.ts';

const [folder = '', name = '', limit = ''] = process.argv.slice(2);
const faults: string[] = [];
const bytesOf = (key: string) => Buffer.from(`${key} `.repeat(2000));

for (let round = 0; round < 8; round++) {
	const store = await openStore({
		folder,
		limit: Number(limit),
		now: Date.now,
		report: (rule, message) => faults.push(`${rule}: ${message}`),
	});
	for (let nth = 0; nth < 25; nth++) {
		// Half of the keys are shared by all runs.
		const key = nth % 2 === 0 ? `shared-${nth}` : `${name}-${round}-${nth}`;
		const found = await store.get('room', key);
		if (found && !bytesOf(key).equals(found)) faults.push(`wrong bytes for ${key}`);
		void store.put('room', key, bytesOf(key));
	}
	await store.close();
}
process.stdout.write(JSON.stringify(faults));
