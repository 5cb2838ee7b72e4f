import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;

/**
 * Asks veraPDF whether files conform to a flavour of PDF/A or PDF/UA.
 *
 * <p>Prints a line for each file, {@code FILE: FLAVOUR, N checks, N failed}, and below it a line for each rule that
 * failed: clause and number of the test, how often, what it says, and where it failed first. Exits with 0 where every
 * file conforms, 1 where one does not or cannot be read, 2 where the arguments are wrong.
 */
public final class Conformance {
	/** Assertions that are kept with their places; every failed check is counted all the same. */
	private static final int KEPT = 1000;

	private Conformance() {}

	public static void main(String[] arguments) {
		PDFAFlavour flavour = arguments.length < 2 ? PDFAFlavour.NO_FLAVOUR : PDFAFlavour.fromString(arguments[0]);
		if (flavour == PDFAFlavour.NO_FLAVOUR) {
			System.err.println("usage: java Conformance FLAVOUR FILE...   (FLAVOUR: ua1, 2a, 2b, 3a ...)");
			System.exit(2);
		}
		// The library tells of what it meets on the way; the result says all that counts.
		LogManager.getLogManager().reset();
		VeraGreenfieldFoundryProvider.initialise();
		boolean conforming = true;
		for (String file : List.of(arguments).subList(1, arguments.length)) {
			conforming &= check(file, flavour);
		}
		System.exit(conforming ? 0 : 1);
	}

	private static boolean check(String file, PDFAFlavour flavour) {
		try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour);
				PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, KEPT, false, true, false)) {
			ValidationResult result = validator.validate(parser);
			return tell(file, flavour, result);
		} catch (Exception | StackOverflowError | OutOfMemoryError error) {
			System.out.println(file + ": " + flavour.getId() + ", cannot be read: " + error);
			return false;
		}
	}

	private static boolean tell(String file, PDFAFlavour flavour, ValidationResult result) {
		Map<RuleId, Integer> failed = result.getFailedChecks();
		int sum = failed.values().stream().mapToInt(Integer::intValue).sum();
		System.out.println(
				file + ": " + flavour.getId() + ", " + result.getTotalAssertions() + " checks, " + sum + " failed");
		Map<String, TestAssertion> first = new TreeMap<>();
		for (TestAssertion assertion : result.getTestAssertions()) {
			if (assertion.getStatus() == TestAssertion.Status.FAILED) {
				first.putIfAbsent(name(assertion.getRuleId()), assertion);
			}
		}
		List<String> lines = new ArrayList<>();
		failed.forEach((rule, count) -> lines.add(line(rule, count, first.get(name(rule)))));
		lines.stream().sorted().forEach(System.out::println);
		return result.isCompliant() && sum == 0;
	}

	private static String line(RuleId rule, int count, TestAssertion first) {
		String start = "  " + name(rule) + " (" + count + ")";
		return first == null
				? start
				: start + " " + first.getMessage().replaceAll("\\s+", " ") + " @ " + first.getLocation().getContext();
	}

	/** As in {@code 7.18.5-1}: the clause of the standard and the number of the test. */
	private static String name(RuleId rule) {
		return rule.getClause() + "-" + rule.getTestNumber();
	}
}
