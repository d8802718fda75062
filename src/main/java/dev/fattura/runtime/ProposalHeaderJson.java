package dev.fattura.runtime;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.CustomerInvoice;
import dev.fattura.ledger.LineTotals;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.SalesTaxShare;
import java.util.List;

/** The header of an invoice proposal as every answer shows it. */
public final class ProposalHeaderJson {

    private ProposalHeaderJson() {}

    public static ObjectNode of(Proposal proposal) {
        ObjectNode json = Json.object()
                .put("proposal", proposal.id().value())
                .put("contract", proposal.contract().value())
                .put("company", proposal.company().value())
                .put("customer", proposal.customer())
                .put("currency", proposal.currency().code())
                .put("status", proposal.status().code())
                .put("version", proposal.version())
                .put("invoiceDate", proposal.invoiceDate().toString())
                .put("accountingDate", proposal.accountingDate().toString());
        heading(json, proposal);
        json.set("controlTotals", InvoiceJson.controlTotals(proposal.controlTotals()));
        Proposal.Terms terms = proposal.terms();
        if (terms != null) {
            json.putObject("terms")
                    .put("exchangeRate", terms.exchangeRate().toString())
                    .put("companyVersion", terms.companyVersion())
                    .put("salesTaxVersion", terms.salesTaxVersion());
        }
        LineTotals totals = proposal.lineTotals();
        if (totals != null) {
            ObjectNode sums = json.putObject("lineTotals").put("count", totals.count());
            sums.set("charged", Json.money(totals.charged()));
            sums.set("salesTax", Json.money(totals.salesTax()));
            sums.set("salesTaxCodes", shares(totals.shares()));
        }
        CustomerInvoice customerInvoice = proposal.customerInvoice();
        if (customerInvoice != null) {
            json.set("customerInvoice", InvoiceJson.customerInvoice(customerInvoice));
        }
        return json;
    }

    private static void heading(ObjectNode json, Proposal proposal) {
        Proposal.Heading heading = proposal.heading();
        if (proposal.dueDate() != null) {
            json.put("dueDate", proposal.dueDate().toString());
        }
        if (heading.termsOfPayment() != null) {
            json.put("termsOfPayment", heading.termsOfPayment().code());
        }
        if (!proposal.dimensions().isEmpty()) {
            json.set("dimensions", Json.texts(proposal.dimensions()));
        }
        if (heading.text() != null) {
            json.put("text", heading.text());
        }
    }

    /** The sales tax by each code and rate. */
    public static ArrayNode shares(List<SalesTaxShare> shares) {
        return Json.array(shares, share -> {
            ObjectNode json = Json.object()
                    .put("code", share.code())
                    .put("percent", share.percent().toString());
            json.set("salesTax", Json.money(share.salesTax()));
            return json;
        });
    }
}
