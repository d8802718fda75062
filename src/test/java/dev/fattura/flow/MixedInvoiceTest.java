package dev.fattura.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.support.World;
import dev.fattura.support.World.Answer;
import dev.fattura.support.World.Course;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One invoice with a line of every kind, with sales tax, the whole way in memory; every figure is worked out by hand. */
class MixedInvoiceTest {

    private final World world = new World();
    private final Scenario scenario = new Scenario(world);

    @BeforeEach
    void confirmAndCross() {
        scenario.recordCompanyAndProject();
        scenario.recordMixedContract();
        scenario.approveMixed();
        scenario.draftMixedFromBacklog();
    }

    @Test
    void confirmation_sealsWhatItWrote() {
        Answer confirmed = scenario.confirm("INV-1002");

        // 500 + 250 + 250 + 300 + 200 + 500 + 5000 + 750; all but the milestone and the product have unbilled sales
        // behind them.
        assertThat(confirmed.at("/controlTotals/billedSales/count")).isEqualTo("8");
        assertThat(confirmed.at("/controlTotals/billedSales/amount/amount")).isEqualTo("7750.00");
        assertThat(confirmed.at("/controlTotals/unbilledSalesReversals/count")).isEqualTo("6");
        assertThat(confirmed.at("/controlTotals/unbilledSalesReversals/amount/amount"))
                .isEqualTo("-2000.00");
        // Without the non-chargeable and the complimentary hour.
        assertThat(confirmed.at("/controlTotals/charged/amount")).isEqualTo("7250.00");
    }

    @Test
    void proposal_waitsWithItsReason_untilTheUnbilledSalesArePosted() {
        scenario.confirm("INV-1002");
        world.deliver(Course.IN_ORDER);

        Answer first = world.schedule("import-staging");

        assertThat(first.at("/waiting/0/code")).isEqualTo("unbilled-sales-unposted");
        assertThat(world.call(200, "GET", "/proposals/INV-1002", null).at("/status"))
                .isEqualTo("awaitingLines");
    }

    @Test
    void proposal_waitsWithItsReason_whileRowsAreMissing() {
        world.audit().waive("a row is taken away by hand");
        scenario.confirm("INV-1002");
        world.deliver(Course.IN_ORDER);
        world.finance()
                .lose(world.finance().contents().values().stream()
                        .filter(item -> item.kind().equals("stagedActual")
                                && item.read().has("proposal"))
                        .limit(1)
                        .map(item -> item.key())
                        .toList());
        world.schedule("import-staging");
        world.schedule("post-journals");

        Answer import2 = world.schedule("import-staging");

        assertThat(import2.at("/waiting/0/code")).isEqualTo("rows-missing");
        assertThat(import2.at("/waiting/0/cause")).contains("7 of 8");
    }

    @Test
    void secondImport_addsNothing() {
        scenario.confirm("INV-1002");
        world.deliver(Course.IN_ORDER);
        world.schedule("import-staging");
        var before = world.contents();

        Answer second = world.schedule("import-staging");

        assertThat(second.at("/journals")).isEqualTo("[]");
        assertThat(world.contents()).isEqualTo(before);
    }

    @Test
    void customerInvoice_hasTheTotalAndTheTax_andItsVoucherBalances() {
        travel();

        JsonNode proposal = world.call(200, "GET", "/proposals/INV-1002", null).body();

        assertThat(entries(proposal))
                .contains(
                        // 7250 and 20 % of it; 8700 x 1.25.
                        "130100 customerBalance 8700.00 GBP 10875.00 USD",
                        "222200 salesTax -1450.00 GBP -1812.50 USD",
                        "411200 invoicedRevenueOnAccount -5000.00 GBP -6250.00 USD",
                        "411100 invoicedRevenue -750.00 GBP -937.50 USD",
                        "411100 invoicedRevenue -300.00 GBP -375.00 USD",
                        "161300 wipSalesValue -300.00 GBP -375.00 USD",
                        "420200 accruedRevenueSalesValue 300.00 GBP 375.00 USD");
        BigDecimal transaction = BigDecimal.ZERO;
        BigDecimal accounting = BigDecimal.ZERO;
        for (JsonNode entry : proposal.at("/entries")) {
            transaction =
                    transaction.add(new BigDecimal(entry.at("/amount/amount").asText()));
            accounting = accounting.add(
                    new BigDecimal(entry.at("/accountingAmount/amount").asText()));
        }
        assertThat(transaction).isZero();
        assertThat(accounting).isZero();
    }

    @Test
    void proforma_showsWhatTheCustomerOwes() {
        travel();

        Answer invoice = world.call(200, "GET", "/invoices/INV-1002", null);

        assertThat(invoice.at("/status")).isEqualTo("posted");
        assertThat(invoice.at("/customerInvoice/amount/amount")).isEqualTo("8700.00");
        assertThat(invoice.at("/customerInvoice/salesTax/amount")).isEqualTo("1450.00");
    }

    private void travel() {
        scenario.confirm("INV-1002");
        world.deliver(Course.IN_ORDER);
        world.schedule("import-staging");
        world.schedule("post-journals");
        world.schedule("import-staging");
        world.schedule("post-proposals");
        world.deliver(Course.IN_ORDER);
    }

    private static List<String> entries(JsonNode proposal) {
        List<String> seen = new ArrayList<>();
        proposal.at("/entries")
                .forEach(entry -> seen.add(String.join(
                        " ",
                        entry.at("/account").asText(),
                        entry.at("/postingType").asText(),
                        entry.at("/amount/amount").asText(),
                        entry.at("/amount/currency").asText(),
                        entry.at("/accountingAmount/amount").asText(),
                        entry.at("/accountingAmount/currency").asText())));
        return seen;
    }
}
