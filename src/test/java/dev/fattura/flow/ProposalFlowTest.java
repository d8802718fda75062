package dev.fattura.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractCustomer;
import dev.fattura.ledger.TermsOfPayment;
import dev.fattura.money.Percent;
import dev.fattura.store.ContractItem;
import dev.fattura.support.World;
import dev.fattura.support.World.Answer;
import dev.fattura.support.World.Course;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Invoice proposals from the header to the customer invoice, over the HTTP API; every figure is worked out by hand. */
class ProposalFlowTest {

    private World world = new World();
    private Scenario scenario = new Scenario(world);

    @BeforeEach
    void recordCompanyAndProject() {
        scenario.recordCompanyAndProject();
    }

    /** 1,200 GBP of consulting; the contract's EU-STD and the class's SERV have a code of 20 % in common (domain.md 3.5). */
    @Test
    void illustrationOfTheDocuments_isTaxed_due_posted_andSeenOnTheProforma() {
        salesTax("search", "invoiceDate", "line");
        contract("EU-STD", new TermsOfPayment(30), "DOM");
        approve("TE-1", "2026-01-05", "6", "200.00", "chargeable");
        draft("INV-1001");
        imported("INV-1001");

        Answer open = proposal("INV-1001");
        assertThat(open.at("/status")).isEqualTo("open");
        assertThat(open.headers()).containsEntry("etag", "\"3\"");
        assertThat(open.at("/termsOfPayment")).isEqualTo("net30");
        assertThat(open.at("/dueDate")).isEqualTo("2026-03-02");
        assertThat(open.at("/terms"))
                .isEqualTo("{\"exchangeRate\":\"1.25\",\"companyVersion\":1,\"salesTaxVersion\":1}");
        assertThat(open.at("/lines/0/salesTaxGroup")).isEqualTo("EU-STD");
        assertThat(open.at("/lines/0/itemSalesTaxGroup")).isEqualTo("SERV");
        assertThat(open.at("/lineTotals/salesTaxCodes/0/code")).isEqualTo("EU20");
        assertThat(open.at("/lineTotals/salesTax/amount")).isEqualTo("240.00");

        patch(200, "/proposals/INV-1001", "{\"text\":\"With thanks.\",\"dimensions\":{\"Department\":\"022\"}}");
        post("INV-1001", "{}");

        Answer posted = proposal("INV-1001");
        assertThat(posted.at("/text")).isEqualTo("With thanks.");
        assertThat(posted.at("/dimensions/Department")).isEqualTo("022");
        assertThat(entries(posted))
                .containsExactlyInAnyOrder(
                        "161300 -1200.00 GBP -1500.00 USD",
                        "420200 1200.00 GBP 1500.00 USD",
                        "411100 -1200.00 GBP -1500.00 USD",
                        "130100 1440.00 GBP 1800.00 USD",
                        "222200 -240.00 GBP -300.00 USD");
        Answer invoice = world.call(200, "GET", "/invoices/INV-1001", null);
        assertThat(invoice.at("/status")).isEqualTo("posted");
        assertThat(invoice.at("/customerInvoice"))
                .isEqualTo("{\"number\":\"USMF-CI-000001\",\"kind\":\"invoice\",\"date\":\"2026-01-31\","
                        + "\"dueDate\":\"2026-03-02\",\"voucher\":\"USMF-PV-000003\","
                        + "\"amount\":{\"amount\":\"1440.00\",\"currency\":\"GBP\"},"
                        + "\"salesTax\":{\"amount\":\"240.00\",\"currency\":\"GBP\"}}");
    }

    /** What the proforma tells the customer is what finance tells him, until an accountant says otherwise; then his word stays. */
    @Test
    void description_isTheTextOfTheProposal_untilAPersonChangesIt() {
        contract(null, null, null);
        approve("TE-1", "2026-01-05", "6", "200.00", "chargeable");
        scenario.draftCohoFromBacklog();
        world.call(
                200,
                "PATCH",
                "/invoices/INV-1001",
                "{\"description\":\"Cellar survey\"}",
                "if-match",
                scenario.version("INV-1001"));
        scenario.confirm("INV-1001");
        imported("INV-1001");
        assertThat(proposal("INV-1001").at("/text")).isEqualTo("Cellar survey");

        patch(200, "/proposals/INV-1001", "{\"text\":\"With thanks.\"}");
        carryAgain();
        assertThat(proposal("INV-1001").at("/text")).isEqualTo("With thanks.");

        patch(200, "/proposals/INV-1001", "{\"text\":\"\"}");
        carryAgain();
        assertThat(proposal("INV-1001").body().has("text")).isFalse();
    }

    private void carryAgain() {
        world.forgetDeliveries();
        world.deliver(Course.TWICE);
        world.call(200, "POST", "/maps/invoices/run", "{\"from\":\"2026-01-01\",\"to\":\"2026-01-31\"}");
    }

    /** 150 lines of 0.03 at 20 %: 0.006 each, which is a penny on every line, and 0.90 on 4.50. */
    @Test
    void manyOddLines_bearTheTaxOfTheInvoice_thatIsRoundedOnce() {
        salesTax("contract", "invoiceDate", "invoice");
        contract("EU-STD", null, null);
        world.call(
                200,
                "POST",
                "/approvals",
                "{\"transactions\":["
                        + IntStream.rangeClosed(1, 75)
                                .mapToObj(
                                        number -> transaction("TE-" + number, "2026-01-05", "1", "0.03", "chargeable"))
                                .collect(Collectors.joining(","))
                        + "]}");
        world.call(
                200,
                "POST",
                "/approvals",
                "{\"transactions\":["
                        + IntStream.rangeClosed(76, 150)
                                .mapToObj(
                                        number -> transaction("TE-" + number, "2026-01-05", "1", "0.03", "chargeable"))
                                .collect(Collectors.joining(","))
                        + "]}");
        draft("INV-1001");
        imported("INV-1001");

        assertThat(proposal("INV-1001").at("/lineTotals/salesTax/amount")).isEqualTo("0.90");
        List<String> taxes = lineTaxes("INV-1001");
        assertThat(taxes).hasSize(150).containsOnly("0.00", "0.01");
        assertThat(taxes).filteredOn("0.01"::equals).hasSize(90);

        post("INV-1001", "{}");
        Answer posted = proposal("INV-1001");
        assertThat(posted.at("/balance/amount/amount")).isEqualTo("0.00");
        assertThat(posted.at("/balance/accountingAmount/amount")).isEqualTo("0.00");
        assertThat(posted.at("/customerInvoice/amount/amount")).isEqualTo("5.40");
    }

    /** Worked in January at 20 %, invoiced in February at 21 %. */
    @Test
    void rateThatChangedBetweenWorkAndInvoice_isTheOneOfTheTaxDate() {
        assertThat(februaryTax("invoiceDate")).isEqualTo("252.00");
        assertThat(februaryTax("projectDate")).isEqualTo("240.00");
    }

    /** Expenses of the category Expense are taxed like services; fees have no item group, and so no tax. */
    @Test
    void itemGroup_isThatOfTheProjectCategory() {
        world.call(
                200,
                "PUT",
                "/companies/USMF/sales-tax",
                setUp("contract", "invoiceDate", "line")
                        .replace("{\"time\":\"SERV\"}", "{},\"categoryItemSalesTaxGroups\":{\"Expense\":\"SERV\"}"));
        contract("EU-STD", null, null);
        approve("TE-1", "2026-01-05", "6", "200.00", "chargeable");
        world.call(
                200,
                "POST",
                "/approvals",
                "{\"transactions\":["
                        + transaction("EX-1", "2026-01-05", "1", "300.00", "chargeable")
                                .replace("\"time\"", "\"expense\"")
                        + "]}");
        draft("INV-1001");
        imported("INV-1001");

        Answer open = proposal("INV-1001");
        assertThat(open.at("/lineTotals/charged/amount")).isEqualTo("1500.00");
        assertThat(open.at("/lineTotals/salesTax/amount")).isEqualTo("60.00");
        assertThat(lineTaxes("INV-1001")).containsExactlyInAnyOrder("0.00", "60.00");
        assertThat(world.call(200, "GET", "/companies/USMF", null).at("/salesTax/categoryItemSalesTaxGroups/Expense"))
                .isEqualTo("SERV");
    }

    @Test
    void invoiceDate_ofTheCustomerInvoice_computesTheTaxOfThatDate() {
        salesTax("contract", "invoiceDate", "line");
        contract("EU-STD", new TermsOfPayment(30), null);
        approve("TE-1", "2026-01-05", "6", "200.00", "chargeable");
        draft("INV-1001");
        imported("INV-1001");
        patch(200, "/proposals/INV-1001", "{\"dueDate\":\"2026-06-30\"}");

        Answer report = post("INV-1001", "{\"invoiceDate\":\"2026-02-02\"}");

        assertThat(report.at("/proposals/0/salesTax/amount")).isEqualTo("252.00");
        assertThat(report.at("/proposals/0/customerInvoice/dueDate")).isEqualTo("2026-03-04");
        assertThat(proposal("INV-1001").at("/invoiceDate")).isEqualTo("2026-02-02");
    }

    @Test
    void creditNote_ofAWholeInvoice_givesTaxAndRevenueBack() {
        salesTax("contract", "invoiceDate", "invoice");
        contract("EU-STD", new TermsOfPayment(14), null);
        approve("TE-1", "2026-01-05", "6", "200.00", "chargeable");
        draft("INV-1001");
        imported("INV-1001");
        post("INV-1001", "{}");
        world.call(
                201, "POST", "/invoices/INV-1001/revise", "{\"invoice\":\"INV-2001\",\"invoiceDate\":\"2026-01-31\"}");
        scenario.confirm("INV-2001");
        imported("INV-2001");

        post("INV-2001", "{}");

        assertThat(entries(proposal("INV-2001")))
                .containsExactlyInAnyOrder(
                        "411100 1200.00 GBP 1500.00 USD",
                        "130100 -1440.00 GBP -1800.00 USD",
                        "222200 240.00 GBP 300.00 USD");
        Answer invoice = world.call(200, "GET", "/invoices/INV-2001", null);
        assertThat(invoice.at("/customerInvoice/kind")).isEqualTo("creditNote");
        assertThat(invoice.at("/customerInvoice/dueDate")).isEqualTo("2026-02-14");
        assertThat(invoice.at("/customerInvoice/salesTax/amount")).isEqualTo("-240.00");
        assertNothingWaits();
    }

    @Test
    void proposal_waitsForAMissingRate_andIsImportedOnceItIsThere() {
        salesTax("contract", "projectDate", "line");
        contract("EU-STD", null, null);
        approve("TE-1", "1999-12-31", "6", "200.00", "chargeable");
        draft("INV-1001");
        travel();

        assertThat(waiting())
                .containsExactly(
                        "sales-tax-code-rate-missing Sales tax code EU20 of company USMF has no rate that is valid on 1999-12-31.");

        world.call(
                200,
                "PUT",
                "/companies/USMF/sales-tax",
                setUp("contract", "projectDate", "line").replace("2000-01-01", "1990-01-01"),
                "if-match",
                "\"1\"");
        world.schedule("import-staging");
        assertThat(proposal("INV-1001").at("/terms/salesTaxVersion")).isEqualTo("2");
        assertThat(proposal("INV-1001").at("/lineTotals/salesTax/amount")).isEqualTo("240.00");
    }

    @Test
    void invoiceOfNothingCharged_goesTheWholeWay() {
        contract(null, null, null);
        approve("TE-1", "2026-01-05", "6", "200.00", "complimentary");
        draft("INV-1001");
        imported("INV-1001");

        post("INV-1001", "{}");

        assertThat(entries(proposal("INV-1001"))).isEmpty();
        Answer invoice = world.call(200, "GET", "/invoices/INV-1001", null);
        assertThat(invoice.at("/status")).isEqualTo("posted");
        assertThat(invoice.at("/customerInvoice/kind")).isEqualTo("invoice");
        assertThat(invoice.at("/customerInvoice/amount/amount")).isEqualTo("0.00");
        assertNothingWaits();
    }

    /** The groups of a line are corrected by hand; Delete all forgets that, and the import goes by the set-up of that day. */
    @Test
    void lines_areEdited_deleted_andImportedAnew() {
        salesTax("contract", "invoiceDate", "line");
        contract("EU-STD", null, null);
        approve("TE-1", "2026-01-05", "6", "200.00", "chargeable");
        draft("INV-1001");
        imported("INV-1001");
        String line = proposal("INV-1001").at("/lines/0/actual");

        patch(200, "/proposals/INV-1001/lines/" + line, "{\"salesTaxGroup\":\"EXPORT\"}");
        assertThat(proposal("INV-1001").at("/lineTotals/salesTax/amount")).isEqualTo("0.00");
        assertThat(patch(422, "/proposals/INV-1001/lines/" + line, "{\"itemSalesTaxGroup\":\"TOYS\"}")
                        .at("/code"))
                .isEqualTo("sales-tax-group-unknown");
        assertThat(world.call(412, "PATCH", "/proposals/INV-1001", "{\"text\":\"Late\"}", "if-match", "\"3\"")
                        .at("/code"))
                .isEqualTo("proposal-changed");

        Answer deleted = world.call(200, "DELETE", "/proposals/INV-1001/lines", null, "if-match", etag("INV-1001"));
        assertThat(deleted.at("/status")).isEqualTo("awaitingLines");
        assertThat(proposal("INV-1001").at("/lines")).isEqualTo("[]");
        world.call(200, "POST", "/staging/import", "{\"proposal\":\"INV-1001\"}");
        assertThat(proposal("INV-1001").at("/lineTotals/salesTax/amount")).isEqualTo("240.00");
    }

    @Test
    void proposal_waitsForAnOpenPeriod_orGetsAnotherInvoiceDate() {
        contract(null, null, null);
        approve("TE-1", "2026-01-05", "6", "200.00", "chargeable");
        draft("INV-1001");
        imported("INV-1001");
        world.call(200, "PUT", "/companies/USMF/fiscal-periods/2026-01", "{\"status\":\"closed\"}");

        world.schedule("post-proposals");
        assertThat(waiting())
                .containsExactly(
                        "period-closed No open fiscal period was found for the specified accounting date 2026-01-31: period"
                                + " 2026-01 of company USMF is closed.");
        assertThat(world.call(409, "POST", "/proposals/INV-1001/post", "{}").at("/code"))
                .isEqualTo("period-closed");
        assertThat(world.call(200, "GET", "/proposals/INV-1001/readiness", null).at("/summary"))
                .isEqualTo(
                        "Proposal INV-1001 has its 1 line and is open. It waits: No open fiscal period was found for the"
                                + " specified accounting date 2026-01-31: period 2026-01 of company USMF is closed.");

        patch(200, "/proposals/INV-1001", "{\"invoiceDate\":\"2026-02-02\"}");
        world.schedule("post-proposals");
        world.deliver(Course.IN_ORDER);
        world.schedule("sweep");
        assertThat(world.call(200, "GET", "/invoices/INV-1001", null).at("/customerInvoice/date"))
                .isEqualTo("2026-02-02");
        assertNothingWaits();
    }

    /** The header has what all lines have in common, unless a person says otherwise (domain.md 3.8). */
    @Test
    void dimensions_areThoseOfTheLines_orThoseThatAPersonSets() {
        world.call(
                200,
                "PUT",
                "/projects/PRJ-2",
                "{\"company\":\"USMF\",\"name\":\"Cave\",\"dimensions\":{\"Department\":\"022\",\"CostCenter\":\"SALES\"}}");
        world.call(
                200,
                "PUT",
                "/projects/PRJ-3",
                "{\"company\":\"USMF\",\"name\":\"Press\",\"dimensions\":{\"Department\":\"022\",\"CostCenter\":\"PLANT\"}}");
        world.call(
                200,
                "PUT",
                "/contracts/ORD-1001",
                """
                {"company":"USMF","name":"Coho Winery","customer":"US-027","currency":"GBP","fixedExchangeRate":"1.25",
                 "lines":[{"line":"2","name":"Cave","billingMethod":"timeAndMaterial","project":"PRJ-2"},
                  {"line":"3","name":"Press","billingMethod":"timeAndMaterial","project":"PRJ-3"}]}
                """);
        approveOnLine("TE-2", "2");
        draft("INV-1001");
        approveOnLine("TE-3", "2");
        approveOnLine("TE-4", "3");
        draft("INV-1002");
        imported("INV-1001");

        assertThat(proposal("INV-1001").at("/dimensions"))
                .isEqualTo("{\"CostCenter\":\"SALES\",\"Department\":\"022\"}");
        assertThat(proposal("INV-1002").at("/dimensions")).isEqualTo("{\"Department\":\"022\"}");
        assertThat(patch(200, "/proposals/INV-1001", "{\"dimensions\":{\"Department\":\"023\"}}")
                        .at("/dimensions"))
                .isEqualTo("{\"Department\":\"023\"}");
        assertThat(patch(200, "/proposals/INV-1001", "{\"dimensions\":{}}").at("/dimensions"))
                .isEqualTo("{\"CostCenter\":\"SALES\",\"Department\":\"022\"}");
    }

    @Test
    void tables_endTheSame_howeverTheRecordsCome() {
        Map<String, ?> calm = toldWith(Course.IN_ORDER);

        assertThat(toldWith(Course.REVERSED_AND_TWICE)).isEqualTo(calm);
    }

    private static Map<String, ?> toldWith(Course course) {
        ProposalFlowTest flow = new ProposalFlowTest();
        flow.recordCompanyAndProject();
        flow.salesTax("contract", "invoiceDate", "invoice");
        flow.contract("EU-STD", new TermsOfPayment(30), null);
        flow.approve("TE-1", "2026-01-05", "6", "200.00", "chargeable");
        flow.approve("TE-2", "2026-01-05", "1", "0.03", "chargeable");
        flow.draft("INV-1001");
        flow.travel(course);
        flow.patch(200, "/proposals/INV-1001", "{\"invoiceDate\":\"2026-02-02\"}");
        flow.world.schedule("post-proposals");
        flow.world.deliver(course);
        flow.world.schedule("sweep");
        return flow.world.contents();
    }

    /** The rate rose between the invoice and its credit note: with the project date the old one holds for both. */
    @Test
    void creditNote_isTaxedOnItsOwnTaxDate() {
        assertThat(februaryCredit("projectDate")).isEqualTo("-240.00");
        assertThat(februaryCredit("invoiceDate")).isEqualTo("-252.00");
    }

    private String februaryCredit(String taxDate) {
        world = new World();
        scenario = new Scenario(world);
        scenario.recordCompanyAndProject();
        salesTax("contract", taxDate, "line");
        contract("EU-STD", null, null);
        approve("TE-1", "2026-01-05", "6", "200.00", "chargeable");
        draft("INV-1001");
        imported("INV-1001");
        assertThat(proposal("INV-1001").at("/lineTotals/salesTax/amount")).isEqualTo("240.00");
        post("INV-1001", "{}");
        world.call(
                201, "POST", "/invoices/INV-1001/revise", "{\"invoice\":\"INV-2001\",\"invoiceDate\":\"2026-02-02\"}");
        scenario.confirm("INV-2001");
        imported("INV-2001");
        return proposal("INV-2001").at("/lineTotals/salesTax/amount");
    }

    private String februaryTax(String taxDate) {
        world = new World();
        scenario = new Scenario(world);
        scenario.recordCompanyAndProject();
        salesTax("contract", taxDate, "line");
        contract("EU-STD", null, null);
        approve("TE-1", "2026-01-05", "6", "200.00", "chargeable");
        draft("INV-1001", "2026-02-02");
        imported("INV-1001");
        return proposal("INV-1001").at("/lineTotals/salesTax/amount");
    }

    private void salesTax(String method, String taxDate, String rounding) {
        world.call(200, "PUT", "/companies/USMF/sales-tax", setUp(method, taxDate, rounding));
    }

    private static String setUp(String method, String taxDate, String rounding) {
        return "{\"codes\":[{\"code\":\"EU20\",\"rates\":[{\"from\":\"2000-01-01\",\"percent\":\"20\"},"
                + "{\"from\":\"2026-02-01\",\"percent\":\"21\"}]}],"
                + "\"salesTaxGroups\":{\"EU-STD\":[\"EU20\"],\"DOM\":[\"EU20\"],\"EXPORT\":[]},"
                + "\"itemSalesTaxGroups\":{\"SERV\":[\"EU20\"]},\"itemSalesTaxGroupDefaults\":{\"time\":\"SERV\"},"
                + "\"salesTaxGroupMethod\":\"" + method + "\",\"taxDate\":\"" + taxDate + "\",\"rounding\":\""
                + rounding + "\"}";
    }

    /** What is agreed with the customer has no request yet, so it is put into the table of the office. */
    private void contract(String group, TermsOfPayment terms, String customersGroup) {
        scenario.recordCohoContract();
        Contract recorded =
                ContractItem.find(world.office(), new Contract.Id("ORD-1001")).orElseThrow();
        world.office()
                .putAll(List.of(ContractItem.encode(new Contract(
                        recorded.id(),
                        recorded.company(),
                        recorded.name(),
                        recorded.customer(),
                        recorded.currency(),
                        recorded.fixedExchangeRate(),
                        group,
                        List.of(new ContractCustomer(
                                recorded.customer(), Percent.of("100"), true, terms, customersGroup))))));
    }

    private void approve(String id, String date, String quantity, String price, String billingType) {
        world.call(
                200,
                "POST",
                "/approvals",
                "{\"transactions\":[" + transaction(id, date, quantity, price, billingType) + "]}");
    }

    private void approveOnLine(String id, String line) {
        world.call(
                200,
                "POST",
                "/approvals",
                "{\"transactions\":["
                        + transaction(id, "2026-01-05", "1", "100.00", "chargeable")
                                .replace(
                                        "\"line\":\"1\",\"project\":\"PRJ-1\"",
                                        "\"line\":\"" + line + "\",\"project\":\"PRJ-" + line + "\"")
                        + "]}");
    }

    private static String transaction(String id, String date, String quantity, String price, String billingType) {
        return "{\"transaction\":\"" + id + "\",\"class\":\"time\",\"contract\":\"ORD-1001\",\"line\":\"1\","
                + "\"project\":\"PRJ-1\",\"date\":\"" + date + "\",\"quantity\":\"" + quantity
                + "\",\"unit\":\"hour\",\"costPrice\":{\"amount\":\"80.00\",\"currency\":\"USD\"},"
                + "\"salesPrice\":{\"amount\":\"" + price + "\",\"currency\":\"GBP\"},\"billingType\":\"" + billingType
                + "\"}";
    }

    private void draft(String invoice) {
        draft(invoice, "2026-01-31");
    }

    private void draft(String invoice, String date) {
        world.call(
                201,
                "POST",
                "/invoices",
                "{\"invoice\":\"" + invoice + "\",\"contract\":\"ORD-1001\",\"invoiceDate\":\"" + date
                        + "\",\"fromBacklog\":{\"upTo\":\"2026-01-31\"}}");
        scenario.confirm(invoice);
    }

    private void imported(String proposal) {
        travel();
        assertThat(proposal(proposal).at("/status")).isEqualTo("open");
    }

    private void travel() {
        travel(Course.IN_ORDER);
    }

    private void travel(Course course) {
        world.deliver(course);
        world.schedule("import-staging");
        world.schedule("post-journals");
        world.deliver(course);
        world.schedule("import-staging");
    }

    private Answer post(String proposal, String body) {
        Answer report = world.call(200, "POST", "/proposals/" + proposal + "/post", body);
        world.deliver(Course.IN_ORDER);
        world.schedule("sweep");
        return report;
    }

    private Answer patch(int status, String path, String body) {
        return world.call(status, "PATCH", path, body, "if-match", etag("INV-1001"));
    }

    private String etag(String proposal) {
        return proposal(proposal).headers().get("etag");
    }

    private Answer proposal(String proposal) {
        return world.call(200, "GET", "/proposals/" + proposal + "?limit=200", null);
    }

    private List<String> lineTaxes(String proposal) {
        List<String> taxes = new ArrayList<>();
        proposal(proposal)
                .body()
                .at("/lines")
                .forEach(line -> taxes.add(line.at("/salesTax/amount").asText()));
        return taxes;
    }

    private List<String> waiting() {
        List<String> waiting = new ArrayList<>();
        for (JsonNode entry :
                world.call(200, "GET", "/staging?company=USMF", null).body().at("/waiting")) {
            waiting.add(entry.at("/code").asText() + " " + entry.at("/cause").asText());
        }
        return waiting;
    }

    private void assertNothingWaits() {
        assertThat(world.contents().values()).allSatisfy(table -> assertThat(table.values())
                .noneMatch(item -> item.kind().equals("work")));
    }

    private static List<String> entries(Answer proposal) {
        List<String> entries = new ArrayList<>();
        proposal.body()
                .at("/entries")
                .forEach(entry -> entries.add(entry.at("/account").asText() + " " + money(entry.at("/amount")) + " "
                        + money(entry.at("/accountingAmount"))));
        return entries;
    }

    private static String money(JsonNode money) {
        return money.at("/amount").asText() + " " + money.at("/currency").asText();
    }
}
