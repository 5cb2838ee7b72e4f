import type { BookColor, Inks, Place } from '../model/index.ts';

/** Style sheets without `device-cmyk()`, and what its colours were. */
export interface SeparatedStyles {
	readonly styles: ReadonlyMap<string, string>;
	readonly colors: readonly BookColor[];
	/** What could not be read, and stands where it stood. */
	readonly unread: readonly { readonly text: string; readonly place: Place }[];
}

/** `device-cmyk()` with what may hold it as mere text: comments, strings, addresses. */
const pattern =
	/\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\burl\([^)]*\)|\bdevice-cmyk\(((?:[^()]|\([^()]*\))*)\)/gi;

/**
 * Replaces `device-cmyk()` (CSS Color 5, 8) in style sheets, which the browser does not know, by the colour of the
 * screen that the naive conversion of its clause 8.2 gives, and remembers the inks. Where two mixes would look the
 * same, blue moves by as little as keeps them apart.
 * @param sheets by file name in `styles/`
 */
export function separateInks(sheets: ReadonlyMap<string, string>): SeparatedStyles {
	const colors: BookColor[] = [];
	const unread: { readonly text: string; readonly place: Place }[] = [];
	// What is written as black or white anywhere is black ink or paper.
	const taken = new Map<string, string>([
		['0 0 0', '0 0 0 1'],
		['255 255 255', '0 0 0 0'],
	]);
	const styles = new Map<string, string>();
	for (const [name, css] of sheets) {
		const separated = css.replace(pattern, (text: string, parameters: string | undefined, at: number) => {
			if (parameters === undefined) return text;
			const place = placeOf(css, at, `styles/${name}`);
			const read = readMix(parameters);
			if (!read) {
				unread.push({ text, place });
				return text;
			}
			const { inks, alpha } = read;
			const screen = screenOf(inks, taken);
			colors.push({ name: text, screen, inks, place });
			return `rgb(${screen.join(' ')}${alpha === undefined ? '' : ` / ${alpha}`})`;
		});
		styles.set(name, separated);
	}
	return { styles, colors, unread };
}

interface ReadMix {
	readonly inks: Inks;
	/** As it is written. */
	readonly alpha?: string;
}

const component = /^(?:none|([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)(%?))$/i;

/** Four numbers from 0 to 1 or percentages, with spaces and perhaps alpha, or with commas as in older sheets. */
function readMix(parameters: string): ReadMix | undefined {
	const text = parameters.replace(/\/\*[\s\S]*?\*\//g, ' ').trim();
	const [mix = '', alpha, ...rest] = text.split('/').map((one) => one.trim());
	const words = mix.includes(',') ? mix.split(',').map((one) => one.trim()) : mix.split(/\s+/);
	const inks = words.map(readShare);
	const [cyan, magenta, yellow, black] = inks;
	if (inks.length !== 4 || rest.length > 0 || (alpha !== undefined && readShare(alpha) === undefined)) {
		return undefined;
	}
	if (cyan === undefined || magenta === undefined || yellow === undefined || black === undefined) {
		return undefined;
	}
	return { inks: [cyan, magenta, yellow, black], ...(alpha === undefined ? {} : { alpha }) };
}

/** What lies outside of 0 and 1 is brought inside, as the function asks for. */
function readShare(word: string): number | undefined {
	const found = component.exec(word);
	if (!found) return undefined;
	const [, number = '0', percent] = found;
	return Math.min(1, Math.max(0, Number(number) / (percent ? 100 : 1)));
}

type Screen = BookColor['screen'];

function screenOf(inks: Inks, taken: Map<string, string>): Screen {
	const [cyan, magenta, yellow, black] = inks;
	const [red = 0, green = 0, blue = 0] = [cyan, magenta, yellow].map((ink) =>
		Math.round(255 * (1 - Math.min(1, ink * (1 - black) + black))),
	);
	const mix = inks.join(' ');
	for (let away = 0; away < 256; away++) {
		for (const moved of [blue + away, blue - away]) {
			const screen = `${red} ${green} ${moved}`;
			if (moved < 0 || moved > 255 || (taken.get(screen) ?? mix) !== mix) continue;
			taken.set(screen, mix);
			return [red, green, moved];
		}
	}
	return [red, green, blue];
}

function placeOf(text: string, at: number, file: string): Place {
	const lines = text.slice(0, at).split('\n');
	return { file, line: lines.length, column: (lines[lines.length - 1]?.length ?? 0) + 1 };
}
