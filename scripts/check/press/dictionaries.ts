import { PDFArray, type PDFContext, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import type { RuleId } from '../../diagnostics/index.ts';
import { faultOfAction } from './actions.ts';
import type { Findings } from './findings.ts';
import { faultOfFont } from './fonts.ts';
import { faultOfObject, faultOfStream } from './forbidden.ts';
import { dictOf } from './objects.ts';
import { faultOfTransfer } from './transfer.ts';

/** What is wrong with one dictionary. */
export type Fault = readonly [rule: RuleId, message: string];

const checks = [faultOfAction, faultOfFont, faultOfObject, faultOfTransfer];

/** Looks at every dictionary of a file, whatever leads to it. */
export function checkDictionaries(context: PDFContext, findings: Findings): void {
	const walk = (object: PDFObject): void => {
		if (object instanceof PDFArray) object.asArray().forEach(walk);
		const dict = dictOf(object);
		for (const check of object instanceof PDFRawStream ? [...checks, faultOfStream] : checks) {
			const fault = dict && check(dict);
			if (fault) findings.add(...fault);
		}
		dict?.values().forEach(walk);
	};
	for (const [, object] of context.enumerateIndirectObjects()) walk(object);
}
