import java.io.FileInputStream;
import java.util.Map;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Checks each PDF named on the command line against PDF/A-2a and PDF/UA-1; exit 1 on a fault. */
public class VerificaPdf {
    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        boolean good = true;
        for (String file : files) {
            for (PDFAFlavour flavour : new PDFAFlavour[] {PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1}) {
                good &= check(file, flavour);
            }
        }
        System.exit(good ? 0 : 1);
    }

    private static boolean check(String file, PDFAFlavour flavour) throws Exception {
        try (FileInputStream stream = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(stream, flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, 10, false, false, false)) {
            ValidationResult result = validator.validate(parser);
            System.out.printf(
                "%s  %s  %s  (%d checks)%n",
                result.isCompliant() ? "OK   " : "FAULT", flavour.getId(), file, result.getTotalAssertions());
            for (TestAssertion fault : result.getTestAssertions()) {
                if (fault.getStatus() == TestAssertion.Status.FAILED) {
                    System.out.printf("   %s %s  %s%n", fault.getRuleId().getClause(), fault.getMessage(), fault.getLocation().getContext());
                }
            }
            return result.isCompliant();
        }
    }
}
