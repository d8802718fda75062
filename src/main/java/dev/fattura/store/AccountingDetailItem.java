package dev.fattura.store;

import dev.fattura.ledger.AccountingDetail;
import dev.fattura.ledger.Actual;
import dev.fattura.money.Rate;
import java.util.List;

/** What finance wrote back, beside the actual that it belongs to. */
public final class AccountingDetailItem {

    public static final String KIND = "accountingDetail";

    private AccountingDetailItem() {}

    public static Key key(Actual.Id actual) {
        return new Key(ActualItem.partition(actual), "ACCOUNTING");
    }

    /** Those that are there, in no order. */
    public static List<AccountingDetail> findAll(Table table, List<Actual.Id> actuals) {
        return table.getAll(actuals.stream().map(AccountingDetailItem::key).toList()).stream()
                .map(AccountingDetailItem::decode)
                .toList();
    }

    public static Item encode(AccountingDetail detail) {
        return Item.of(key(detail.actual()), KIND)
                .text("actual", detail.actual())
                .text("accountingAmount", Texts.of(detail.accountingAmount()))
                .text("exchangeRate", detail.exchangeRate())
                .text("voucher", detail.voucher())
                .text("salesTax", Texts.of(detail.salesTax()))
                .build();
    }

    public static AccountingDetail decode(Item item) {
        return new AccountingDetail(
                Texts.actual(item.text("actual")),
                Texts.money(item.text("accountingAmount")),
                Rate.of(item.text("exchangeRate")),
                item.text("voucher"),
                Texts.money(item.text("salesTax")));
    }
}
