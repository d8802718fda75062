package dev.fattura.staging;

import dev.fattura.ledger.Company;
import dev.fattura.ledger.OnAccountInvoicing;
import dev.fattura.ledger.PostingType;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Percent;
import dev.fattura.runtime.Body;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A company as a request states it: the whole of it, whether it is recorded or changed. */
final class CompanyBody {

    /** So that the numbers that begin with it (journals, vouchers, customer invoices) stay ids of 60 characters at most. */
    static final int LONGEST_CODE = 20;

    private CompanyBody() {}

    /** As version 1; the version it becomes is decided where it is recorded. */
    static Company read(String code, Body body) {
        if (code.length() > LONGEST_CODE) {
            throw new Refused(
                    RefusalCode.MEMBER_INVALID,
                    "The company in the path must not be longer than " + LONGEST_CODE + " characters.");
        }
        CurrencyCode accountingCurrency = body.currency("accountingCurrency");
        OnAccountInvoicing onAccountInvoicing = body.has("onAccountInvoicing")
                ? body.coded("onAccountInvoicing", OnAccountInvoicing.class)
                : OnAccountInvoicing.PROFIT_AND_LOSS;
        Company company = new Company(
                new Company.Id(code),
                1,
                accountingCurrency,
                JournalParametersBody.read(body),
                onAccountInvoicing,
                accounts(body.object("accounts")),
                salesTaxGroups(body.optionalObject("salesTaxGroups")));
        body.end();
        return company;
    }

    private static Map<PostingType, String> accounts(Body body) {
        Map<PostingType, String> accounts = new EnumMap<>(PostingType.class);
        for (PostingType postingType : PostingType.values()) {
            String name = postingType.code();
            if (postingType == PostingType.PREPAYMENT && !body.has(name)) {
                continue;
            }
            if (!body.has(name)) {
                throw new Refused(
                        RefusalCode.ACCOUNT_MISSING,
                        "The posting type " + name + " has no main account.",
                        body.pointer(name));
            }
            accounts.put(postingType, body.id(name));
        }
        body.end();
        // A company that keeps no account for prepayments keeps them with what else is invoiced on account and not
        // earned.
        accounts.putIfAbsent(
                PostingType.PREPAYMENT, Objects.requireNonNull(accounts.get(PostingType.WIP_INVOICED_ON_ACCOUNT)));
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
