import { expect, test } from 'vitest';
import { bareOrcid } from '../../scripts/load/orcid.ts';

// The first two are ORCID's own examples, https://support.orcid.org/hc/en-us/articles/360006897674
test.each([
	['0000-0002-1825-0097', '0000-0002-1825-0097'],
	['0000-0002-9079-593X', '0000-0002-9079-593X'],
	['https://orcid.org/0000-0002-1825-0097', '0000-0002-1825-0097'],
	['0000-0002-1825-0098', undefined],
	['0000-0002-9079-5930', undefined],
	['0000000218250097', undefined],
	['https://example.org/0000-0002-1825-0097', undefined],
])('%s', (given, bare) => {
	expect(bareOrcid(given)).toBe(bare);
});
