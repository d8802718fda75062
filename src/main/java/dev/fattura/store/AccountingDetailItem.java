package dev.fattura.store;

import dev.fattura.ledger.AccountingDetail;
import dev.fattura.ledger.Actual;
import dev.fattura.money.Rate;
import java.util.List;

/** What finance wrote back, beside the actual that it belongs to. */
public final class AccountingDetailItem {

    public static final String KIND = "accountingDetail";

    private static final OfActual PLACES = new OfActual("ACCOUNTING");

    private AccountingDetailItem() {}

    public static Key key(Actual.Id actual) {
        return PLACES.key(actual);
    }

    /** Those that are there, in no order. */
    public static List<AccountingDetail> findAll(Table table, List<Actual.Id> actuals) {
        return items(table, actuals).stream().map(AccountingDetailItem::decode).toList();
    }

    /** As {@link #findAll}, as they are stored: for whoever has to go on when one cannot be read. */
    public static List<Item> items(Table table, List<Actual.Id> actuals) {
        return PLACES.find(table, actuals);
    }

    public static List<Item> encodeAll(List<AccountingDetail> details) {
        return details.stream().map(AccountingDetailItem::encode).toList();
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
