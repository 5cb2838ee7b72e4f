import { stat } from 'node:fs/promises';
import type { Reporter } from '../diagnostics/index.ts';
import type { Manuscript } from '../model/index.ts';
import { readAssets } from './assets.ts';
import { configFile, readConfig } from './book-config.ts';
import { contributorsFile, makeContributors, type Registry, readRegistry } from './contributors.ts';
import { type Inventory, takeInventory } from './inventory.ts';
import type { KnownContributors } from './piece.ts';
import { readPieces } from './pieces.ts';
import { readText } from './read-text.ts';
import { parseYaml, type YamlDocument } from './yaml-document.ts';

export { loadHouse } from './house.ts';

/**
 * Reads the manuscript in `dir`, the only stage to do so. Every fault goes to `report`, and what is sound is loaded
 * all the same, so that one run shows them all: look at the report before trusting the manuscript. Nothing comes
 * back where there is no book to speak of: no folder, no readable book.yaml, no language.
 */
export async function loadManuscript(dir: string, report: Reporter): Promise<Manuscript | undefined> {
	const inventory = await findManuscript(dir, report);
	if (!inventory) return undefined;
	const [book, contributorsYaml, { assets, unreadable }] = await Promise.all([
		readYaml(inventory, configFile, report),
		isPresent(inventory, contributorsFile) ? readYaml(inventory, contributorsFile, report) : 'absent',
		readAssets(inventory),
	]);
	const registry = typeof contributorsYaml === 'object' ? readRegistry(contributorsYaml, report) : undefined;
	const read = book && readConfig(book, report);
	if (!book || !read) return undefined;

	const known = knownContributors(registry, contributorsYaml === 'absent');
	const { sources, named } = await readPieces(inventory, read, book, known, report);
	const allSources = [...sources.values()].flatMap((byLang) => Object.values(byLang));
	const contributors = registry
		? makeContributors(
				registry,
				allSources,
				named ?? new Set(registry.entries.keys()),
				read.config.languages,
				report,
			)
		: new Map();
	return { config: read.config, contributors, sources, assets, unreadable };
}

async function findManuscript(dir: string, report: Reporter): Promise<Inventory | undefined> {
	const isFolder = await stat(dir).then(
		(found) => found.isDirectory(),
		() => false,
	);
	const inventory = isFolder ? await takeInventory(dir).catch(() => undefined) : undefined;
	if (!inventory) {
		report('manuscript-missing', `${dir} is no folder that can be read`, configFile);
		return undefined;
	}
	if (!isPresent(inventory, configFile)) {
		report('manuscript-missing', `there is no ${configFile} in ${dir}`, configFile);
		return undefined;
	}
	for (const folder of inventory.closed)
		report('file-unreadable', `${folder} is a folder that cannot be read`, folder);
	return inventory;
}

function isPresent(inventory: Inventory, file: string): boolean {
	return inventory.files.has(file) || inventory.refused.has(file);
}

async function readYaml(
	inventory: Inventory,
	file: string,
	report: Reporter,
): Promise<YamlDocument | undefined> {
	const text = await readText(inventory, file, report);
	return text === undefined ? undefined : parseYaml(file, text, report);
}

function knownContributors(registry: Registry | undefined, isAbsent: boolean): KnownContributors {
	const entries = [...(registry?.entries ?? [])];
	const ids = new Set(entries.map(([id]) => id));
	const sound = new Set(entries.filter(([, given]) => given.name !== undefined).map(([id]) => id));
	return { ids: registry || isAbsent ? ids : undefined, sound };
}
