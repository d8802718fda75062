package dev.fattura.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The audit of the story must see what is wrong; a check that cannot fail proves nothing. */
class AuditTest {
    private static final String CONFIRMED =
            """
            {"controlTotals":{"billedSales":{"count":2,"amount":{"amount":"1200.00","currency":"GBP"}}}}
            """;
    private static final String ACTUALS =
            """
            [{"actual":"a","type":"billedSales","billingType":"chargeable","amount":{"amount":"1000.00","currency":"GBP"},
              "accounting":{"amount":{"amount":"1250.00","currency":"USD"},"voucher":"V-1"}},
             {"actual":"b","type":"billedSales","billingType":"complimentary","amount":{"amount":"200.00","currency":"GBP"},
              "accounting":{"amount":{"amount":"0.00","currency":"USD"},"voucher":"V-1"}},
             {"actual":"c","type":"unbilledSales","billingType":"chargeable","amount":{"amount":"-1000.00","currency":"GBP"}}]
            """;
    private static final String PROPOSAL =
            """
            {"lines":[{"billingType":"chargeable","amount":{"amount":"1000.00","currency":"GBP"},
               "salesTax":{"amount":"200.00","currency":"GBP"}},
              {"billingType":"complimentary","amount":{"amount":"200.00","currency":"GBP"},
               "salesTax":{"amount":"0.00","currency":"GBP"}}],
             "entries":[
              {"account":"130100","amount":{"amount":"1200.00","currency":"GBP"},"accountingAmount":{"amount":"1500.00","currency":"USD"}},
              {"account":"222200","amount":{"amount":"-200.00","currency":"GBP"},"accountingAmount":{"amount":"-250.00","currency":"USD"}},
              {"account":"411100","amount":{"amount":"-1000.00","currency":"GBP"},"accountingAmount":{"amount":"-1250.00","currency":"USD"}}]}
            """;
    private static final String INVOICE =
            """
            {"total":{"amount":"1000.00","currency":"GBP"},"customerInvoice":{"salesTax":{"amount":"200.00","currency":"GBP"}}}
            """;
    private static final String LINEAGE =
            """
            {"facts":[{"fact":"a"},{"fact":"b"},{"fact":"c"}]}
            """;

    @Test
    void everyCheck_holds_whenTheAnswersAgree() throws JsonProcessingException {
        assertThat(broken(CONFIRMED, ACTUALS, PROPOSAL, INVOICE, LINEAGE)).isEmpty();
    }

    @Test
    void check_fails_whenAnActualIsMissingOrTwice() throws JsonProcessingException {
        assertThat(broken(CONFIRMED.replace("\"count\":2", "\"count\":3"), ACTUALS, PROPOSAL, INVOICE, LINEAGE))
                .contains("office: as many billed sales actuals", "proposal: as many lines");
        assertThat(broken(CONFIRMED.replace("1200.00", "1200.01"), ACTUALS, PROPOSAL, INVOICE, LINEAGE))
                .contains("office: they sum to the sealed", "proposal: they sum to the sealed");
    }

    @Test
    void check_fails_whenTheVoucherDoesNotBalance() throws JsonProcessingException {
        assertThat(broken(CONFIRMED, ACTUALS, PROPOSAL.replace("-1250.00", "-1249.99"), INVOICE, LINEAGE))
                .contains("ledger: all 1 vouchers balance");
        assertThat(broken(CONFIRMED, ACTUALS, PROPOSAL.replace("\"-1000.00\"", "\"-999.99\""), INVOICE, LINEAGE))
                .contains("ledger: all 1 vouchers balance");
    }

    @Test
    void check_fails_whenTheCustomerOwesSomethingElse() throws JsonProcessingException {
        String more = PROPOSAL.replace("\"1200.00\"", "\"1200.01\"");
        assertThat(broken(CONFIRMED, ACTUALS, more, INVOICE, LINEAGE)).contains("ledger: the customer owes");
        assertThat(broken(CONFIRMED, ACTUALS, PROPOSAL, INVOICE.replace("1000.00", "1000.01"), LINEAGE))
                .contains("proposal: chargeable lines are the total");
    }

    @Test
    void check_fails_whenAnActualIsNotWrittenBackOrWithoutATrace() throws JsonProcessingException {
        String unwritten = ACTUALS.replaceFirst("V-1", "");
        assertThat(broken(CONFIRMED, unwritten, PROPOSAL, INVOICE, LINEAGE)).contains("write-back: every billed");
        assertThat(broken(CONFIRMED, ACTUALS.replace("1250.00", "1250.01"), PROPOSAL, INVOICE, LINEAGE))
                .contains("write-back: accounting amounts");
        assertThat(broken(CONFIRMED, ACTUALS, PROPOSAL, INVOICE, LINEAGE.replace("\"b\"", "\"x\"")))
                .contains("lineage: it names every actual");
    }

    /** The lines of the checks that did not hold. */
    private static String broken(String confirmed, String actuals, String proposal, String invoice, String lineage)
            throws JsonProcessingException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Checks checks = new Checks(new PrintStream(out, true, StandardCharsets.UTF_8));
        Audit audit = new Audit(checks);
        JsonNode posted = json(proposal);
        audit.totals(json(confirmed), json(actuals), posted);
        audit.ledger(json(invoice), posted);
        audit.balances(Map.of("V-1", posted.path("entries")));
        audit.writtenBack(json(actuals), posted);
        audit.lineage(json(lineage), json(actuals));
        String lines = out.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("✗"))
                .reduce("", (all, line) -> all + line + "\n");
        assertThat(checks.allHeld()).isEqualTo(lines.isEmpty());
        return lines;
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }
}
