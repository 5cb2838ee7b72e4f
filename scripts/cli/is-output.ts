import { realpathSync } from 'node:fs';
import { basename, dirname } from 'node:path';

const outputNames =
	/\.(?:pdf|epub)$|\.cover\.(?:png|jpg)$|^(?:onix\.xml|catalog\.json|index\.html|SHA256SUMS)$/;

/** Whether a file is one of the outputs: they may lie among the sources, as with `--out manuscript`. */
export function isOutput(path: string, out: string): boolean {
	if (!outputNames.test(basename(path))) return false;
	try {
		return realpathSync(dirname(path)) === realpathSync(out);
	} catch {
		return false;
	}
}
