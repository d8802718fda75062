package dev.fattura.posting;

import static dev.fattura.support.Examples.COMPANY;
import static dev.fattura.support.Examples.INVOICE;
import static dev.fattura.support.Examples.gbp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Command;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ExchangeRate;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceTax;
import dev.fattura.ledger.LineTotals;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.ProposalLine;
import dev.fattura.ledger.ProposalStatus;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.SalesTax;
import dev.fattura.ledger.SalesTaxGroupMethod;
import dev.fattura.ledger.TaxDate;
import dev.fattura.ledger.TaxRounding;
import dev.fattura.ledger.TermsOfPayment;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.money.Percent;
import dev.fattura.money.Quantity;
import dev.fattura.money.Rate;
import dev.fattura.store.CompanyItem;
import dev.fattura.store.ContractItem;
import dev.fattura.store.ExchangeRateItem;
import dev.fattura.store.Item;
import dev.fattura.store.ProposalItem;
import dev.fattura.store.ProposalLineItem;
import dev.fattura.store.SalesTaxItem;
import dev.fattura.store.Table;
import dev.fattura.support.Crashes;
import dev.fattura.support.Examples;
import dev.fattura.support.FinanceExamples;
import dev.fattura.support.Ids;
import dev.fattura.support.InMemoryTable;
import dev.fattura.support.Refusals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One line of 100.00 and three of 0.02 GBP at 20 %: the three bear no tax if it is rounded on the line, and one penny of the 20.012 that
 * the invoice bears if it is rounded for the invoice. From February on the rate is 25 %,
 * and a pound is worth 1.30 USD in place of 1.20.
 */
class EditProposalTest {

    private static final Command COMMAND = new Command("key-1", "hash-1", true);
    private static final Command OTHER = new Command("key-2", "hash-2", false);
    private static final LocalDate FEBRUARY = LocalDate.parse("2026-02-02");
    private static final LocalDate DUE = LocalDate.parse("2026-04-15");
    private static final long VERSION = 3;

    @Test
    void heading_isChanged_andTheRestStays() {
        InMemoryTable table = with(TaxRounding.LINE);

        Proposal edited =
                edit(table, new HeadingChange(null, DUE, Map.of("Department", "022"), "With thanks for your order."));

        assertThat(edited.version()).isEqualTo(4);
        assertThat(edited.status()).isEqualTo(ProposalStatus.OPEN);
        assertThat(edited.dueDate()).isEqualTo(DUE);
        assertThat(edited.dimensions()).isEqualTo(Map.of("Department", "022"));
        assertThat(edited.heading().text()).isEqualTo("With thanks for your order.");
        assertThat(edited.lineTotals()).isEqualTo(open(TaxRounding.LINE).lineTotals());
        assertThat(found(table)).isEqualTo(edited);
    }

    @Test
    void dueDate_thatAPersonSet_isDiscardedWithTheInvoiceDate() {
        InMemoryTable table = with(TaxRounding.LINE);
        edit(table, new HeadingChange(null, DUE, null, "Hello"));

        Proposal edited =
                new EditProposal(table).edit(INVOICE, 4, new HeadingChange(FEBRUARY, null, null, null), OTHER);

        assertThat(edited.invoiceDate()).isEqualTo(FEBRUARY);
        assertThat(edited.dueDate()).isEqualTo("2026-03-04");
        assertThat(edited.heading().text()).isEqualTo("Hello");
    }

    @Test
    void dueDate_comesWithTheInvoiceDate() {
        InMemoryTable table = with(TaxRounding.LINE);

        assertThat(edit(table, new HeadingChange(FEBRUARY, DUE, null, "")).dueDate())
                .isEqualTo(DUE);
    }

    /** At 25 % the small lines bear 0.005 each, which is a penny on each line; 25.015 are 25.02 on the invoice. */
    @Test
    void invoiceDate_computesTaxAndExchangeRateAnew() {
        InMemoryTable line = with(TaxRounding.LINE);
        InMemoryTable invoice = with(TaxRounding.INVOICE);

        Proposal onTheLine = edit(line, new HeadingChange(FEBRUARY, null, null, null));
        Proposal onTheInvoice = edit(invoice, new HeadingChange(FEBRUARY, null, null, null));

        assertThat(onTheLine.status()).isEqualTo(ProposalStatus.OPEN);
        assertThat(onTheLine.terms()).isEqualTo(new Proposal.Terms(Rate.of("1.30"), 1, 1));
        assertThat(onTheLine.lineTotals().salesTax()).isEqualTo(gbp("25.03"));
        assertThat(taxes(line)).containsExactlyInAnyOrder("25.00", "0.01", "0.01", "0.01");
        assertThat(lines(line)).extracting(ProposalLine::exchangeRate).containsOnly(Rate.of("1.3"));
        assertThat(onTheInvoice.lineTotals().salesTax()).isEqualTo(gbp("25.02"));
        assertThat(taxes(invoice)).containsExactlyInAnyOrder("25.00", "0.01", "0.00", "0.01");
    }

    @Test
    void invoiceDate_isRefused_withoutAnExchangeRateOrATaxRate() {
        InMemoryTable table = with(TaxRounding.LINE);
        HeadingChange before = new HeadingChange(LocalDate.parse("2025-12-31"), null, null, null);

        Refusals.assertRefused(table, RefusalCode.EXCHANGE_RATE_MISSING, "/invoiceDate", () -> edit(table, before));

        table.putAll(List.of(ExchangeRateItem.encode(
                new ExchangeRate(COMPANY, Examples.GBP, LocalDate.parse("2025-01-01"), Rate.of("1.10")))));
        Refusals.assertRefused(
                table, RefusalCode.SALES_TAX_CODE_RATE_MISSING, "/invoiceDate", () -> edit(table, before));
    }

    @Test
    void dueDate_isRefused_beforeTheInvoiceDate() {
        InMemoryTable table = with(TaxRounding.LINE);

        Refusals.assertRefused(
                table,
                RefusalCode.MEMBER_INVALID,
                "/dueDate",
                () -> edit(table, new HeadingChange(null, LocalDate.parse("2026-01-30"), null, null)));
    }

    @Test
    void edit_isRefused_unlessTheProposalIsOpenAndAsItWasRead() {
        InMemoryTable table = with(TaxRounding.LINE);
        HeadingChange change = new HeadingChange(null, DUE, null, null);
        EditProposal editing = new EditProposal(table);

        Refusals.assertRefused(
                table, RefusalCode.PROPOSAL_CHANGED, null, () -> editing.edit(INVOICE, 2, change, OTHER));
        Refusals.assertRefused(
                table, RefusalCode.NOT_FOUND, null, () -> editing.edit(new Invoice.Id("INV-9"), 3, change, OTHER));
        table.putAll(List.of(ProposalItem.encode(FinanceExamples.awaitingProposal())));
        Refusals.assertRefused(
                table, RefusalCode.PROPOSAL_NOT_READY, null, () -> editing.edit(INVOICE, 1, change, OTHER));
        table.putAll(List.of(ProposalItem.encode(FinanceExamples.postedProposal())));
        Refusals.assertRefused(table, RefusalCode.PROPOSAL_POSTED, null, () -> editing.deleteLines(INVOICE, 5, OTHER));
    }

    @Test
    void line_inAnotherGroup_isTaxedAnew_andTheOthersAreNot() {
        InMemoryTable table = with(TaxRounding.LINE);
        ProposalLine large = large();

        Proposal edited = new EditProposal(table)
                .editLine(INVOICE, large.actual(), VERSION, new GroupsChange("EXPORT", null), COMMAND);

        assertThat(edited.version()).isEqualTo(4);
        assertThat(edited.lineTotals().salesTax()).isEqualTo(gbp("0.00"));
        assertThat(edited.lineTotals().shares()).isEmpty();
        ProposalLine changed =
                ProposalLineItem.find(table, edited, large.actual()).orElseThrow();
        assertThat(changed.taxation().salesTaxGroup()).isEqualTo("EXPORT");
        assertThat(changed.taxation().itemSalesTaxGroup()).isEqualTo("SERV");
        assertThat(changed.salesTax()).isEqualTo(gbp("0.00"));
        assertThat(open(TaxRounding.LINE).lineTotals().salesTax()).isEqualTo(gbp("20.00"));
    }

    /** Without the large line the three small ones have the penny for themselves: the shares of all lines are decided anew. */
    @Test
    void line_inAnotherGroup_changesTheSharesOfAll_whereTaxIsRoundedForTheInvoice() {
        InMemoryTable table = with(TaxRounding.INVOICE);

        Proposal edited = new EditProposal(table)
                .editLine(INVOICE, large().actual(), VERSION, new GroupsChange(null, ""), COMMAND);

        assertThat(open(TaxRounding.INVOICE).lineTotals().salesTax()).isEqualTo(gbp("20.01"));
        assertThat(edited.status()).isEqualTo(ProposalStatus.OPEN);
        assertThat(edited.lineTotals().salesTax()).isEqualTo(gbp("0.01"));
        assertThat(taxes(table)).containsExactlyInAnyOrder("0.00", "0.01", "0.00", "0.00");
    }

    @Test
    void line_isRefused_inAGroupThatTheSetUpDoesNotHave_andWhereThereIsNone() {
        InMemoryTable table = with(TaxRounding.LINE);
        EditProposal editing = new EditProposal(table);
        Actual.Id actual = large().actual();

        Refusals.assertRefused(
                table,
                RefusalCode.SALES_TAX_GROUP_UNKNOWN,
                "/salesTaxGroup",
                () -> editing.editLine(INVOICE, actual, VERSION, new GroupsChange("FR-STD", null), OTHER));
        Refusals.assertRefused(
                table,
                RefusalCode.SALES_TAX_GROUP_UNKNOWN,
                "/itemSalesTaxGroup",
                () -> editing.editLine(INVOICE, actual, VERSION, new GroupsChange(null, "TOYS"), OTHER));
        Refusals.assertRefused(
                table,
                RefusalCode.NOT_FOUND,
                null,
                () -> editing.editLine(INVOICE, Ids.costOf("T-9"), VERSION, new GroupsChange("EXPORT", null), OTHER));
    }

    @Test
    void deleteAll_leavesNoLine_andLetsTheProposalWaitForTheNextImport() {
        InMemoryTable table = with(TaxRounding.LINE);

        Proposal without = new EditProposal(table).deleteLines(INVOICE, VERSION, COMMAND);

        assertThat(without.status()).isEqualTo(ProposalStatus.AWAITING_LINES);
        assertThat(without.terms()).isNull();
        assertThat(without.lineTotals()).isNull();
        assertThat(lines(table)).isEmpty();
        assertThat(new EditProposal(table).deleteLines(INVOICE, VERSION, COMMAND))
                .isEqualTo(without);
    }

    /** An import is faster than the deletion: it has claimed the proposal, and the lines are its own. */
    @Test
    void deleteAll_deletesNoLine_thatAnImportHasClaimedMeanwhile() {
        InMemoryTable table = with(TaxRounding.LINE);
        int[] operations = {0};
        table.failBefore(operation -> {
            if (++operations[0] == 2) {
                table.failBefore(ignored -> {});
                table.commit(List.of(ProposalItem.replace(found(table).importing(FinanceExamples.terms()))));
            }
        });

        new EditProposal(table).deleteLines(INVOICE, VERSION, COMMAND);

        assertThat(found(table).status()).isEqualTo(ProposalStatus.IMPORTING);
        assertThat(lines(table)).hasSize(4);
    }

    @ParameterizedTest
    @EnumSource
    void edits_endTheSame_afterACrashBeforeAnyWrite(TaxRounding rounding) {
        HeadingChange february = new HeadingChange(FEBRUARY, null, null, null);
        GroupsChange export = new GroupsChange("EXPORT", null);

        int redated = Crashes.beforeEveryWrite(
                () -> with(rounding), table -> new EditProposal(table).edit(INVOICE, VERSION, february, COMMAND));
        int regrouped = Crashes.beforeEveryWrite(() -> with(rounding), table -> new EditProposal(table)
                .editLine(INVOICE, large().actual(), VERSION, export, COMMAND));
        int deleted = Crashes.beforeEveryWrite(
                () -> with(rounding), table -> new EditProposal(table).deleteLines(INVOICE, VERSION, COMMAND));

        assertThat(redated).isGreaterThanOrEqualTo(3);
        assertThat(regrouped).isGreaterThanOrEqualTo(1);
        assertThat(deleted).isGreaterThanOrEqualTo(2);
    }

    /** The caller is gone; the run that posts finishes what the proposal was left in. */
    @Test
    void run_finishesARecalculation_andPosts() {
        InMemoryTable table = with(TaxRounding.INVOICE);
        Crashes.dieBefore(table, 2, broken -> new EditProposal(broken)
                .edit(INVOICE, VERSION, new HeadingChange(FEBRUARY, null, null, null), COMMAND));
        assertThat(found(table).status()).isEqualTo(ProposalStatus.RECALCULATING);

        new PostProposals(table, FinanceExamples.MIDDAY).post(INVOICE, Dates.AS_PROPOSED, OTHER);

        // 100.06 at 25 % is 25.015.
        assertThat(found(table).status()).isEqualTo(ProposalStatus.POSTED);
        assertThat(found(table).customerInvoice().salesTax()).isEqualTo(gbp("25.02"));
        assertThat(found(table).customerInvoice().date()).isEqualTo(FEBRUARY);
    }

    private static Proposal edit(Table table, HeadingChange change) {
        return new EditProposal(table).edit(INVOICE, VERSION, change, COMMAND);
    }

    private static Proposal found(Table table) {
        return ProposalItem.find(table, INVOICE).orElseThrow();
    }

    private static List<String> taxes(Table table) {
        return lines(table).stream().map(line -> line.salesTax().decimalText()).toList();
    }

    private static List<ProposalLine> lines(Table table) {
        return ProposalLineItem.page(table, found(table), 0, null, 100).lines();
    }

    private static InMemoryTable with(TaxRounding rounding) {
        InMemoryTable table = new InMemoryTable();
        Contract contract = Examples.contract();
        List<Item> items = new ArrayList<>(List.of(
                CompanyItem.encode(FinanceExamples.company()),
                CompanyItem.listed(COMPANY),
                ContractItem.encode(
                        new Contract(contract.id(), COMPANY, "Coho Winery", "US-027", Examples.GBP, null, "STD")),
                ExchangeRateItem.encode(
                        new ExchangeRate(COMPANY, Examples.GBP, LocalDate.parse("2026-01-01"), Rate.of("1.20"))),
                ExchangeRateItem.encode(
                        new ExchangeRate(COMPANY, Examples.GBP, LocalDate.parse("2026-02-01"), Rate.of("1.30"))),
                ProposalItem.encode(open(rounding))));
        made(rounding).forEach(line -> items.add(ProposalLineItem.encode(open(rounding), line)));
        table.putAll(items);
        table.commit(SalesTaxItem.record(setUp(rounding)));
        return table;
    }

    private static Proposal open(TaxRounding rounding) {
        LineTotals totals = LineTotals.none(Examples.GBP);
        for (ProposalLine line : made(rounding)) {
            totals = totals.plus(line, Map.of());
        }
        Proposal awaiting = FinanceExamples.awaitingProposal();
        Proposal open =
                awaiting.importing(new Proposal.Terms(Rate.of("1.20"), 1, 1)).open(totals);
        return new Proposal(
                open.id(),
                open.contract(),
                open.company(),
                open.customer(),
                open.currency(),
                open.status(),
                VERSION,
                open.invoiceDate(),
                open.accountingDate(),
                1,
                open.controlTotals(),
                open.terms(),
                open.lineTotals(),
                null,
                0,
                new Proposal.Heading(new TermsOfPayment(30), null, Map.of(), null));
    }

    /** As the import makes them: in the order of their keys. */
    private static List<ProposalLine> made(TaxRounding rounding) {
        List<ProposalLine> lines = new ArrayList<>();
        for (int index = 1; index <= 3; index++) {
            lines.add(line(Ids.unbilledSalesOf("T-" + index), "0.02"));
        }
        lines.add(large());
        lines.sort(
                (one, other) -> one.actual().toString().compareTo(other.actual().toString()));
        InvoiceTax tax = new InvoiceTax(setUp(rounding), Examples.GBP);
        return lines.stream().map(line -> tax.next(line, Examples.MONTH_END)).toList();
    }

    private static ProposalLine large() {
        return line(Ids.unbilledSalesOf("T-100"), "100.00");
    }

    private static ProposalLine line(Actual.Id actual, String amount) {
        return new ProposalLine(
                INVOICE,
                actual,
                TransactionClass.TIME,
                BillingType.CHARGEABLE,
                Quantity.ONE,
                gbp(amount),
                gbp("0.00"),
                Rate.of("1.20"),
                List.of(),
                new ProposalLine.Taxation("STD", "SERV", Examples.WORKED, List.of()));
    }

    private static SalesTax setUp(TaxRounding rounding) {
        return new SalesTax(
                COMPANY,
                1,
                Map.of(
                        "UK20",
                        List.of(
                                new SalesTax.DatedRate(LocalDate.parse("2026-01-01"), Percent.of("20")),
                                new SalesTax.DatedRate(LocalDate.parse("2026-02-01"), Percent.of("25")))),
                Map.of("STD", Set.of("UK20"), "EXPORT", Set.of()),
                Map.of("SERV", Set.of("UK20")),
                SalesTaxGroupMethod.CONTRACT,
                Map.of(TransactionClass.TIME, "SERV"),
                Map.of(),
                Map.of(),
                TaxDate.INVOICE_DATE,
                rounding);
    }
}
