package dev.fattura.staging;

import dev.fattura.ledger.Command;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.Deed;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.store.CommandWrites;
import dev.fattura.store.CompanyItem;
import dev.fattura.store.ReceiptItem;
import dev.fattura.store.Table;
import dev.fattura.store.Write;
import java.util.List;
import java.util.Optional;

/**
 * Records a company, or changes one. Every version is kept: what was claimed under one goes on with it, so a change holds for what
 * is formed and posted from now on, and never changes how something under way ends.
 */
public final class RecordCompany {

    private final Table finance;

    public RecordCompany(Table finance) {
        this.finance = finance;
    }

    /**
     * The company as it stands then; the same content again changes nothing.
     *
     * @param wanted its content; its version does not matter
     * @param readVersion the version on which the caller decided, if it says one
     * @throws Refused if its accounting currency would change, or if somebody else changed it meanwhile
     */
    public Company record(Company wanted, Optional<Long> readVersion, Command command) {
        Optional<Company> before = CompanyItem.find(finance, wanted.id());
        if (before.isPresent() && (before.get().sameAs(wanted) || ReceiptItem.begun(finance, command))) {
            return before.get();
        }
        long version = before.map(Company::version).orElse(0L);
        if (readVersion.isPresent() && readVersion.get() != version) {
            throw changed(wanted);
        }
        before.ifPresent(recorded -> requireCurrency(recorded, wanted));
        Company next = wanted.atVersion(version + 1);
        List<Write> writes = CommandWrites.of(
                command,
                CompanyItem.record(next),
                CompanyItem.key(next.id()),
                by -> new Deed(CompanyItem.KIND, next.id().value(), next.version(), "recorded", by));
        if (finance.commit(writes).done()) {
            return next;
        }
        return CompanyItem.find(finance, wanted.id())
                .filter(recorded -> recorded.sameAs(wanted))
                .orElseThrow(() -> changed(wanted));
    }

    private static void requireCurrency(Company recorded, Company wanted) {
        if (!recorded.accountingCurrency().equals(wanted.accountingCurrency())) {
            throw new Refused(
                    RefusalCode.ACCOUNTING_CURRENCY_FIXED,
                    "Company " + recorded.id() + " keeps its books in " + recorded.accountingCurrency() + ".",
                    "/accountingCurrency");
        }
    }

    private static Refused changed(Company wanted) {
        return new Refused(
                RefusalCode.COMPANY_CHANGED, "Company " + wanted.id() + " is not as it was when it was read.");
    }
}
