/**
 * ONIX contributor roles (List 17) by MARC relator code (https://id.loc.gov/vocabulary/relators), where the two mean
 * the same.
 */
const roles: Readonly<Record<string, string>> = {
	abr: 'B04',
	adp: 'B05',
	aft: 'A19',
	ann: 'A20',
	art: 'A07',
	aui: 'A24',
	aut: 'A01',
	bkd: 'A11',
	clr: 'A47',
	cmm: 'A21',
	cmp: 'A06',
	com: 'C01',
	cov: 'A36',
	cre: 'A09',
	ctb: 'A32',
	ctg: 'A39',
	cur: 'C04',
	dsr: 'A11',
	dte: 'Z02',
	edc: 'B01',
	edt: 'B01',
	hnr: 'Z02',
	ill: 'A12',
	ive: 'A44',
	ivr: 'A43',
	lyr: 'A05',
	nrt: 'E07',
	pht: 'A13',
	prg: 'A30',
	res: 'A51',
	tcd: 'B26',
	trl: 'B06',
	win: 'A24',
	wpr: 'A15',
};

/** `Z99`, other, where ONIX has no such role. */
export function contributorRole(relator: string): string {
	return roles[relator] ?? 'Z99';
}
