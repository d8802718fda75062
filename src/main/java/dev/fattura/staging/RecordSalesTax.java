package dev.fattura.staging;

import dev.fattura.ledger.Command;
import dev.fattura.ledger.Deed;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.SalesTax;
import dev.fattura.store.CommandWrites;
import dev.fattura.store.CompanyItem;
import dev.fattura.store.ReceiptItem;
import dev.fattura.store.SalesTaxItem;
import dev.fattura.store.Table;
import dev.fattura.store.Write;
import java.util.List;
import java.util.Optional;

/**
 * Records the sales tax set-up of a company, or changes it (domain.md 3.5). Every version is kept: a proposal goes on by the one with
 * which its lines were claimed. From the first one on, the percentages that the company itself names do not count any more.
 */
public final class RecordSalesTax {

    private final Table finance;

    public RecordSalesTax(Table finance) {
        this.finance = finance;
    }

    /**
     * The set-up as it stands then; the same content again changes nothing.
     *
     * @param wanted its content; its version does not matter
     * @param readVersion the version on which the caller decided, if it says one
     * @throws Refused if there is no such company, or if somebody else changed it meanwhile
     */
    public SalesTax record(SalesTax wanted, Optional<Long> readVersion, Command command) {
        if (CompanyItem.find(finance, wanted.company()).isEmpty()) {
            throw new Refused(RefusalCode.NOT_FOUND, "There is no company " + wanted.company() + ".");
        }
        Optional<SalesTax> before = SalesTaxItem.find(finance, wanted.company());
        if (before.isPresent() && (same(before.get(), wanted) || ReceiptItem.begun(finance, command))) {
            return before.get();
        }
        long version = before.map(SalesTax::version).orElse(0L);
        if (readVersion.isPresent() && readVersion.get() != version) {
            throw changed(wanted);
        }
        SalesTax next = wanted.atVersion(version + 1);
        List<Write> writes = CommandWrites.of(
                command,
                SalesTaxItem.record(next),
                CompanyItem.key(next.company()),
                by -> new Deed("salesTax", next.company().value(), next.version(), "recorded", by));
        if (finance.commit(writes).done()) {
            return next;
        }
        return SalesTaxItem.find(finance, wanted.company())
                .filter(recorded -> same(recorded, wanted))
                .orElseThrow(() -> changed(wanted));
    }

    private static boolean same(SalesTax recorded, SalesTax wanted) {
        return recorded.equals(wanted.atVersion(recorded.version()));
    }

    private static Refused changed(SalesTax wanted) {
        return new Refused(
                RefusalCode.SALES_TAX_CHANGED,
                "The sales tax set-up of company " + wanted.company() + " is not as it was when it was read.");
    }
}
