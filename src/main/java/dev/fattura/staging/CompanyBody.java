package dev.fattura.staging;

import dev.fattura.ledger.Company;
import dev.fattura.ledger.OnAccountInvoicing;
import dev.fattura.ledger.PeriodUnit;
import dev.fattura.ledger.PostingType;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Percent;
import dev.fattura.runtime.Body;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A company as a request states it. */
final class CompanyBody {

    /** So that the numbers that begin with it (journals, vouchers, customer invoices) stay ids of 60 characters at most. */
    static final int LONGEST_CODE = 20;

    /** A journal is planned in one item and finished in one run. */
    private static final int MOST_JOURNAL_LINES = 400;

    private CompanyBody() {}

    static Company read(String code, Body body) {
        if (code.length() > LONGEST_CODE) {
            throw new Refused(
                    RefusalCode.MEMBER_INVALID,
                    "The company in the path must not be longer than " + LONGEST_CODE + " characters.");
        }
        CurrencyCode accountingCurrency = body.currency("accountingCurrency");
        PeriodUnit periodUnit = body.coded("periodUnit", PeriodUnit.class);
        int journalLineLimit = body.has("journalLineLimit")
                ? body.number("journalLineLimit", 1, MOST_JOURNAL_LINES)
                : Company.DEFAULT_JOURNAL_LINE_LIMIT;
        OnAccountInvoicing onAccountInvoicing = body.has("onAccountInvoicing")
                ? body.coded("onAccountInvoicing", OnAccountInvoicing.class)
                : OnAccountInvoicing.PROFIT_AND_LOSS;
        Map<PostingType, String> accounts = accounts(body.object("accounts"));
        Map<String, Percent> salesTaxGroups = salesTaxGroups(body.optionalObject("salesTaxGroups"));
        body.end();
        return new Company(
                new Company.Id(code),
                accountingCurrency,
                periodUnit,
                journalLineLimit,
                onAccountInvoicing,
                accounts,
                salesTaxGroups);
    }

    private static Map<PostingType, String> accounts(Body body) {
        Map<PostingType, String> accounts = new EnumMap<>(PostingType.class);
        for (PostingType postingType : PostingType.values()) {
            String name = postingType.code();
            if (!body.has(name)) {
                throw new Refused(
                        RefusalCode.ACCOUNT_MISSING,
                        "The posting type " + name + " has no main account.",
                        body.pointer(name));
            }
            accounts.put(postingType, body.id(name));
        }
        body.end();
        return accounts;
    }

    private static Map<String, Percent> salesTaxGroups(Optional<Body> body) {
        Map<String, Percent> groups = new HashMap<>();
        body.ifPresent(percents -> {
            for (String group : percents.names()) {
                groups.put(group, percents.percent(group));
            }
        });
        return groups;
    }
}
