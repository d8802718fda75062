package dev.fattura.header;

import dev.fattura.ledger.Company;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ControlTotals;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.ProposalStatus;
import dev.fattura.ledger.TermsOfPayment;
import dev.fattura.maps.TargetRow;
import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Rate;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The headers that finance makes of what the table maps bring (domain.md 3.2, 3.4, 4.5). */
final class Headers {

    private Headers() {}

    /** The contract header; its funding sources, who pays and how, cross with it as they are. */
    static Contract contract(TargetRow row, Contract office) {
        return new Contract(
                row.read("PROJECTCONTRACTID", Contract.Id::new),
                row.read("DATAAREAID", Company.Id::new),
                row.text("CONTRACTNAME"),
                row.text("CUSTOMERACCOUNTNUMBER"),
                row.read("SALESCURRENCY", CurrencyCode::new),
                row.optional("FIXEDEXCHANGERATE", Rate::of).orElse(null),
                row.optionalText("SALESTAXGROUP"),
                office.customers());
    }

    /**
     * The proposal header: the number of the proforma, its dates, what it tells the customer, and the seal, which no map may change.
     *
     * @param terms of payment that the contract agrees with the customer, or null: they are its funding source's
     * @throws IllegalStateException if the proforma is not sealed
     */
    static Proposal proposal(TargetRow row, Invoice sealed, @Nullable TermsOfPayment terms) {
        ControlTotals totals = sealed.controlTotals();
        if (totals == null) {
            throw new IllegalStateException("Invoice " + sealed.id() + " is not sealed");
        }
        return new Proposal(
                row.read("INVOICEPROPOSALID", Invoice.Id::new),
                row.read("PROJECTCONTRACTID", Contract.Id::new),
                row.read("DATAAREAID", Company.Id::new),
                row.text("CUSTOMERACCOUNTNUMBER"),
                row.read("SALESCURRENCY", CurrencyCode::new),
                ProposalStatus.AWAITING_LINES,
                1,
                row.read("INVOICEDATE", LocalDate::parse),
                row.read("ACCOUNTINGDATE", LocalDate::parse),
                sealed.shards(),
                totals,
                null,
                null,
                null,
                0,
                new Proposal.Heading(terms, null, Map.of(), row.optionalText("INVOICEHEADERTEXT")));
    }
}
