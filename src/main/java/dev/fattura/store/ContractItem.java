package dev.fattura.store;

import dev.fattura.ledger.Company;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractCustomer;
import dev.fattura.ledger.TermsOfPayment;
import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Percent;
import dev.fattura.money.Rate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Contract headers: in the office where they are recorded, in finance where they have crossed. */
public final class ContractItem {

    public static final String KIND = "contract";

    private ContractItem() {}

    static String partition(Contract.Id contract) {
        return "CONTRACT#" + contract;
    }

    public static Key key(Contract.Id contract) {
        return new Key(partition(contract), "HEADER");
    }

    public static Optional<Contract> find(Table table, Contract.Id contract) {
        return table.get(key(contract)).map(ContractItem::decode);
    }

    public static Item encode(Contract contract) {
        return Item.of(key(contract.id()), KIND)
                .text("contract", contract.id())
                .text("company", contract.company())
                .text("name", contract.name())
                .text("customer", contract.customer())
                .text("currency", contract.currency())
                .text("fixedExchangeRate", contract.fixedExchangeRate())
                .text("salesTaxGroup", contract.salesTaxGroup())
                .list(
                        "customers",
                        contract.customers().stream().map(ContractItem::encode).toList())
                .text("notToExceed", contract.notToExceed() == null ? null : Texts.of(contract.notToExceed()))
                .build();
    }

    public static Contract decode(Item item) {
        Attributes values = item.read();
        String rate = values.optionalText("fixedExchangeRate");
        return new Contract(
                new Contract.Id(values.text("contract")),
                new Company.Id(values.text("company")),
                values.text("name"),
                values.text("customer"),
                new CurrencyCode(values.text("currency")),
                rate == null ? null : Rate.of(rate),
                values.optionalText("salesTaxGroup"),
                values.list("customers").stream().map(ContractItem::customer).toList(),
                LineTermsMap.money(values, "notToExceed"));
    }

    private static Map<String, Object> encode(ContractCustomer agreed) {
        Map<String, Object> map = new TreeMap<>();
        map.put("customer", agreed.customer());
        map.put("split", agreed.split().toString());
        map.put("rounding", agreed.rounding());
        Nested.putIfThere(
                map,
                "termsOfPayment",
                agreed.termsOfPayment() == null ? null : agreed.termsOfPayment().code());
        Nested.putIfThere(map, "salesTaxGroup", agreed.salesTaxGroup());
        LineTermsMap.putMoney(map, "notToExceed", agreed.notToExceed());
        return map;
    }

    private static ContractCustomer customer(Attributes map) {
        String terms = map.optionalText("termsOfPayment");
        return new ContractCustomer(
                map.text("customer"),
                Percent.of(map.text("split")),
                map.flag("rounding"),
                terms == null ? null : TermsOfPayment.parse(terms).orElseThrow(),
                map.optionalText("salesTaxGroup"),
                LineTermsMap.money(map, "notToExceed"));
    }
}
