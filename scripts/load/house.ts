import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import type { House, Lang } from '../model/index.ts';

const labelsName = /^labels\.([A-Za-z0-9-]+)\.yaml$/;
const labelsForm = z.record(z.string(), z.string());

/**
 * Reads the house style below the program's root: every file of `templates/` by its name there, labels apart, and
 * every style sheet of `styles/`. Throws where a folder is missing or labels are not texts by key: that is a fault
 * of the house, not of a manuscript.
 */
export async function loadHouse(dir: string): Promise<House> {
	const files = await readTree(join(dir, 'templates'));
	const templates = new Map<string, string>();
	const labels: Record<Lang, Readonly<Record<string, string>>> = {};
	for (const [name, text] of files) {
		const lang = labelsName.exec(name)?.[1];
		if (lang === undefined) templates.set(name, text);
		else labels[lang] = readLabels(name, text);
	}
	const sheets = await readTree(join(dir, 'styles'));
	const styles = new Map([...sheets].filter(([name]) => /^[^/]+\.css$/.test(name)));
	return { templates, labels, styles };
}

async function readTree(folder: string, prefix = ''): Promise<Map<string, string>> {
	const files = new Map<string, string>();
	const entries = await readdir(join(folder, prefix), { withFileTypes: true });
	for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
		if (entry.name.startsWith('.')) continue;
		const name = prefix + entry.name;
		if (entry.isDirectory()) {
			for (const [path, text] of await readTree(folder, `${name}/`)) files.set(path, text);
		} else files.set(name, (await readFile(join(folder, name), 'utf8')).replace(/\r\n/g, '\n'));
	}
	return files;
}

function readLabels(name: string, text: string): Readonly<Record<string, string>> {
	const labels = labelsForm.safeParse(parse(text) ?? {});
	if (!labels.success) throw new Error(`templates/${name} must hold one text for each key`);
	return labels.data;
}
