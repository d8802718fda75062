package dev.fattura.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells the sample of {@link CohoWinery} through the HTTP API, waits for conditions and never for time, and holds every
 * answer against the others. It uses nothing of the application, so it may be told against any address.
 */
public final class Story {
    private final StoryClient client;
    private final Narrator narrator;
    private final Checks checks;

    public Story(URI address, PrintStream out) {
        this.client = new StoryClient(address);
        this.narrator = new Narrator(out);
        this.checks = new Checks(out);
    }

    /** True when everything that must hold did. */
    public boolean tell() throws InterruptedException {
        try {
            tellFirst();
            tellSecond();
            tellEnd();
        } catch (StoryFailure failure) {
            checks.that("The story cannot go on. " + failure.getMessage(), false);
        }
        narrator.chapter(checks.summary());
        return checks.allHeld();
    }

    private void tellFirst() throws InterruptedException {
        narrator.chapter("Coho Winery: four hours at an agreed rate");
        narrator.step("Contoso USMF keeps its books in USD; Coho Winery's contract ORD-1001 is in GBP at 1.25");
        client.put("/companies/USMF", CohoWinery.COMPANY);
        client.put("/projects/PRJ-1", CohoWinery.PROJECT);
        client.put("/contracts/ORD-1001", CohoWinery.FIRST_CONTRACT);
        JsonNode approval = approve("Approve 4 hours, cost 120 USD, sales 250 GBP", CohoWinery.FIRST_WORK);
        course(approval, "INV-1001").run(CohoWinery.FIRST_INVOICE);
        checkDocumentedCase();
    }

    private void tellSecond() throws InterruptedException {
        narrator.chapter("Coho Winery: a line of every class, with sales tax");
        narrator.step("Contract ORD-1002: time and material, a milestone, a product; sales tax group GB-STD of 20 %");
        client.put("/contracts/ORD-1002", CohoWinery.SECOND_CONTRACT);
        JsonNode approval = approve("Approve time, expense, material and a fee", CohoWinery.SECOND_WORK);
        List<String> unbilledSales = new ArrayList<>();
        approval.path("actuals").forEach(actual -> {
            if (actual.hasNonNull("unbilledSales")) {
                unbilledSales.add(Tables.text(actual, "unbilledSales"));
            }
        });
        course(approval, "INV-1002").run(CohoWinery.secondInvoice(unbilledSales));
    }

    /** A sweep after the end finds nothing to repair, and nothing was given up on the way. */
    private void tellEnd() throws InterruptedException {
        narrator.step("The sweep finds nothing left to do");
        JsonNode before = client.get("/proposals/INV-1002");
        client.post("/_local/schedules/sweep", "");
        client.post("/_local/streams/settle", "");
        checks.that("sweep: the posted invoice is as it was", before.equals(client.get("/proposals/INV-1002")));
        JsonNode failures = client.get("/_local/failures").path("failures");
        checks.same("streams: nothing was given up", 0, failures.size());
        for (JsonNode stream : client.get("/_local/streams").path("streams")) {
            checks.same(
                    "streams: nothing is left for " + Tables.text(stream, "function"),
                    0,
                    stream.path("lag").asLong());
        }
    }

    private InvoiceCourse course(JsonNode approval, String invoice) {
        return new InvoiceCourse(client, narrator, checks, Tables.text(approval, "approval"), invoice);
    }

    private JsonNode approve(String title, String work) throws InterruptedException {
        narrator.step(title);
        JsonNode approval = client.post("/approvals", work).body();
        narrator.show(Tables.approved(approval));
        return approval;
    }

    /** The figures that Microsoft documents for this case. */
    private void checkDocumentedCase() throws InterruptedException {
        JsonNode entries = client.get("/proposals/INV-1001").path("entries");
        String[][] documented = {
            {"161300", "-1000.00", "-1250.00"},
            {"420200", "1000.00", "1250.00"},
            {"411100", "-1000.00", "-1250.00"},
            {"130100", "1000.00", "1250.00"}
        };
        for (String[] line : documented) {
            boolean found = false;
            for (JsonNode entry : entries) {
                found |= Tables.text(entry, "account").equals(line[0])
                        && isAmount(entry.path("amount"), line[1])
                        && isAmount(entry.path("accountingAmount"), line[2]);
            }
            checks.that("documented case: account %s has %s GBP, %s USD".formatted((Object[]) line), found);
        }
    }

    private static boolean isAmount(JsonNode money, String expected) {
        return Amounts.of(money).compareTo(new BigDecimal(expected)) == 0;
    }
}
