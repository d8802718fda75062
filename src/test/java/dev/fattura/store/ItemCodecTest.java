package dev.fattura.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Approval;
import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.Dimensions;
import dev.fattura.ledger.FiscalPeriodStatus;
import dev.fattura.ledger.FiscalPeriods;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.ledger.Journal;
import dev.fattura.ledger.JournalParameters;
import dev.fattura.ledger.JournalStatus;
import dev.fattura.ledger.NumberRange;
import dev.fattura.ledger.PeriodUnit;
import dev.fattura.ledger.Posting;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.ProposalLine;
import dev.fattura.ledger.ProposalStatus;
import dev.fattura.ledger.StagedActual;
import dev.fattura.ledger.WaitingReason;
import dev.fattura.support.ContractExamples;
import dev.fattura.support.Examples;
import dev.fattura.support.FinanceExamples;
import dev.fattura.support.Ids;
import dev.fattura.support.InMemoryTable;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Every entity comes back from DynamoDB's attribute values as it went, with and without its optional members. */
class ItemCodecTest {

    @TestFactory
    List<DynamicTest> office() {
        return List.of(
                entity("contract", Examples.contract(), ContractItem::encode, ContractItem::decode),
                entity("contract without terms", bareContract(), ContractItem::encode, ContractItem::decode),
                entity("consulting", Examples.consulting(), ContractLineItem::encode, ContractLineItem::decode),
                entity("milestones", Examples.cellarDesign(), ContractLineItem::encode, ContractLineItem::decode),
                entity("product", Examples.sensors(), ContractLineItem::encode, ContractLineItem::decode),
                entity(
                        "contract of several customers",
                        ContractExamples.limited(),
                        ContractItem::encode,
                        ContractItem::decode),
                entity(
                        "line with terms",
                        ContractExamples.withAllTerms(),
                        ContractLineItem::encode,
                        ContractLineItem::decode),
                entity(
                        "line with progress",
                        ContractExamples.progressed(),
                        ContractLineItem::encode,
                        ContractLineItem::decode),
                entity(
                        "entry beyond a limit",
                        ContractExamples.beyondLimit(),
                        BacklogItem::encode,
                        BacklogItem::decode),
                entity(
                        "entry not evaluated",
                        ContractExamples.beyondLimit().standing(BacklogEntry.Standing.NOT_EVALUATED),
                        BacklogItem::encode,
                        BacklogItem::decode),
                entity("invoice run", ContractExamples.failedRun(), InvoiceRunItem::encode, InvoiceRunItem::decode),
                entity("project", Examples.project(), ProjectItem::encode, ProjectItem::decode),
                entity("approval", approval(), ApprovalItem::encode, ApprovalItem::decode),
                entity("cost", Examples.cost(), ActualItem::encode, ActualItem::decode),
                entity("billed sales", Examples.billedSales(), ActualItem::encode, ActualItem::decode),
                entity("reversal", Examples.reversal(), ActualItem::encode, ActualItem::decode),
                entity("bare actual", bareActual(), ActualItem::encode, ActualItem::decode),
                entity(
                        "detail",
                        Examples.detail(),
                        detail -> InvoiceLineDetailItem.encode(Examples.draft(), detail),
                        InvoiceLineDetailItem::decode),
                entity(
                        "milestone detail",
                        Examples.milestoneDetail(),
                        detail -> InvoiceLineDetailItem.encode(Examples.draft(), detail),
                        InvoiceLineDetailItem::decode),
                entity("draft", Examples.draft(), InvoiceItem::encode, InvoiceItem::decode),
                entity("draft without description", bareDraft(), InvoiceItem::encode, InvoiceItem::decode),
                entity("confirming", Examples.confirming(), InvoiceItem::encode, InvoiceItem::decode),
                entity("confirmed", Examples.confirmed(), InvoiceItem::encode, InvoiceItem::decode),
                entity("posted invoice", Examples.posted(), InvoiceItem::encode, InvoiceItem::decode),
                entity(
                        "backlog",
                        new BacklogEntry(
                                Examples.CONTRACT,
                                "US-027",
                                Examples.MONTH_END,
                                Billable.milestone(Examples.CONTRACT, Examples.CELLAR_DESIGN, "M1")),
                        BacklogItem::encode,
                        BacklogItem::decode),
                entity(
                        "claim",
                        Examples.INVOICE,
                        invoice -> ClaimItem.claim(Examples.detail().billable(), invoice)
                                .item(),
                        ClaimItem::decode),
                entity(
                        "accounting detail",
                        FinanceExamples.billedSalesPosting().accountingDetail(),
                        AccountingDetailItem::encode,
                        AccountingDetailItem::decode));
    }

    @TestFactory
    List<DynamicTest> finance() {
        return List.of(
                entity("company", FinanceExamples.company(), CompanyItem::encode, CompanyItem::decode),
                entity("bare company", bareCompany(), CompanyItem::encode, CompanyItem::decode),
                entity("rate", FinanceExamples.euroRate(), ExchangeRateItem::encode, ExchangeRateItem::decode),
                entity("row", FinanceExamples.row(Examples.cost()), StagedActualItem::encode, StagedActualItem::decode),
                entity(
                        "billed row",
                        FinanceExamples.row(Examples.billedSales()),
                        StagedActualItem::encode,
                        StagedActualItem::decode),
                entity(
                        "journal line",
                        FinanceExamples.unbilledSalesLine(),
                        JournalLineItem::encode,
                        JournalLineItem::decode),
                entity("awaiting", FinanceExamples.awaitingProposal(), ProposalItem::encode, ProposalItem::decode),
                entity("open", FinanceExamples.openProposal(), ProposalItem::encode, ProposalItem::decode),
                entity("posted", FinanceExamples.postedProposal(), ProposalItem::encode, ProposalItem::decode),
                entity(
                        "proposal line",
                        FinanceExamples.proposalLine(),
                        line -> ProposalLineItem.encode(FinanceExamples.openProposal(), line),
                        ProposalLineItem::decode));
    }

    private static <T> DynamicTest entity(String name, T entity, Function<T, Item> encode, Function<Item, T> decode) {
        return DynamicTest.dynamicTest(name, () -> {
            Item item = encode.apply(entity);
            Item read = ItemCodec.decode(ItemCodec.encode(item));
            assertThat(read).isEqualTo(item);
            assertThat(decode.apply(read)).isEqualTo(entity);
            assertThat(item.kind()).isNotBlank();
        });
    }

    private final InMemoryTable table = new InMemoryTable();

    @Test
    void journal_comesBackWithItsLines_inEveryState() {
        table.commit(JournalItem.create(FinanceExamples.draftJournal()));
        assertThat(JournalItem.find(table, FinanceExamples.JOURNAL)).contains(FinanceExamples.draftJournal());
        var posting = FinanceExamples.draftJournal()
                .posting(FinanceExamples.postedJournal().vouchers(), 1);
        table.commit(List.of(JournalItem.replace(posting)));
        table.commit(List.of(JournalItem.replace(FinanceExamples.postedJournal())));
        assertThat(JournalItem.find(table, FinanceExamples.JOURNAL)).contains(FinanceExamples.postedJournal());
    }

    @Test
    void journal_comesBackWithTheCausesOfItsFailures_andWithEachPlanThatItHad() {
        Journal draft = FinanceExamples.draftJournal();
        table.commit(JournalItem.create(draft));
        Journal failed = draft.failed(draft.plan().stream()
                .map(line -> line.failed(new Journal.Failure(WaitingReason.PERIOD_CLOSED, "Period 2026-01 is closed.")))
                .toList());
        table.commit(JournalItem.replaceWithPlan(failed));
        assertThat(JournalItem.find(table, FinanceExamples.JOURNAL)).contains(failed);

        Journal rest = failed.without(Examples.cost().id());
        table.commit(JournalItem.replaceWithPlan(rest));
        assertThat(JournalItem.find(table, FinanceExamples.JOURNAL)).contains(rest);

        Journal empty = rest.without(Examples.unbilledSales().id());
        table.commit(JournalItem.replaceWithPlan(empty));
        assertThat(JournalItem.find(table, FinanceExamples.JOURNAL)).contains(empty);
        assertThat(empty.status()).isEqualTo(JournalStatus.CANCELED);
    }

    @Test
    void movedLine_isFoundOnTheJournalThatHasItNow() {
        Journal draft = FinanceExamples.draftJournal();
        Journal.Line bad = draft.plan().get(1).failed(new Journal.Failure(WaitingReason.PERIOD_CLOSED, "Closed."));
        Journal failures = draft.failures(new Journal.Id("USMF-IJ-000002"), List.of(bad));
        table.commit(JournalItem.create(
                draft.posting(new NumberRange("USMF-PV-", 1, 1), 1, draft.plan().subList(0, 1), failures.number())));
        table.commit(JournalItem.create(failures));

        assertThat(JournalItem.holding(table, FinanceExamples.costLine()).map(Journal::number))
                .contains(FinanceExamples.JOURNAL);
        assertThat(JournalItem.holding(table, FinanceExamples.unbilledSalesLine())
                        .map(Journal::number))
                .contains(failures.number());
    }

    /** DynamoDB's stream client reads an empty map as no value of any type. */
    @Test
    void mapsOfTexts_areLeftOut_whenTheyAreEmpty() {
        table.commit(CompanyItem.record(bareCompany().atVersion(1)));
        FiscalPeriods none = FiscalPeriods.allOpen(Examples.COMPANY);
        table.commit(
                List.of(FiscalPeriodsItem.replace(none.with(YearMonth.parse("2026-01"), FiscalPeriodStatus.OPEN))));
        table.putAll(List.of(ProjectItem.encode(Examples.project()), ActualItem.encode(Examples.cost())));

        assertThat(table.contents().values())
                .hasSize(6)
                .allSatisfy(item -> assertThat(item.attributes().toString()).doesNotContain("{}"));
    }

    @Test
    void fiscalPeriods_comeBack_andAnUnchangedWriteChangesNothing() {
        FiscalPeriods none = FiscalPeriodsItem.read(table, Examples.COMPANY);
        assertThat(none).isEqualTo(FiscalPeriods.allOpen(Examples.COMPANY));
        assertThat(table.commit(List.of(FiscalPeriodsItem.unchanged(none))).done())
                .isTrue();
        FiscalPeriods closed = none.with(YearMonth.parse("2026-01"), FiscalPeriodStatus.CLOSED);
        table.commit(List.of(FiscalPeriodsItem.replace(closed)));

        assertThat(FiscalPeriodsItem.read(table, Examples.COMPANY)).isEqualTo(closed);
        var before = table.contents();
        assertThat(table.commit(List.of(FiscalPeriodsItem.unchanged(none))).done())
                .isFalse();
        assertThat(table.commit(List.of(FiscalPeriodsItem.unchanged(closed))).done())
                .isTrue();
        assertThat(table.contents()).isEqualTo(before);
    }

    @Test
    void postings_comeBackByTheirActuals() {
        Posting empty = new Posting(
                Examples.unbilledSales().id(),
                "V",
                Examples.usd("0.00"),
                FinanceExamples.unbilledSalesPosting().exchangeRate(),
                Examples.gbp("0.00"),
                List.of());
        table.putAll(List.of(PostingItem.encode(FinanceExamples.costPosting()), PostingItem.encode(empty)));
        assertThat(PostingItem.findAll(
                        table,
                        List.of(
                                Examples.cost().id(),
                                empty.actual(),
                                Examples.reversal().id())))
                .containsExactlyInAnyOrder(FinanceExamples.costPosting(), empty);
    }

    @Test
    void rowsLinesAndPostingsOfAProposal_comeBackByTheirActuals_fromWhateverShard() {
        Proposal proposal = spread(5);
        List<Actual.Id> ids = IntStream.range(0, 30)
                .mapToObj(number -> Ids.costOf("T-" + number))
                .toList();
        for (Actual.Id id : ids) {
            table.putAll(List.of(
                    StagedActualItem.encode(billedRow(id, 5)),
                    ProposalLineItem.encode(proposal, line(id)),
                    PostingItem.encode(proposal, posting(id))));
        }
        assertThat(table.contents().keySet().stream().map(Key::partition).distinct())
                .hasSize(5);
        assertThat(StagedActualItem.findAll(table, proposal, ids))
                .containsExactlyInAnyOrderElementsOf(
                        ids.stream().map(id -> billedRow(id, 5)).toList());
        assertThat(ProposalLineItem.findAll(table, proposal, ids))
                .containsExactlyInAnyOrderElementsOf(
                        ids.stream().map(ItemCodecTest::line).toList());
        assertThat(PostingItem.findAll(table, proposal, ids))
                .containsExactlyInAnyOrderElementsOf(
                        ids.stream().map(ItemCodecTest::posting).toList());
        assertThat(PostingItem.findAll(table, proposal, List.of(Examples.cost().id())))
                .isEmpty();
    }

    @Test
    void voucherEntries_comeBack_andAreEmptyBefore() {
        assertThat(PostingItem.voucherEntries(table, Examples.INVOICE)).isEmpty();
        table.putAll(List.of(
                PostingItem.encodeVoucher(Examples.INVOICE, "USMF-PV-000003", FinanceExamples.voucherEntries())));
        assertThat(PostingItem.voucherEntries(table, Examples.INVOICE)).isEqualTo(FinanceExamples.voucherEntries());
    }

    @Test
    void decode_throws_withoutAKey_andForATypeThatIsNotOurs() {
        assertThatThrownBy(() -> ItemCodec.decode(Map.of("pk", AttributeValue.fromS("p"))))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ItemCodec.decode(Map.of(
                        "pk", AttributeValue.fromS("p"),
                        "sk", AttributeValue.fromS("s"),
                        "bytes", AttributeValue.fromB(SdkBytes.fromUtf8String("x")))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void attributes_throw_forWhatIsMissingOrOfAnotherType() {
        Attributes values =
                Item.of(new Key("p", "s"), "test").number("count", 1).build().read();
        assertThatThrownBy(() -> values.text("missing")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> values.text("count")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> values.flag("count")).isInstanceOf(IllegalStateException.class);
        assertThat(values.optionalText("missing")).isNull();
        assertThat(values.list("missing")).isEmpty();
        assertThat(values.map("missing")).isEmpty();
    }

    private static Contract bareContract() {
        Contract contract = Examples.contract();
        return new Contract(
                contract.id(),
                contract.company(),
                contract.name(),
                contract.customer(),
                contract.currency(),
                null,
                null);
    }

    private static Approval approval() {
        return new Approval(
                Examples.APPROVAL,
                List.of(
                        Ids.entry("TE-1", true, true),
                        Ids.entry("FEE-1", false, true),
                        Ids.entry("FP-1", true, false),
                        Ids.entry("TE-2", true, true, Ids.costOf("TE-3"))));
    }

    private static Actual bareActual() {
        Actual cost = Examples.cost();
        Dimensions full = cost.dimensions();
        return new Actual(
                cost.id(),
                cost.type(),
                cost.transactionClass(),
                cost.billingType(),
                cost.adjustmentStatus(),
                cost.quantity(),
                cost.price(),
                cost.amount(),
                cost.transactionDate(),
                cost.accountingDate(),
                new Dimensions(full.company(), full.contract(), full.line(), null, full.customer(), "each", null, null),
                null,
                64,
                false,
                List.of(),
                List.of());
    }

    private static Invoice bareDraft() {
        return Examples.draft().edited(Examples.WORKED, null, Examples.MONTH_END, InvoiceStatus.IN_REVIEW);
    }

    private static Company bareCompany() {
        Company company = FinanceExamples.company();
        return new Company(
                company.id(),
                7,
                company.accountingCurrency(),
                new JournalParameters(PeriodUnit.ALL, 1, true, Map.of(), Map.of("Design", "Drawing"), Map.of()),
                company.onAccountInvoicing(),
                Map.of(),
                Map.of());
    }

    private static Proposal spread(int shards) {
        Proposal posted = FinanceExamples.postedProposal();
        return new Proposal(
                posted.id(),
                posted.contract(),
                posted.company(),
                posted.customer(),
                posted.currency(),
                ProposalStatus.POSTED,
                posted.version(),
                posted.invoiceDate(),
                posted.accountingDate(),
                shards,
                posted.controlTotals(),
                posted.terms(),
                posted.lineTotals(),
                posted.customerInvoice(),
                posted.companyVersion(),
                posted.heading());
    }

    private static StagedActual billedRow(Actual.Id id, int shards) {
        StagedActual row = FinanceExamples.row(Examples.billedSales());
        return new StagedActual(
                id,
                row.type(),
                row.transactionClass(),
                row.billingType(),
                row.quantity(),
                row.price(),
                row.amount(),
                row.transactionDate(),
                row.accountingDate(),
                row.dimensions(),
                row.proposal(),
                null,
                null,
                shards);
    }

    private static ProposalLine line(Actual.Id id) {
        ProposalLine line = FinanceExamples.proposalLine();
        return new ProposalLine(
                line.proposal(),
                id,
                line.transactionClass(),
                line.billingType(),
                line.quantity(),
                line.amount(),
                line.salesTax(),
                line.exchangeRate(),
                List.of(),
                FinanceExamples.untaxed());
    }

    private static Posting posting(Actual.Id id) {
        Posting posting = FinanceExamples.billedSalesPosting();
        return new Posting(
                id,
                posting.voucher(),
                posting.accountingAmount(),
                posting.exchangeRate(),
                posting.salesTax(),
                posting.entries());
    }
}
