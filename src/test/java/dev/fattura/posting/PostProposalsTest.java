package dev.fattura.posting;

import static dev.fattura.support.Examples.COMPANY;
import static dev.fattura.support.Examples.INVOICE;
import static dev.fattura.support.Examples.gbp;
import static dev.fattura.support.Examples.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.Command;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.CustomerInvoice;
import dev.fattura.ledger.NumberSequence;
import dev.fattura.ledger.PostingType;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.ProposalStatus;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.Work;
import dev.fattura.store.CompanyItem;
import dev.fattura.store.NumberSequenceItem;
import dev.fattura.store.PostingItem;
import dev.fattura.store.ProposalItem;
import dev.fattura.store.ProposalLineItem;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import dev.fattura.support.Crashes;
import dev.fattura.support.FinanceExamples;
import dev.fattura.support.InMemoryTable;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PostProposalsTest {

    private static final Command COMMAND = new Command("key-1", "hash-1", true);
    private static final Command OTHER = new Command("key-2", "hash-1", true);

    @Test
    void proposal_isPosted_withItsCustomerInvoice() {
        InMemoryTable table = with(FinanceExamples.openProposal());

        PostingReport report = new PostProposals(table).company(COMPANY);

        assertThat(report.proposals()).containsExactly(FinanceExamples.postedProposal());
        assertThat(ProposalItem.find(table, INVOICE)).contains(FinanceExamples.postedProposal());
        assertThat(PostingItem.page(table, FinanceExamples.openProposal(), 0, null, 100)
                        .postings())
                .containsExactly(FinanceExamples.billedSalesPosting());
        assertThat(PostingItem.voucherEntries(table, INVOICE)).isEqualTo(FinanceExamples.voucherEntries());
        assertThat(queue(table, Work.Queue.PROPOSAL)).isEmpty();
        assertThat(queue(table, Work.Queue.WRITE_BACK_PROPOSAL)).containsExactly("INV-1001");
    }

    @Test
    void invoiceDate_isTheOneThatWasAskedFor() {
        InMemoryTable table = with(FinanceExamples.openProposal());

        PostingReport report = new PostProposals(table).post(INVOICE, LocalDate.parse("2026-02-02"), COMMAND);

        assertThat(report.proposals().get(0).customerInvoice())
                .isEqualTo(new CustomerInvoice(
                        "USMF-CI-000001",
                        LocalDate.parse("2026-02-02"),
                        "USMF-PV-000003",
                        gbp("1200.00"),
                        gbp("200.00")));
    }

    @Test
    void schedule_endsTheSame_afterACrashBeforeAnyWrite() {
        int writes = Crashes.beforeEveryWrite(
                () -> with(FinanceExamples.openProposal()), table -> new PostProposals(table).all());

        assertThat(writes).isEqualTo(3);
    }

    @Test
    void command_endsTheSame_afterACrashBeforeAnyWrite() {
        int writes =
                Crashes.beforeEveryWrite(() -> with(FinanceExamples.openProposal()), table -> new PostProposals(table)
                        .post(INVOICE, null, COMMAND));

        assertThat(writes).isEqualTo(3);
    }

    @Test
    void command_isAnsweredAgain_whenItWasTheOneThatPosted() {
        InMemoryTable table = with(FinanceExamples.openProposal());
        new PostProposals(table).post(INVOICE, null, COMMAND);
        var posted = table.contents();

        assertThat(new PostProposals(table).post(INVOICE, null, COMMAND).proposals())
                .containsExactly(FinanceExamples.postedProposal());
        assertThat(refusal(table, OTHER).code()).isEqualTo(RefusalCode.PROPOSAL_POSTED);

        assertThat(table.contents()).isEqualTo(posted);
    }

    @Test
    void proposal_isRefusedWithTheCause_whileItWaitsForItsLines() {
        InMemoryTable table = with(FinanceExamples.awaitingProposal());
        table.putAll(List.of(WorkItem.encode(Work.of(Work.Queue.PROPOSAL, "USMF", "INV-1001")
                .waiting("rows-missing", "7 of 9 billed sales rows have crossed."))));
        var before = table.contents();

        Refused refused = refusal(table, COMMAND);

        assertThat(refused.code()).isEqualTo(RefusalCode.PROPOSAL_NOT_READY);
        assertThat(refused.detail())
                .isEqualTo("Proposal INV-1001 does not have its lines yet: 7 of 9 billed sales rows have crossed.");
        assertThat(table.contents()).isEqualTo(before);
    }

    @Test
    void proposal_waitsInTheReport_whileItWaitsForItsLines() {
        InMemoryTable table = with(FinanceExamples.awaitingProposal());
        var before = table.contents();

        PostingReport report = new PostProposals(table).all();

        assertThat(report.proposals()).isEmpty();
        assertThat(report.waiting()).containsExactly(Work.of(Work.Queue.PROPOSAL, "USMF", "INV-1001"));
        assertThat(table.contents()).isEqualTo(before);
    }

    @Test
    void proposal_isRefused_whenThereIsNone() {
        InMemoryTable table = new InMemoryTable();

        assertThat(refusal(table, COMMAND).code()).isEqualTo(RefusalCode.NOT_FOUND);

        assertThat(table.contents()).isEmpty();
    }

    @Test
    void proposal_staysPostingAndKeepsItsNumber_whenItsVoucherDoesNotBalance() {
        Proposal open = FinanceExamples.awaitingProposal()
                .importing(FinanceExamples.openProposal().terms())
                .open(new Proposal.LineTotals(1, gbp("999.99"), gbp("200.00")));
        InMemoryTable table = with(open);

        PostingReport report = new PostProposals(table).all();
        new PostProposals(table).all();

        assertThat(report.waiting()).extracting(Work::code).containsExactly("failed");
        Proposal stuck = ProposalItem.find(table, INVOICE).orElseThrow();
        assertThat(stuck.status()).isEqualTo(ProposalStatus.POSTING);
        assertThat(stuck.customerInvoice().number()).isEqualTo("USMF-CI-000001");
        assertThat(next(table, NumberSequence.Kind.CUSTOMER_INVOICE)).isEqualTo(2);
    }

    @Test
    void entryOfTheQueue_isRemoved_whenItCameBackAfterPosting() {
        InMemoryTable table = with(FinanceExamples.postedProposal());

        PostingReport report = new PostProposals(table).all();

        assertThat(report.proposals()).isEmpty();
        assertThat(queue(table, Work.Queue.PROPOSAL)).isEmpty();
    }

    @Test
    void posting_ofTheLine_hasTheConvertedAmount() {
        assertThat(InvoicePostingDecider.line(FinanceExamples.proposalLine(), FinanceExamples.company(), "V-1")
                        .accountingAmount())
                .isEqualTo(usd("1250.00"));
    }

    /** Between the claim and its end the company moves its accounts. */
    @Test
    void posting_endsTheSame_afterACrash_althoughTheCompanyChangedMeanwhile() {
        for (int fatal = 2; fatal <= 3; fatal++) {
            InMemoryTable table = with(FinanceExamples.openProposal());
            table.deleteAll(List.of(CompanyItem.key(COMPANY)));
            table.commit(CompanyItem.record(FinanceExamples.company()));
            Crashes.dieBefore(table, fatal, broken -> new PostProposals(broken).all());
            Company usmf = FinanceExamples.company();
            Map<PostingType, String> accounts = new EnumMap<>(usmf.accounts());
            accounts.put(PostingType.INVOICED_REVENUE, "419999");
            accounts.put(PostingType.CUSTOMER_BALANCE, "139999");
            table.commit(CompanyItem.record(new Company(
                    usmf.id(),
                    2,
                    usmf.accountingCurrency(),
                    usmf.journals(),
                    usmf.onAccountInvoicing(),
                    accounts,
                    usmf.salesTaxGroups())));

            new PostProposals(table).all();

            Proposal posted = ProposalItem.find(table, INVOICE).orElseThrow();
            assertThat(posted.companyVersion()).isEqualTo(1);
            assertThat(PostingItem.voucherEntries(table, INVOICE))
                    .extracting(entry -> entry.account())
                    .as("died before write %s", fatal)
                    .containsExactly("130100", "222200");
            assertThat(PostingItem.page(table, posted, 0, null, 10)
                            .postings()
                            .get(0)
                            .entries())
                    .extracting(entry -> entry.account())
                    .containsExactly("161300", "420200", "411100");
        }
    }

    private static Refused refusal(InMemoryTable table, Command command) {
        try {
            new PostProposals(table).post(INVOICE, null, command);
        } catch (Refused refused) {
            return refused;
        }
        throw new AssertionError("It was not refused");
    }

    private static long next(Table table, NumberSequence.Kind kind) {
        return NumberSequenceItem.read(table, new NumberSequence.Id(kind, "USMF"))
                .next();
    }

    private static List<String> queue(InMemoryTable table, Work.Queue queue) {
        return WorkItem.page(table, queue, "USMF", null, 100).work().stream()
                .map(Work::id)
                .toList();
    }

    private static InMemoryTable with(Proposal proposal) {
        InMemoryTable table = new InMemoryTable();
        NumberSequence vouchers =
                NumberSequenceItem.read(table, new NumberSequence.Id(NumberSequence.Kind.VOUCHER, "USMF"));
        table.commit(List.of(NumberSequenceItem.take(vouchers, vouchers.range(2))));
        table.putAll(List.of(
                CompanyItem.encode(FinanceExamples.company()),
                CompanyItem.listed(COMPANY),
                ProposalItem.encode(proposal),
                ProposalLineItem.encode(proposal, FinanceExamples.proposalLine()),
                WorkItem.encode(Work.of(Work.Queue.PROPOSAL, "USMF", "INV-1001"))));
        return table;
    }
}
