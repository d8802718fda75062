package dev.fattura.proforma;

import dev.fattura.ledger.Amounts;
import dev.fattura.ledger.BillingMethod;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.CustomerSplit;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.Retainer;
import java.util.List;

/** What a retainer must be to be recorded with its contract (domain.md 1.10). */
final class RetainerRules {

    private RetainerRules() {}

    /** The retainer as it is recorded for the first time. @throws Refused if it does not fit the contract */
    static Retainer first(RetainerRequest request, Contract contract, List<ContractLine> lines) {
        return first(request, contract, lines, "");
    }

    /** @param pointer to the retainer in the body of the request */
    static Retainer first(RetainerRequest request, Contract contract, List<ContractLine> lines, String pointer) {
        String customer = request.customer() == null ? contract.customer() : request.customer();
        if (contract.agreedWith(customer).isEmpty()) {
            throw new Refused(
                    RefusalCode.UNKNOWN_REFERENCE,
                    "Contract " + contract.id() + " has no customer " + customer + ".",
                    pointer + "/customer");
        }
        Amounts.requireCurrency(request.amount().currency(), contract.currency(), pointer + "/amount/currency");
        return new Retainer(
                contract.id(),
                request.retainer(),
                line(request, contract, customer, lines, pointer).id(),
                customer,
                request.description(),
                request.amount(),
                request.date(),
                request.readyToInvoice(),
                1);
    }

    /** Whether the request says the same as what is recorded, but for its status. */
    static boolean same(RetainerRequest request, Retainer recorded) {
        return (request.line() == null || request.line().equals(recorded.line()))
                && (request.customer() == null || request.customer().equals(recorded.customer()))
                && request.description().equals(recorded.description())
                && request.amount().equals(recorded.amount())
                && request.date().equals(recorded.date());
    }

    /** The line that is named, or the first that is not product-based; its customer bears a part of it (1.4). */
    private static ContractLine line(
            RetainerRequest request, Contract contract, String customer, List<ContractLine> lines, String pointer) {
        List<ContractLine> candidates = lines.stream()
                .filter(candidate -> request.line() == null
                        ? candidate.billingMethod() != BillingMethod.PRODUCT
                        : candidate.id().equals(request.line()))
                .toList();
        if (candidates.isEmpty()) {
            throw new Refused(
                    RefusalCode.UNKNOWN_REFERENCE,
                    "Contract " + contract.id() + " has no such line to invoice a retainer on.",
                    pointer + "/line");
        }
        ContractLine first = candidates.get(0);
        if (first.billingMethod() == BillingMethod.PRODUCT) {
            throw new Refused(RefusalCode.WRONG_LINE, "Line " + first.id() + " is product-based.", pointer + "/line");
        }
        return candidates.stream()
                .filter(candidate -> CustomerSplit.of(contract, candidate).bears(customer))
                .findFirst()
                .orElseThrow(() -> new Refused(
                        RefusalCode.WRONG_CUSTOMER,
                        "Customer " + customer + " bears no part of "
                                + (request.line() == null ? "contract " + contract.id() : "line " + first.id()) + ".",
                        pointer + "/line"));
    }
}
