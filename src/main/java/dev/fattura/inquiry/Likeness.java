package dev.fattura.inquiry;

import dev.fattura.ledger.AccountingDetail;
import dev.fattura.ledger.Actual;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Dimensions;
import dev.fattura.ledger.Posting;
import dev.fattura.ledger.ProposalLine;
import dev.fattura.ledger.StagedActual;
import dev.fattura.money.Money;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** In which member a fact of one stage is unlike that of another; empty when they say the same. */
final class Likeness {

    private Likeness() {}

    /** A value as both have it. */
    private record Member(String name, @Nullable Object here, @Nullable Object there) {

        boolean same() {
            return Objects.equals(here, there);
        }
    }

    static Optional<String> ofRow(Actual actual, StagedActual row) {
        Dimensions here = actual.dimensions();
        Dimensions there = row.dimensions();
        return unlike(
                "The office has",
                "the staged row",
                List.of(
                        new Member(
                                "class",
                                actual.transactionClass().code(),
                                row.transactionClass().code()),
                        new Member(
                                "billing type",
                                actual.billingType().code(),
                                row.billingType().code()),
                        new Member("quantity", actual.quantity(), row.quantity()),
                        new Member(
                                "price",
                                actual.price().decimalText(),
                                row.price().decimalText()),
                        new Member("amount", actual.amount(), row.amount()),
                        new Member("transaction date", actual.transactionDate(), row.transactionDate()),
                        new Member("accounting date", actual.accountingDate(), row.accountingDate()),
                        new Member("contract", here.contract(), there.contract()),
                        new Member("contract line", here.line(), there.line()),
                        new Member("project", here.project(), there.project()),
                        new Member("customer", here.customer(), there.customer()),
                        new Member("unit", here.unit(), there.unit()),
                        new Member("category", here.category(), there.category()),
                        new Member("unbilled sales", actual.unbilledSales().orElse(null), row.unbilledSales())));
    }

    static Optional<String> ofLine(Actual actual, ProposalLine line) {
        return unlike(
                "The office has",
                "the proposal line",
                List.of(
                        new Member(
                                "class",
                                actual.transactionClass().code(),
                                line.transactionClass().code()),
                        new Member(
                                "billing type",
                                actual.billingType().code(),
                                line.billingType().code()),
                        new Member("quantity", actual.quantity(), line.quantity()),
                        new Member("amount", actual.amount(), line.amount())));
    }

    /** @param line null where it is missing: then its sales tax cannot be compared */
    static Optional<String> ofPosting(Actual actual, @Nullable ProposalLine line, Posting posting, Money earned) {
        Money salesTax = line == null ? posting.salesTax() : line.salesTax();
        return unlike(
                "The billed sales have",
                "the posting",
                List.of(
                        new Member("revenue", charged(actual), earned),
                        new Member("sales tax", salesTax, posting.salesTax())));
    }

    static Optional<String> ofDetail(Posting posting, AccountingDetail detail) {
        return unlike(
                "Finance has",
                "the accounting detail of the actual",
                List.of(
                        new Member("accounting amount", posting.accountingAmount(), detail.accountingAmount()),
                        new Member("exchange rate", posting.exchangeRate(), detail.exchangeRate()),
                        new Member("voucher", posting.voucher(), detail.voucher()),
                        new Member("sales tax", posting.salesTax(), detail.salesTax())));
    }

    /** What a billed sales actual adds to its invoice. */
    static Money charged(Actual actual) {
        return charged(actual.billingType(), actual.amount());
    }

    static Money charged(BillingType billingType, Money amount) {
        return billingType == BillingType.CHARGEABLE ? amount : Money.zero(amount.currency());
    }

    private static Optional<String> unlike(String here, String there, List<Member> members) {
        return members.stream()
                .filter(member -> !member.same())
                .findFirst()
                .map(member -> here + " " + member.name() + " " + word(member.here()) + ", " + there + " has "
                        + word(member.there()) + ".");
    }

    private static String word(@Nullable Object value) {
        return value == null ? "none" : value.toString();
    }
}
