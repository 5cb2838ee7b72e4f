import { stat } from 'node:fs/promises';
import { noMemo, type Reporter, remember } from '../diagnostics/index.ts';
import type { Manuscript, Memo } from '../model/index.ts';
import { readAssets } from './assets.ts';
import { configFile, type ReadConfig, readConfig } from './book-config.ts';
import { contributorsFile, makeContributors, type Registry, readRegistry } from './contributors.ts';
import { type Inventory, takeInventory } from './inventory.ts';
import type { KnownContributors } from './piece.ts';
import { readPieces } from './pieces.ts';
import { addProfile } from './press-profile.ts';
import { type FileText, readText } from './read-text.ts';
import { readTerms, termsFile } from './terms.ts';
import { parseYaml, type YamlDocument } from './yaml-document.ts';

export { readFormerPiece } from './former-piece.ts';
export { loadHouse } from './house.ts';

/** Written by `diglot translations accept` into the manuscript folder. */
export const lockFile = 'translations.lock.yaml';

export interface LoadOptions {
	/** What earlier builds of the session read. */
	readonly memo?: Memo;
}

/**
 * Reads the manuscript in `dir`, the only stage to do so. Every fault goes to `report`, and what is sound is loaded
 * all the same, so that one run shows them all: look at the report before trusting the manuscript. Nothing comes
 * back where there is no book to speak of: no folder, no readable book.yaml, no language.
 *
 * With a memory only what has changed since the build before is looked at again, and what has not, be it a source,
 * a contributor or an image, is the very same object: who derived something from it may go by that.
 */
export async function loadManuscript(
	dir: string,
	report: Reporter,
	{ memo = noMemo }: LoadOptions = {},
): Promise<Manuscript | undefined> {
	const inventory = await findManuscript(dir, report);
	if (!inventory) return undefined;
	const bookText = readText(inventory, configFile, report, memo);
	const book = readYaml(configFile, bookText, report, memo, readBook);
	const isAbsent = !isPresent(inventory, contributorsFile);
	const registryText = isAbsent ? undefined : readText(inventory, contributorsFile, report, memo);
	const registry = readYaml(contributorsFile, registryText, report, memo, readRegistry);
	const { assets, unreadable } = await readAssets(inventory, memo);
	if (!book) return undefined;

	const { document, read } = book;
	const known = knownContributors(registry, isAbsent);
	const { sources, named } = readPieces(inventory, read, document, known, report, memo);
	const allSources = [...sources.values()].flatMap((byLang) => Object.values(byLang));
	const contributors = registry
		? makeContributors(
				registry,
				allSources,
				named ?? new Set(registry.entries.keys()),
				read.config.languages,
				report,
				memo,
			)
		: new Map();
	const isTermed = isPresent(inventory, termsFile);
	const termsText = isTermed ? readText(inventory, termsFile, report, memo) : undefined;
	const [source = 'und'] = read.config.languages;
	const terms = readYaml(
		termsFile,
		termsText,
		report,
		memo,
		(yaml, add) => readTerms(yaml, source, add),
		source,
	);
	const files = [
		...(bookText ? [{ file: configFile, text: bookText.text }] : []),
		...(registryText ? [{ file: contributorsFile, text: registryText.text }] : []),
		...(termsText ? [{ file: termsFile, text: termsText.text }] : []),
	];
	const translationLock = isPresent(inventory, lockFile)
		? readText(inventory, lockFile, report, memo)
		: undefined;
	const config = addProfile(read.config, { inventory, document, report, memo });
	return {
		config,
		contributors,
		sources,
		assets,
		unreadable,
		...(terms && { terms }),
		files,
		...(translationLock ? { translationLock: { file: lockFile, text: translationLock.text } } : {}),
	};
}

async function findManuscript(dir: string, report: Reporter): Promise<Inventory | undefined> {
	const isFolder = await stat(dir).then(
		(found) => found.isDirectory(),
		() => false,
	);
	const inventory = isFolder ? inventoryOf(dir) : undefined;
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

function inventoryOf(dir: string): Inventory | undefined {
	try {
		return takeInventory(dir);
	} catch {
		return undefined;
	}
}

function isPresent(inventory: Inventory, file: string): boolean {
	return inventory.files.has(file) || inventory.refused.has(file);
}

/** Makes something of a YAML file, or recalls what was made of the same text. */
function readYaml<T>(
	file: string,
	read: FileText | undefined,
	report: Reporter,
	memo: Memo,
	make: (document: YamlDocument, report: Reporter) => T,
	/** What else shapes it. */
	besides = '',
): T | undefined {
	if (!read) return undefined;
	return remember(memo, `yaml ${file}`, `${memo.nameOf(read)} ${besides}`, report, (add) => {
		const document = parseYaml(file, read.text, add);
		return document && make(document, add);
	});
}

interface ReadBook {
	readonly document: YamlDocument;
	readonly read: ReadConfig;
}

function readBook(document: YamlDocument, report: Reporter): ReadBook | undefined {
	const read = readConfig(document, report);
	return read && { document, read };
}

function knownContributors(registry: Registry | undefined, isAbsent: boolean): KnownContributors {
	const entries = [...(registry?.entries ?? [])];
	const ids = new Set(entries.map(([id]) => id));
	const sound = new Set(entries.filter(([, given]) => given.name !== undefined).map(([id]) => id));
	return { ids: registry || isAbsent ? ids : undefined, sound };
}
