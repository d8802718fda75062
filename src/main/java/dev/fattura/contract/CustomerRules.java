package dev.fattura.contract;

import dev.fattura.ledger.Amounts;
import dev.fattura.ledger.BillingMethod;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.money.Money;
import dev.fattura.money.Percent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the customers of a contract and of its lines must be, and their limits (domain.md 1.4, 1.5). */
final class CustomerRules {

    private CustomerRules() {}

    static void check(Contract contract) {
        List<ContractLine.LineCustomer> customers = contract.customers().stream()
                .map(agreed -> new ContractLine.LineCustomer(
                        agreed.customer(), agreed.split(), agreed.rounding(), agreed.notToExceed()))
                .toList();
        checkAll(contract, customers, "");
        checkLimit(contract, contract.notToExceed(), "/notToExceed");
    }

    /** A line's own customers are some of the contract's, whose terms hold for them. */
    static void check(Contract contract, ContractLine line, String pointer) {
        List<ContractLine.LineCustomer> customers = line.terms().customers();
        for (int index = 0; index < customers.size(); index++) {
            String customer = customers.get(index).customer();
            if (contract.agreedWith(customer).isEmpty()) {
                throw new Refused(
                        RefusalCode.UNKNOWN_REFERENCE,
                        customer + " is no customer of the contract.",
                        pointer + "/customers/" + index + "/customer");
            }
        }
        if (!customers.isEmpty() && line.billingMethod() != BillingMethod.PRODUCT) {
            checkAll(contract, customers, pointer);
        }
        checkLimit(contract, line.terms().notToExceed(), pointer + "/notToExceed");
    }

    private static void checkAll(Contract contract, List<ContractLine.LineCustomer> customers, String pointer) {
        Set<String> seen = new HashSet<>();
        Percent sum = Percent.of("0");
        int rounding = 0;
        boolean bearsNothing = false;
        for (int index = 0; index < customers.size(); index++) {
            ContractLine.LineCustomer customer = customers.get(index);
            String here = pointer + "/customers/" + index;
            if (!seen.add(customer.customer())) {
                throw new Refused(
                        RefusalCode.DUPLICATE_LINE,
                        "Customer " + customer.customer() + " is there twice.",
                        here + "/customer");
            }
            checkLimit(contract, customer.notToExceed(), here + "/notToExceed");
            sum = sum.plus(customer.split());
            if (customer.rounding() && !customer.split().isZero()) {
                rounding++;
            }
            bearsNothing |= customer.rounding() && customer.split().isZero();
        }
        if (!sum.equals(Percent.HUNDRED)) {
            throw new Refused(
                    RefusalCode.SPLIT_INCOMPLETE,
                    "The splits of the customers sum to " + sum + " per cent.",
                    pointer + "/customers");
        }
        if (rounding != 1 || bearsNothing) {
            throw new Refused(
                    RefusalCode.ROUNDING_CUSTOMER,
                    "Not exactly one customer with a part is the rounding customer.",
                    pointer + "/customers");
        }
    }

    private static void checkLimit(Contract contract, @Nullable Money limit, String pointer) {
        if (limit == null) {
            return;
        }
        Amounts.requireCurrency(limit.currency(), contract.currency(), pointer + "/currency");
        if (limit.minor() <= 0) {
            throw new Refused(RefusalCode.NEGATIVE_VALUE, "A limit is above zero.", pointer + "/amount");
        }
    }
}
