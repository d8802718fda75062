package dev.fattura.print;

import static dev.fattura.support.Invocations.get;
import static dev.fattura.support.Invocations.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.TermsOfPayment;
import dev.fattura.runtime.HttpReply;
import dev.fattura.store.Finance;
import dev.fattura.store.Item;
import dev.fattura.store.ProposalItem;
import dev.fattura.store.ProposalLineItem;
import dev.fattura.store.StagedActualItem;
import dev.fattura.support.Examples;
import dev.fattura.support.FinanceExamples;
import dev.fattura.support.InMemoryTable;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrintInvoiceFunctionTest {

    private final InMemoryTable finance = new InMemoryTable();

    @Test
    void postedInvoice_isPrintedWithItsNumberItsLinesAndItsTotals() throws IOException {
        has(FinanceExamples.postedProposal());

        HttpReply reply = print();

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.isBase64Encoded()).isTrue();
        assertThat(reply.headers())
                .isEqualTo(Map.of(
                        "content-type", "application/pdf", "content-disposition", "inline; filename=\"INV-1001.pdf\""));
        assertThat(text(reply))
                .contains("Customer invoice")
                .contains("USMF-CI-000001")
                .contains("USMF-PV-000003")
                .contains("US-027")
                .contains("Contract line 1")
                .contains("Cellar survey, Bob")
                .contains("4 hour")
                .contains("1,000.00 GBP")
                .contains("200.00 GBP")
                .contains("1,200.00 GBP")
                .contains("page 1");
    }

    @Test
    void openProposal_isPrintedAsAProForma_underTheNumberOfTheProposal() throws IOException {
        has(FinanceExamples.openProposal());
        assertThat(text(print()))
                .contains("Pro forma invoice")
                .contains("INV-1001")
                .contains("not posted");
    }

    @Test
    void dueDate_terms_text_andSalesTaxByCode_arePrinted() throws IOException {
        has(FinanceExamples.openProposal()
                .edited(new Proposal.Heading(new TermsOfPayment(30), null, Map.of(), "With thanks.")));
        assertThat(text(print()))
                .contains("2026-03-02")
                .contains("30 days net")
                .contains("With thanks.")
                .contains("GB-STD 20 %");

        has(FinanceExamples.openProposal());
        assertThat(text(print())).contains("when it is posted").contains("none");

        has(FinanceExamples.postedProposal());
        assertThat(text(print())).containsPattern("Due date ?2026-01-31");
    }

    @Test
    void summaries_showTheSums_andNoSingleLine() throws IOException {
        has(FinanceExamples.postedProposal());
        assertThat(text(print("layout=summary")))
                .contains("Contract line 1")
                .contains("1,200.00 GBP")
                .doesNotContain("Cellar survey");
        assertThat(text(print("layout=summaryByCategory")))
                .contains("Time")
                .contains("1,200.00 GBP")
                .doesNotContain("Contract line 1");
    }

    @Test
    void unknownLayout_isRefused() {
        has(FinanceExamples.postedProposal());
        refused(print("layout=poster"), 400, "unknown-value");
    }

    @Test
    void unknownLayout_isRefusedWithoutTheHalfCharacterInIt() {
        has(FinanceExamples.postedProposal());
        HttpReply reply = print("layout=\uD83D");

        refused(reply, 400, "unknown-value");
        assertThat(reply.body()).contains("not ?").doesNotContain("\uD83D");
    }

    @Test
    void unknownProposal_isNotFound_asAProblemAndNotAsADocument() {
        refused(print(), 404, "not-found");
    }

    @Test
    void proposalWithoutItsLines_isRefused() {
        has(FinanceExamples.awaitingProposal());
        refused(print(), 409, "proposal-not-ready");
    }

    @Test
    void invoiceOfTooManyLines_isRefusedInDetail_andCanBeSummedUp() throws IOException {
        has(FinanceExamples.awaitingProposal()
                .importing(FinanceExamples.openProposal().terms())
                .open(FinanceExamples.lineTotals(5_001, "1000.00", "200.00")));
        refused(print(), 422, "print-too-long");
        assertThat(text(print("layout=summary"))).contains("Pro forma invoice");
    }

    @Test
    void longInvoice_goesOverPages_eachWithItsNumber() throws IOException {
        has(FinanceExamples.postedProposal());
        PrintedInvoice one = new PrintInvoice(finance).read(Examples.INVOICE, Layout.DETAIL);
        GroupingDecider grouping = new GroupingDecider(one.proposal(), Layout.DETAIL);
        for (int count = 0; count < 200; count++) {
            grouping.add(one.sections().get(0).lines().get(0));
        }
        PdfReader reader = new PdfReader(InvoiceDocument.of(grouping.invoice()));
        assertThat(reader.getNumberOfPages()).isGreaterThan(3);
        assertThat(new PdfTextExtractor(reader).getTextFromPage(3))
                .contains("USMF-CI-000001, page 3")
                .contains("Description");
        assertThat(new PdfTextExtractor(reader).getTextFromPage(reader.getNumberOfPages()))
                .contains("240,000.00 GBP");
    }

    @Test
    void print_writesNothing() {
        has(FinanceExamples.postedProposal());
        Map<?, Item> before = Map.copyOf(finance.contents());
        print();
        assertThat(finance.contents()).isEqualTo(before);
    }

    private void has(Proposal proposal) {
        finance.putAll(List.of(
                ProposalItem.encode(proposal),
                ProposalLineItem.encode(proposal, FinanceExamples.proposalLine()),
                StagedActualItem.encode(FinanceExamples.row(Examples.billedSales()))));
    }

    private HttpReply print(String... query) {
        return new PrintInvoiceFunction(new Finance(finance))
                .printInvoice(get("/proposals/INV-1001/print", "proposal=INV-1001", query));
    }

    private static void refused(HttpReply reply, int status, String code) {
        assertThat(reply.statusCode()).isEqualTo(status);
        assertThat(reply.isBase64Encoded()).isFalse();
        assertThat(json(reply).at("/code").asText()).isEqualTo(code);
    }

    private static String text(HttpReply reply) throws IOException {
        byte[] document = Base64.getDecoder().decode(reply.body());
        return new PdfTextExtractor(new PdfReader(document)).getTextFromPage(1);
    }
}
