package dev.fattura.inquiry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.LedgerEntry;
import dev.fattura.ledger.PostingType;
import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Money;
import dev.fattura.runtime.Json;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** An amount in transaction and in accounting currency. */
record DualAmount(Money amount, Money accountingAmount) {

    private static final Set<PostingType> ACCRUED = EnumSet.of(PostingType.ACCRUED_REVENUE_SALES_VALUE);
    private static final Set<PostingType> REVENUE = EnumSet.of(
            PostingType.INVOICED_REVENUE,
            PostingType.INVOICED_REVENUE_ON_ACCOUNT,
            PostingType.WIP_INVOICED_ON_ACCOUNT,
            PostingType.PREPAYMENT);

    static DualAmount zero(CurrencyCode transaction, CurrencyCode accounting) {
        return new DualAmount(Money.zero(transaction), Money.zero(accounting));
    }

    /** What those entries accrue: a credit of accrued revenue counts positive, its reversal negative. */
    static DualAmount accrued(List<LedgerEntry> entries, DualAmount zero) {
        return sum(entries, ACCRUED, zero).negated();
    }

    /** What those entries earn: a credit of revenue counts positive. */
    static DualAmount earned(List<LedgerEntry> entries, DualAmount zero) {
        return sum(entries, REVENUE, zero).negated();
    }

    static DualAmount sum(List<LedgerEntry> entries, Set<PostingType> postingTypes, DualAmount zero) {
        DualAmount sum = zero;
        for (LedgerEntry entry : entries) {
            if (postingTypes.contains(entry.postingType())) {
                sum = sum.plus(new DualAmount(entry.amount(), entry.accountingAmount()));
            }
        }
        return sum;
    }

    DualAmount plus(DualAmount more) {
        return new DualAmount(amount.plus(more.amount), accountingAmount.plus(more.accountingAmount));
    }

    DualAmount minus(DualAmount less) {
        return plus(less.negated());
    }

    DualAmount negated() {
        return new DualAmount(amount.negated(), accountingAmount.negated());
    }

    boolean isZero() {
        return amount.isZero() && accountingAmount.isZero();
    }

    ObjectNode json() {
        ObjectNode json = Json.object();
        json.set("amount", Json.money(amount));
        json.set("accountingAmount", Json.money(accountingAmount));
        return json;
    }

    @Override
    public String toString() {
        return amount + " (" + accountingAmount + ")";
    }
}
