package dev.fattura.staging;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.Deed;
import dev.fattura.ledger.FiscalPeriods;
import dev.fattura.ledger.JournalParameters;
import dev.fattura.ledger.PostingType;
import dev.fattura.ledger.SalesTax;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.runtime.DeedJson;
import dev.fattura.runtime.Json;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A company as the answers show it. */
final class CompanyJson {

    private CompanyJson() {}

    static ObjectNode of(Company company) {
        JournalParameters journals = company.journals();
        ObjectNode json = Json.object()
                .put("company", company.id().value())
                .put("version", company.version())
                .put("accountingCurrency", company.accountingCurrency().code())
                .put("periodUnit", journals.periodUnit().code())
                .put("journalLineLimit", journals.lineLimit())
                .put("moveToOpenPeriod", journals.moveToOpenPeriod())
                .put("onAccountInvoicing", company.onAccountInvoicing().code());
        ObjectNode defaults = json.putObject("categoryDefaults");
        for (TransactionClass transactionClass : TransactionClass.values()) {
            defaults.put(transactionClass.code(), journals.category(transactionClass, null));
        }
        json.set("categories", Json.texts(journals.categories()));
        ObjectNode lineProperties = json.putObject("lineProperties");
        for (BillingType billingType : BillingType.values()) {
            journals.lineProperty(billingType)
                    .ifPresent(lineProperty -> lineProperties.put(billingType.code(), lineProperty));
        }
        ObjectNode accounts = json.putObject("accounts");
        for (PostingType postingType : PostingType.values()) {
            accounts.put(postingType.code(), company.account(postingType));
        }
        ObjectNode groups = json.putObject("salesTaxGroups");
        new TreeMap<>(company.salesTaxGroups()).forEach((group, percent) -> groups.put(group, percent.toString()));
        return json;
    }

    /** As {@link #of(Company)}, the fiscal periods that are not open, the sales tax set-up if there is one, and who made all that so. */
    static ObjectNode of(Company company, FiscalPeriods periods, Optional<SalesTax> salesTax, List<Deed> deeds) {
        ObjectNode json = of(company);
        ObjectNode shut = json.putObject("fiscalPeriods");
        new TreeMap<>(periods.shut()).forEach((period, status) -> shut.put(period.toString(), status.code()));
        salesTax.ifPresent(setUp -> json.set("salesTax", SalesTaxJson.of(setUp)));
        json.set("deeds", Json.array(deeds, DeedJson::of));
        return json;
    }
}
