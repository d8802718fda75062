package dev.fattura.inquiry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.LedgerEntry;
import dev.fattura.ledger.Posting;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.ProposalLine;
import dev.fattura.ledger.ProposalStatus;
import dev.fattura.runtime.Json;
import dev.fattura.runtime.ProposalHeaderJson;
import java.util.ArrayList;
import java.util.List;

/** An invoice proposal as its answer shows it. */
final class ProposalJson {

    private ProposalJson() {}

    static ObjectNode of(ProposalInquiry.Page page) {
        Proposal proposal = page.proposal();
        ObjectNode json = ProposalHeaderJson.of(proposal);
        json.set("lines", Json.array(page.lines().entries(), ProposalJson::line));
        if (proposal.status() == ProposalStatus.POSTED) {
            json.set("entries", entries(page));
        }
        if (page.voucher() != null) {
            json.set("balance", balance(page.voucher().balance()));
        }
        return page.lines().addNext(json);
    }

    private static ObjectNode line(ProposalLine line) {
        ObjectNode json = Json.object()
                .put("actual", line.actual().toString())
                .put("class", line.transactionClass().code())
                .put("billingType", line.billingType().code())
                .put("quantity", line.quantity().toString());
        json.set("amount", Json.money(line.amount()));
        json.set("salesTax", Json.money(line.salesTax()));
        json.put("exchangeRate", line.exchangeRate().toString())
                .put("projectDate", line.taxation().projectDate().toString());
        if (line.taxation().salesTaxGroup() != null) {
            json.put("salesTaxGroup", line.taxation().salesTaxGroup());
        }
        if (line.taxation().itemSalesTaxGroup() != null) {
            json.put("itemSalesTaxGroup", line.taxation().itemSalesTaxGroup());
        }
        json.set("salesTaxCodes", ProposalHeaderJson.shares(line.taxation().shares()));
        return json;
    }

    /** First the voucher's own entries, on the first page; then those of the page's lines, in the order of the lines. */
    private static ArrayNode entries(ProposalInquiry.Page page) {
        List<ObjectNode> entries = new ArrayList<>();
        if (page.voucher() != null) {
            page.voucher().entries().forEach(entry -> entries.add(Json.entry(entry)));
        }
        for (ProposalLine line : page.lines().entries()) {
            Posting posting = page.postings().get(line.actual());
            List<LedgerEntry> posted = posting == null ? List.of() : posting.entries();
            posted.forEach(entry ->
                    entries.add(Json.entry(entry).put("actual", line.actual().toString())));
        }
        return Json.array(entries, entry -> entry);
    }

    private static ObjectNode balance(VoucherBalance balance) {
        ObjectNode json = Json.object().put("entries", balance.entries());
        json.set("amount", Json.money(balance.amount()));
        json.set("accountingAmount", Json.money(balance.accountingAmount()));
        return json;
    }
}
