import { readFileSync, statSync } from 'node:fs';
import type { Reporter } from '../diagnostics/index.ts';
import type { BookConfig, Memo } from '../model/index.ts';
import { pathFault } from './contents.ts';
import { profileFault } from './icc-profile.ts';
import type { Inventory } from './inventory.ts';
import { describePath } from './read-fields.ts';
import type { YamlDocument } from './yaml-document.ts';

// Profiles of presses have 0.5 to 3 MB.
const maxBytes = 32 * 1024 * 1024;

export interface ProfileOptions {
	readonly inventory: Inventory;
	readonly document: YamlDocument;
	readonly report: Reporter;
	readonly memo: Memo;
}

const unfitHints = {
	inks: 'Ask the printer for the ICC profile of the press.',
	rgb: 'Leave it out, and the book is printed in sRGB; or ask the printer for the ICC profile of the press.',
} as const;

/**
 * Reads the ICC profile that book.yaml names, and gives the configuration with its bytes; the very same object where
 * neither changed. A profile that cannot be used is reported where it is named.
 */
export function addProfile(config: BookConfig, options: ProfileOptions): BookConfig {
	const { press } = config;
	const { profile } = press;
	if (!profile) return config;
	const { document, report, memo } = options;
	const path = ['print', 'profile'];
	const fault = (clause: string, hint: string) => {
		const message = `${describePath(path)}: "${profile.name}" cannot be used: ${clause}`;
		report('config-invalid', message, document.place(path), hint);
		return config;
	};
	const outside = pathFault(profile.name);
	if (outside !== undefined) return fault(`it ${outside}`, 'Copy the profile into the manuscript folder.');
	const read = readBytes(profile.name, options);
	if (typeof read === 'string')
		return fault(read, 'Give the path of an ICC profile in the manuscript folder.');
	const unfit = memo.recall('profile faults', `${memo.nameOf(read)} ${press.color}`, () => ({
		clause: profileFault(read.bytes, press.color),
	}));
	if (unfit.clause !== undefined)
		return fault(unfit.clause, unfitHints[press.color === 'rgb' ? 'rgb' : 'inks']);
	return memo.recall('config with profile', `${memo.nameOf(config)} ${memo.nameOf(read)}`, () => ({
		...config,
		press: { ...press, profile: { ...profile, bytes: read.bytes } },
	}));
}

interface ReadFile {
	readonly bytes: Uint8Array;
}

function readBytes(name: string, { inventory, memo }: ProfileOptions): ReadFile | string {
	const file = inventory.files.get(name);
	if (file === undefined) return inventory.refused.get(name) ?? 'it is not there';
	try {
		const { ino, size, mtimeNs, ctimeNs } = statSync(file, { bigint: true });
		if (size > maxBytes) return 'it is larger than 32 MB';
		const key = [file, ino, size, mtimeNs, ctimeNs].join(' ');
		return memo.recall('profile', key, () => ({ bytes: new Uint8Array(readFileSync(file)) }));
	} catch {
		return 'the disk refuses it';
	}
}
