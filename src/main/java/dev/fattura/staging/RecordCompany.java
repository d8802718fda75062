package dev.fattura.staging;

import dev.fattura.ledger.Command;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.store.CompanyItem;
import dev.fattura.store.Condition;
import dev.fattura.store.ReceiptItem;
import dev.fattura.store.Table;
import dev.fattura.store.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Records a company, once: what was imported and posted follows from it, so it is never changed. */
public final class RecordCompany {

    private final Table finance;

    public RecordCompany(Table finance) {
        this.finance = finance;
    }

    /**
     * Records it; the same content again changes nothing.
     *
     * @throws Refused if it was recorded with other content
     */
    public void record(Company company, Command command) {
        if (known(company)) {
            return;
        }
        List<Write> writes = new ArrayList<>();
        writes.add(Write.put(CompanyItem.encode(company), Condition.ABSENT));
        writes.add(Write.put(CompanyItem.listed(company.id()), Condition.NONE));
        if (command.remembered()) {
            writes.add(ReceiptItem.begin(command));
        }
        if (!finance.commit(writes).done() && !known(company)) {
            throw new Refused(RefusalCode.COMMAND_IN_PROGRESS, "The same request is under way.");
        }
    }

    private boolean known(Company company) {
        Optional<Company> recorded = CompanyItem.find(finance, company.id());
        if (recorded.isPresent() && !recorded.get().equals(company)) {
            throw new Refused(
                    RefusalCode.ALREADY_RECORDED, "Company " + company.id() + " is recorded with other content.");
        }
        return recorded.isPresent();
    }
}
