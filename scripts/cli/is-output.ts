import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';

/** Whether a file is one of the outputs: they may lie among the sources, as with `--out manuscript`. */
export function isOutput(path: string, out: string): boolean {
	if (!/\.(?:pdf|epub)$/.test(path)) return false;
	try {
		return realpathSync(dirname(path)) === realpathSync(out);
	} catch {
		return false;
	}
}
