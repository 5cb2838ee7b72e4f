import { createHash } from 'node:crypto';
import type { Resource, Shelf } from '../model/index.ts';

/** Fonts, images and style sheets of the editions shown now, each under an address that changes with its bytes. */
export interface Resources {
	/**
	 * Takes an edition's style sheet in; what it loads is asked for below `files/<edition>`.
	 * @returns its name
	 */
	readonly styleSheet: (edition: string, shelf: Shelf, sheetCss: string) => string;
	readonly css: (name: string) => string | undefined;
	readonly file: (edition: string, path: string) => Resource | undefined;
	/** Versions of an edition's images, as far as they are known. */
	readonly images: (edition: string) => Readonly<Record<string, string>>;
	/** Reads the images that are new. */
	readonly readImages: (edition: string) => Promise<void>;
}

/** @param base of all addresses, with a slash at its end */
export function createResources(base: string): Resources {
	const shelves = new Map<string, Shelf>();
	const sheets = new Map<string, { readonly name: string; readonly css: string }>();
	const last = new Map<string, string>();
	const versions = createVersions();
	return {
		styleSheet: (edition, shelf, sheetCss) => {
			shelves.set(edition, shelf);
			const css = address(`${shelf.css}\n${sheetCss}`, `${base}files/${edition}`, (path) => {
				const resource = shelf.resources.get(path);
				const bytes = resource?.type.startsWith('font/') ? resource.read() : undefined;
				return bytes instanceof Uint8Array ? versions.ofBytes(bytes) : undefined;
			});
			const old = sheets.get(edition);
			const sheet = old?.css === css ? old : { name: hashOf(css), css };
			sheets.set(edition, sheet);
			return sheet.name;
		},
		css: (name) => [...sheets.values()].find((sheet) => sheet.name === name)?.css,
		file: (edition, path) => shelves.get(edition)?.resources.get(path),
		images: (edition) => {
			const images: Record<string, string> = {};
			for (const [path, resource] of imagesOf(shelves.get(edition))) {
				// Until a new file is read it passes for the old one.
				const version = versions.known(resource) ?? last.get(`${edition} ${path}`);
				if (version === undefined) continue;
				last.set(`${edition} ${path}`, version);
				images[path] = version;
			}
			return images;
		},
		readImages: async (edition) => {
			await Promise.all(imagesOf(shelves.get(edition)).map(([, resource]) => versions.read(resource)));
		},
	};
}

function imagesOf(shelf: Shelf | undefined): (readonly [string, Resource])[] {
	return [...(shelf?.resources ?? [])].filter(([, { type }]) => type.startsWith('image/'));
}

/** Gives addresses from the root, `url(/fonts/serif.ttf)`, their place below the preview's own. */
function address(css: string, folder: string, version: (path: string) => string | undefined): string {
	return css.replace(/url\((["']?)(\/[^"')]+)\1\)/g, (_url, _quote, path: string) => {
		const found = version(path);
		return `url("${folder}${path}${found === undefined ? '' : `?v=${found}`}")`;
	});
}

function createVersions() {
	const byBytes = new WeakMap<Uint8Array, string>();
	const byResource = new WeakMap<Resource, string>();
	const ofBytes = (bytes: Uint8Array): string => {
		const version = byBytes.get(bytes) ?? hashOf(bytes);
		byBytes.set(bytes, version);
		return version;
	};
	return {
		ofBytes,
		known: (resource: Resource) => byResource.get(resource),
		read: async (resource: Resource): Promise<void> => {
			if (byResource.has(resource)) return;
			try {
				byResource.set(resource, hashOf(await resource.read()));
			} catch {
				// It was moved away after the build; the next one will say so.
			}
		},
	};
}

function hashOf(data: string | Uint8Array): string {
	return createHash('sha256').update(data).digest('base64url').slice(0, 16);
}
