package dev.fattura.proforma;

import static dev.fattura.support.OfficeExamples.INVOICE;
import static dev.fattura.support.OfficeExamples.JANUARY_31;
import static dev.fattura.support.OfficeExamples.JANUARY_5;
import static dev.fattura.support.OfficeExamples.remembered;
import static dev.fattura.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.contract.ApproveTransactions;
import dev.fattura.contract.ApprovedTransaction;
import dev.fattura.contract.ContractWithLines;
import dev.fattura.contract.RecordContract;
import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.BillingMethod;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Command;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.Work;
import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Money;
import dev.fattura.money.Price;
import dev.fattura.money.Quantity;
import dev.fattura.store.ClaimItem;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.WorkItem;
import dev.fattura.support.Disturbed;
import dev.fattura.support.Ids;
import dev.fattura.support.InMemoryTable;
import dev.fattura.support.OfficeExamples;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DraftInvoiceTest {

    private static final Command DRAFT = remembered("draft");
    private static final DraftRequest ALL = OfficeExamples.fromBacklog("INV-1001", JANUARY_31);

    @Test
    void draft_fromBacklog_takesEverythingThatIsReady() {
        InMemoryTable office = office();

        Invoice draft = new DraftInvoice(office).draft(ALL, DRAFT);

        assertThat(draft.status()).isEqualTo(InvoiceStatus.DRAFT);
        assertThat(draft.version()).isEqualTo(1);
        assertThat(draft.lines()).isEqualTo(4);
        // Time 1,000, milestone 5,000, product 750; the non-chargeable time adds nothing.
        assertThat(draft.total()).isEqualTo(new Money(675_000, OfficeExamples.GBP));
        assertThat(InvoiceItem.find(office, INVOICE)).contains(draft);
        assertThat(details(office, draft))
                .extracting(detail -> detail.amount().minor())
                .containsExactlyInAnyOrder(100_000L, 50_000L, 500_000L, 75_000L);
        assertThat(OfficeExamples.backlog(office)).isEmpty();
        assertThat(unfinished(office)).isEmpty();
    }

    @Test
    void draft_fromBacklogUpToADate_leavesTheLaterEntries() {
        InMemoryTable office = office();

        Invoice draft = new DraftInvoice(office).draft(OfficeExamples.fromBacklog("INV-1001", JANUARY_5), DRAFT);

        assertThat(draft.lines()).isEqualTo(2);
        assertThat(OfficeExamples.backlog(office))
                .extracting(entry -> entry.billable().kind())
                .containsExactlyInAnyOrder(Billable.Kind.MILESTONE, Billable.Kind.PRODUCT);
    }

    @Test
    void draft_ofManyLines_pagesThroughAllOfThem() {
        ApprovedTransaction[] many = new ApprovedTransaction[250];
        for (int index = 0; index < many.length; index++) {
            many[index] = OfficeExamples.time("TE-" + index);
        }
        InMemoryTable office = OfficeExamples.officeWith(many);

        Invoice draft = new DraftInvoice(office).draft(ALL, DRAFT);

        assertThat(draft.lines()).isEqualTo(252);
        assertThat(draft.total()).isEqualTo(new Money(25_575_000, OfficeExamples.GBP));
        assertThat(OfficeExamples.backlog(office)).isEmpty();
    }

    @Test
    void draft_withoutNumber_takesTheNextThatNobodyGave() {
        InMemoryTable office = office();
        DraftInvoice draft = new DraftInvoice(office);
        draft.draft(
                new DraftRequest(
                        new Invoice.Id("PRF-000001"),
                        OfficeExamples.ORDER,
                        JANUARY_31,
                        null,
                        List.of(OfficeExamples.milestone("M1"))),
                DRAFT);

        Command other = remembered("unnumbered");
        Invoice numbered = draft.draft(OfficeExamples.fromBacklog(null, JANUARY_31), other);

        assertThat(numbered.id()).isEqualTo(new Invoice.Id("PRF-000002"));
        assertThat(draft.draft(OfficeExamples.fromBacklog(null, JANUARY_31), other))
                .isEqualTo(numbered);
    }

    @Test
    void draft_withoutNumberAndKeyOnceMore_isANewInvoice() {
        InMemoryTable office = office();
        Command anonymous = new Command("hash", "hash", false);
        DraftInvoice draft = new DraftInvoice(office);
        draft.draft(OfficeExamples.fromBacklog(null, JANUARY_5), anonymous);
        new ApproveTransactions(office).approve(List.of(OfficeExamples.time("TE-9")), remembered("later"));

        Invoice second = draft.draft(OfficeExamples.fromBacklog(null, JANUARY_5), anonymous);

        assertThat(second.id()).isEqualTo(new Invoice.Id("PRF-000002"));
        assertThat(second.lines()).isEqualTo(1);
    }

    /** Within a month the backlog lies in the order of ids, and what is of a day behind all of them. */
    @Test
    void draft_upToADayWithinAMonth_takesWhatLiesBehindLaterDays() {
        InMemoryTable office = OfficeExamples.office();
        for (int index = 0; index < 600; index++) {
            LocalDate day = LocalDate.of(2026, 1, index % 2 == 0 ? 5 : 25);
            new ApproveTransactions(office)
                    .approve(
                            List.of(OfficeExamples.on(day, OfficeExamples.time("TE-" + index))),
                            remembered("TE-" + index));
        }

        Invoice draft =
                new DraftInvoice(office).draft(OfficeExamples.fromBacklog("INV-1", LocalDate.of(2026, 1, 15)), DRAFT);

        assertThat(draft.lines()).isEqualTo(300);
    }

    @Test
    void draft_again_givesTheSame() {
        InMemoryTable office = office();
        Invoice draft = new DraftInvoice(office).draft(ALL, DRAFT);
        var contents = office.contents();

        assertThat(new DraftInvoice(office).draft(ALL, DRAFT)).isEqualTo(draft);
        assertThat(office.contents()).isEqualTo(contents);
    }

    @Test
    void draft_crashedBeforeAnyWrite_endsAsIfUndisturbed() {
        int writes =
                Disturbed.byCrashes(DraftInvoiceTest::office, office -> new DraftInvoice(office).draft(ALL, DRAFT));
        // The header, the details with their claims, the intake, the seal.
        assertThat(writes).isEqualTo(4);
    }

    @Test
    void draft_ofLinesCrashedBeforeAnyWrite_endsAsIfUndisturbed() {
        DraftRequest request = OfficeExamples.ofLines(
                OfficeExamples.unbilledSales("TE-1"),
                OfficeExamples.milestone("M1"),
                OfficeExamples.product("SENSOR-7"));
        Disturbed.byCrashes(DraftInvoiceTest::office, office -> new DraftInvoice(office).draft(request, DRAFT));
    }

    @Test
    void draft_withoutNumberCrashedBeforeAnyWrite_endsAsIfUndisturbed() {
        DraftRequest request = OfficeExamples.fromBacklog(null, JANUARY_31);
        Disturbed.byCrashes(DraftInvoiceTest::office, office -> new DraftInvoice(office).draft(request, DRAFT));
        Command anonymous = new Command("hash", "hash", false);
        Disturbed.byCrashes(DraftInvoiceTest::office, office -> {
            // With its answer lost only after the last write, a request without number and key is a new one.
            new DraftInvoice(office).draft(request, anonymous);
        });
    }

    @Test
    void draft_byTwoAttemptsAtOnce_endsAsIfByOne() {
        Disturbed.byTwins(DraftInvoiceTest::office, office -> new DraftInvoice(office).draft(ALL, DRAFT));
    }

    @Test
    void draft_ofTheSameBacklogByTwoCommands_putsEachLineOnOneInvoice() {
        DraftRequest rival = OfficeExamples.fromBacklog("INV-1002", JANUARY_31);
        for (int write = 1; write <= 8; write++) {
            InMemoryTable office = office();
            List<Invoice> drafts = new ArrayList<>();
            Disturbed.disturbedAt(
                    write,
                    office,
                    table -> attempt(() -> drafts.add(new DraftInvoice(table).draft(ALL, DRAFT))),
                    table -> attempt(() -> drafts.add(new DraftInvoice(table).draft(rival, remembered("rival")))));

            assertThat(drafts.stream().mapToLong(Invoice::lines).sum())
                    .as("write %s", write)
                    .isEqualTo(4);
            drafts.forEach(draft -> assertThat(details(office, draft))
                    .hasSize((int) draft.lines())
                    .allSatisfy(detail -> assertThat(ClaimItem.holder(office, detail.billable()))
                            .contains(draft.id())));
            assertThat(unfinished(office)).isEmpty();
        }
    }

    @Test
    void draft_whoseLineAnotherTookMeanwhile_isRefusedAndGivesBackTheRest() {
        InMemoryTable office = office();
        DraftRequest both =
                OfficeExamples.ofLines(OfficeExamples.unbilledSales("TE-1"), OfficeExamples.milestone("M1"));
        DraftRequest rival = new DraftRequest(
                new Invoice.Id("INV-1002"),
                OfficeExamples.ORDER,
                JANUARY_31,
                null,
                List.of(OfficeExamples.milestone("M1")));
        // After the header, before the first detail.
        Disturbed.disturbedAt(
                2,
                office,
                table -> assertRefused(
                        RefusalCode.ALREADY_ON_INVOICE, "/lines/1", () -> new DraftInvoice(table).draft(both, DRAFT)),
                table -> new DraftInvoice(table).draft(rival, remembered("rival")));

        assertThat(InvoiceItem.find(office, INVOICE).orElseThrow().status()).isEqualTo(InvoiceStatus.DELETED);
        assertThat(OfficeExamples.backlog(office))
                .extracting(entry -> entry.billable().reference())
                .contains(Ids.unbilledSalesOf("TE-1").toString())
                .doesNotContain("M1");
        assertThat(unfinished(office)).isEmpty();
        assertRefused(
                office, RefusalCode.ALREADY_RECORDED, "/invoice", () -> new DraftInvoice(office).draft(both, DRAFT));
    }

    @Test
    void draft_refused_writesNothing() {
        InMemoryTable office = office();
        new DraftInvoice(office).draft(OfficeExamples.ofLines(OfficeExamples.product("SENSOR-7")), remembered("first"));

        assertRefused(office, RefusalCode.ALREADY_RECORDED, "/invoice", draft(office, ALL));
        DraftRequest later = OfficeExamples.fromBacklog("INV-2", JANUARY_5.minusDays(1));
        assertRefused(office, RefusalCode.NOTHING_TO_INVOICE, "/fromBacklog/upTo", draft(office, later));
        DraftRequest unknown =
                new DraftRequest(new Invoice.Id("INV-2"), new Contract.Id("ORD-9"), JANUARY_31, JANUARY_31, List.of());
        assertRefused(office, RefusalCode.UNKNOWN_REFERENCE, "/contract", draft(office, unknown));
        assertLineRefused(office, RefusalCode.ALREADY_ON_INVOICE, "", OfficeExamples.product("SENSOR-7"));
        assertLineRefused(office, RefusalCode.MILESTONE_NOT_READY, "/milestone", OfficeExamples.milestone("M2"));
        assertLineRefused(office, RefusalCode.UNKNOWN_REFERENCE, "/milestone", OfficeExamples.milestone("M3"));
        assertLineRefused(office, RefusalCode.UNKNOWN_REFERENCE, "/product", OfficeExamples.product("SENSOR-8"));
        assertLineRefused(
                office,
                RefusalCode.UNKNOWN_REFERENCE,
                "/line",
                new DraftRequest.GivenLine(null, "9", "M1", null, null, null, null));
        assertLineRefused(
                office, RefusalCode.UNKNOWN_REFERENCE, "/unbilledSales", OfficeExamples.unbilledSales("TE-9"));
        assertLineRefused(
                office,
                RefusalCode.WRONG_LINE,
                "/unbilledSales",
                actual(Ids.costOf("TE-1").value()));
        assertRefused(
                office,
                RefusalCode.DUPLICATE_LINE,
                "/lines/1",
                draft(office, numbered2(OfficeExamples.milestone("M1"), OfficeExamples.milestone("M1"))));
    }

    @Test
    void draft_ofLinesWithOtherValues_editsThemAtOnce() {
        InMemoryTable office = office();
        UUID actual = Ids.unbilledSalesOf("TE-1").value();
        assertLineRefused(
                office, RefusalCode.WRONG_CURRENCY, "/price/currency", believed(actual, "4", "250", "USD", null));
        assertLineRefused(
                office,
                RefusalCode.NOT_EDITABLE,
                "",
                new DraftRequest.GivenLine(null, "2", "M1", null, Quantity.of("2"), null, null));

        Invoice draft = new DraftInvoice(office)
                .draft(OfficeExamples.ofLines(believed(actual, "3", "200", "GBP", BillingType.COMPLIMENTARY)), DRAFT);
        assertThat(details(office, draft)).singleElement().satisfies(detail -> {
            assertThat(detail.edited()).isTrue();
            assertThat(detail.billingType()).isEqualTo(BillingType.COMPLIMENTARY);
            assertThat(detail.amount()).isEqualTo(new Money(60_000, OfficeExamples.GBP));
            assertThat(detail.requireBacking().amount()).isEqualTo(new Money(100_000, OfficeExamples.GBP));
        });
        assertThat(draft.total()).isEqualTo(new Money(0, OfficeExamples.GBP));
    }

    @Test
    void draft_ofAnotherContractsActual_isRefused() {
        InMemoryTable office = office();
        Contract.Id other = new Contract.Id("ORD-2");
        new RecordContract(office)
                .record(
                        new ContractWithLines(
                                new Contract(
                                        other, OfficeExamples.USMF, "Other", "US-1", OfficeExamples.GBP, null, null),
                                List.of(new ContractLine(
                                        other,
                                        OfficeExamples.CONSULTING,
                                        "Work",
                                        BillingMethod.TIME_AND_MATERIAL,
                                        OfficeExamples.PROJECT.id(),
                                        List.of(),
                                        null))),
                        remembered("other contract"));
        DraftRequest request = new DraftRequest(
                new Invoice.Id("INV-2"), other, JANUARY_31, null, List.of(OfficeExamples.unbilledSales("TE-1")));

        assertRefused(office, RefusalCode.WRONG_CONTRACT, "/lines/0/unbilledSales", draft(office, request));
    }

    @Test
    void draft_ofAReversal_isRefused() {
        InMemoryTable office = office();
        Invoice draft =
                new DraftInvoice(office).draft(OfficeExamples.ofLines(OfficeExamples.unbilledSales("TE-1")), DRAFT);
        InvoiceLineDetail detail = details(office, draft).get(0);
        new ConfirmInvoice(office).confirm(INVOICE, 1, JANUARY_31, remembered("confirm"));

        assertLineRefused(
                office,
                RefusalCode.WRONG_LINE,
                "/unbilledSales",
                actual(Actual.Id.reversalFor(detail.id()).value()));
    }

    static InMemoryTable office() {
        return OfficeExamples.officeWith(OfficeExamples.time("TE-1"), OfficeExamples.nonChargeable("TE-2"));
    }

    static List<InvoiceLineDetail> details(InMemoryTable office, Invoice invoice) {
        List<InvoiceLineDetail> details = new ArrayList<>();
        DetailPages.each(office, invoice, details::addAll);
        return details;
    }

    static List<String> unfinished(InMemoryTable office) {
        return WorkItem.page(office, Work.Queue.UNFINISHED_INVOICE, Work.OFFICE, null, 10).work().stream()
                .map(Work::id)
                .toList();
    }

    private static void attempt(Runnable drafting) {
        try {
            drafting.run();
        } catch (Refused refused) {
            assertThat(refused.code()).isEqualTo(RefusalCode.NOTHING_TO_INVOICE);
        }
    }

    private static void assertLineRefused(
            InMemoryTable office, RefusalCode code, String member, DraftRequest.GivenLine line) {
        assertRefused(office, code, "/lines/0" + member, draft(office, numbered2(line)));
    }

    private static ThrowingCallable draft(InMemoryTable office, DraftRequest request) {
        return () -> new DraftInvoice(office).draft(request, remembered("refused"));
    }

    private static DraftRequest numbered2(DraftRequest.GivenLine... lines) {
        return new DraftRequest(new Invoice.Id("INV-2"), OfficeExamples.ORDER, JANUARY_31, null, List.of(lines));
    }

    private static DraftRequest.GivenLine actual(UUID actual) {
        return new DraftRequest.GivenLine(actual, null, null, null, null, null, null);
    }

    private static DraftRequest.GivenLine believed(
            UUID actual, String quantity, String price, String currency, BillingType billingType) {
        return new DraftRequest.GivenLine(
                actual,
                null,
                null,
                null,
                Quantity.of(quantity),
                Price.of(price, new CurrencyCode(currency)),
                billingType);
    }
}
