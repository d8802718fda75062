package dev.fattura.inquiry;

import static dev.fattura.support.Invocations.get;
import static dev.fattura.support.Invocations.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Posting;
import dev.fattura.ledger.ProposalLine;
import dev.fattura.runtime.HttpReply;
import dev.fattura.store.PostingItem;
import dev.fattura.store.ProposalItem;
import dev.fattura.store.ProposalLineItem;
import dev.fattura.support.Examples;
import dev.fattura.support.FinanceExamples;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShowProposalFunctionTest {

    private final BothSides sides = BothSides.writtenBack();

    @Test
    void postedProposal_isShownWithAllEntriesOfItsVoucher_andTheyBalance() {
        JsonNode shown = json(ask("INV-1001"));
        assertThat(shown.at("/status").asText()).isEqualTo("posted");
        assertThat(shown.at("/terms"))
                .isEqualTo(json("{\"exchangeRate\":\"1.25\",\"companyVersion\":1,\"salesTaxVersion\":0}"));
        assertThat(shown.at("/lineTotals"))
                .isEqualTo(json("{\"count\":1,\"charged\":{\"amount\":\"1000.00\",\"currency\":\"GBP\"},"
                        + "\"salesTax\":{\"amount\":\"200.00\",\"currency\":\"GBP\"},\"salesTaxCodes\":[{\"code\":\"GB-STD\","
                        + "\"percent\":\"20\",\"salesTax\":{\"amount\":\"200.00\",\"currency\":\"GBP\"}}]}"));
        assertThat(shown.at("/lines"))
                .isEqualTo(json(
                        """
                                [{"actual":"%s","class":"time","billingType":"chargeable","quantity":"4",
                                  "amount":{"amount":"1000.00","currency":"GBP"},"salesTax":{"amount":"200.00","currency":"GBP"},
                                  "exchangeRate":"1.25","projectDate":"2026-01-05","salesTaxGroup":"GB-STD",
                                  "itemSalesTaxGroup":"ALL","salesTaxCodes":[{"code":"GB-STD","percent":"20",
                                  "salesTax":{"amount":"200.00","currency":"GBP"}}]}]
                                """
                                .formatted(Examples.billedSales().id())));
        assertThat(shown.at("/customerInvoice/number").asText()).isEqualTo("USMF-CI-000001");
        assertThat(shown.at("/entries").findValuesAsText("account"))
                .containsExactly("130100", "222200", "161300", "420200", "411100");
        assertThat(shown.at("/entries/0"))
                .isEqualTo(
                        json(
                                """
                                {"account":"130100","postingType":"customerBalance","amount":{"amount":"1200.00","currency":"GBP"},
                                 "accountingAmount":{"amount":"1500.00","currency":"USD"},"exchangeRate":"1.25"}
                                """));
        assertThat(shown.at("/entries/4/actual").asText())
                .isEqualTo(Examples.billedSales().id().toString());
        assertThat(shown.at("/balance"))
                .isEqualTo(
                        json(
                                """
                                {"entries":5,"amount":{"amount":"0.00","currency":"GBP"},
                                 "accountingAmount":{"amount":"0.00","currency":"USD"}}
                                """));
    }

    @Test
    void balance_showsWhatIsMissing_whenTheEntriesDoNotBalance() {
        sides.finance(PostingItem.encodeVoucher(
                Examples.INVOICE,
                "USMF-PV-000003",
                FinanceExamples.voucherEntries().subList(0, 1)));
        JsonNode shown = json(ask("INV-1001"));
        assertThat(shown.at("/balance/amount/amount").asText()).isEqualTo("200.00");
        assertThat(shown.at("/balance/accountingAmount/amount").asText()).isEqualTo("250.00");
    }

    @Test
    void balance_isOverAllLines_whateverTheLimit() {
        Actual.Id second = Examples.billedSales(Examples.detail("TE-2"), "TE-2").id();
        sides.finance(
                ProposalLineItem.encode(FinanceExamples.postedProposal(), line(second)),
                PostingItem.encode(FinanceExamples.postedProposal(), posting(second)));
        JsonNode first = json(ask("INV-1001", "limit=1"));
        assertThat(first.at("/lines")).hasSize(1);
        assertThat(first.at("/balance/entries").asInt()).isEqualTo(8);
        JsonNode next =
                json(ask("INV-1001", "limit=1", "cursor=" + first.get("next").asText()));
        assertThat(next.at("/lines")).hasSize(1);
        assertThat(next.at("/entries")).hasSize(3);
        assertThat(next.has("balance")).isFalse();
        assertThat(next.has("next")).isFalse();
        assertThat(next.at("/lines/0/actual")).isNotEqualTo(first.at("/lines/0/actual"));
    }

    @Test
    void openProposal_isShownWithoutEntries() {
        BothSides open = BothSides.opened();
        JsonNode shown = json(open.ask(
                new ShowProposalFunction(open.finance)::showProposal, get("/proposals/INV-1001", "proposal=INV-1001")));
        assertThat(shown.at("/status").asText()).isEqualTo("open");
        assertThat(shown.at("/lines")).hasSize(1);
        assertThat(shown.has("entries") || shown.has("balance") || shown.has("customerInvoice"))
                .isFalse();
    }

    @Test
    void awaitingProposal_isShownWithItsControlTotals_andNoLines() {
        BothSides awaiting = BothSides.drafted();
        awaiting.finance(ProposalItem.encode(FinanceExamples.awaitingProposal()));
        JsonNode shown = json(awaiting.ask(
                new ShowProposalFunction(awaiting.finance)::showProposal,
                get("/proposals/INV-1001", "proposal=INV-1001")));
        assertThat(shown)
                .isEqualTo(json(
                        """
                                {"proposal":"INV-1001","contract":"ORD-1001","company":"USMF","customer":"US-027","currency":"GBP",
                                 "status":"awaitingLines","version":1,"invoiceDate":"2026-01-31","accountingDate":"2026-01-31",
                                 "controlTotals":{
                                  "billedSales":{"count":1,"amount":{"amount":"1000.00","currency":"GBP"}},
                                  "unbilledSalesReversals":{"count":1,"amount":{"amount":"-1000.00","currency":"GBP"}},
                                  "unbilledSales":{"count":0,"amount":{"amount":"0.00","currency":"GBP"}},
                                  "charged":{"amount":"1000.00","currency":"GBP"},"billedSalesIds":"%s"},
                                 "lines":[]}
                                """
                                .formatted(Examples.billedSales().id())));
    }

    @Test
    void unknownProposal_isNotFound() {
        assertThat(ask("INV-9999").statusCode()).isEqualTo(404);
    }

    private HttpReply ask(String proposal, String... query) {
        return sides.ask(
                new ShowProposalFunction(sides.finance)::showProposal,
                get("/proposals/" + proposal, "proposal=" + proposal, query));
    }

    private static ProposalLine line(Actual.Id actual) {
        ProposalLine line = FinanceExamples.proposalLine();
        return new ProposalLine(
                line.proposal(),
                actual,
                line.transactionClass(),
                line.billingType(),
                line.quantity(),
                line.amount(),
                line.salesTax(),
                line.exchangeRate(),
                List.of(),
                line.taxation());
    }

    private static Posting posting(Actual.Id actual) {
        Posting posting = FinanceExamples.billedSalesPosting();
        return new Posting(
                actual,
                posting.voucher(),
                posting.accountingAmount(),
                posting.exchangeRate(),
                posting.salesTax(),
                posting.entries());
    }
}
