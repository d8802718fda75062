package dev.fattura.staging;

import dev.fattura.ledger.Company;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.WaitingReason;
import dev.fattura.ledger.Work;
import dev.fattura.store.CompanyItem;
import dev.fattura.store.ProposalItem;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Import from staging (domain.md 3.3, 3.4): cost and unbilled sales rows become journal lines, billed sales rows the lines of their
 * proposal. It may be run by anybody at any time, also twice at once: a row is imported once, and a second run adds nothing.
 */
public final class ImportStaging {

    private static final Logger LOG = Logger.getLogger(ImportStaging.class);

    private final Table finance;

    public ImportStaging(Table finance) {
        this.finance = finance;
    }

    /** Everything of every company; a company or a proposal that fails does not hold up the others. */
    public ImportReport all() {
        ImportReport report = new ImportReport();
        for (Company.Id id : CompanyItem.all(finance)) {
            try {
                CompanyItem.find(finance, id).ifPresent(company -> importCompany(company, report));
            } catch (RuntimeException failure) {
                LOG.errorf(failure, "Import of company %s failed", id);
                report.add(id);
            }
        }
        return report;
    }

    /** Everything of a company. @throws Refused if there is no such company */
    public ImportReport company(Company.Id id) {
        Company company = CompanyItem.find(finance, id)
                .orElseThrow(() ->
                        new Refused(RefusalCode.UNKNOWN_REFERENCE, "There is no company " + id + ".", "/company"));
        ImportReport report = new ImportReport();
        importCompany(company, report);
        return report;
    }

    /** The lines of one proposal ("Import lines", 3.4). @throws Refused if there is no such proposal */
    public ImportReport proposal(Invoice.Id id) {
        Proposal proposal = ProposalItem.find(finance, id)
                .orElseThrow(() ->
                        new Refused(RefusalCode.UNKNOWN_REFERENCE, "There is no proposal " + id + ".", "/proposal"));
        Work entry = Work.of(Work.Queue.PROPOSAL, proposal.company().value(), id.value());
        Work work = WorkItem.find(finance, entry).orElse(entry);
        ImportReport report = new ImportReport();
        Optional<Company> company = CompanyItem.find(finance, proposal.company());
        if (company.isPresent()) {
            new ImportProposals(finance, company.get(), report).importOne(work);
        } else {
            report.add(work.waiting(
                    WaitingReason.COMPANY_MISSING.code(),
                    "Company " + proposal.company() + " is not recorded in finance."));
        }
        return report;
    }

    private void importCompany(Company company, ImportReport report) {
        ImportProposals proposals = new ImportProposals(finance, company, report);
        try {
            new FormJournals(finance, company, report).form();
        } catch (RuntimeException failure) {
            // Proposals do not wait for journals that cannot be formed.
            proposals.importQueue();
            throw failure;
        }
        proposals.importQueue();
    }
}
