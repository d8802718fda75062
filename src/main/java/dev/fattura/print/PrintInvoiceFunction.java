package dev.fattura.print;

import dev.fattura.ledger.Coded;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.runtime.Http;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.Request;
import dev.fattura.store.Finance;
import io.quarkus.funqy.Funq;

/** {@code GET /proposals/{proposal}/print}: the customer invoice as a PDF document; a pro forma print before it is posted. */
public class PrintInvoiceFunction {

    private final PrintInvoice printing;

    public PrintInvoiceFunction(Finance finance) {
        printing = new PrintInvoice(finance.table());
    }

    @Funq("print-invoice")
    public HttpReply printInvoice(Invocation invocation) {
        return Http.document(invocation, request -> {
            Invoice.Id proposal = new Invoice.Id(request.pathId("proposal"));
            PrintedInvoice printed = printing.read(proposal, layout(request));
            return Http.Document.of("application/pdf", proposal + ".pdf", InvoiceDocument.of(printed));
        });
    }

    private static Layout layout(Request request) {
        String code = request.query("layout").orElse(Layout.DETAIL.code());
        return Coded.find(Layout.class, code)
                .orElseThrow(() -> new Refused(
                        RefusalCode.UNKNOWN_VALUE,
                        "The layout must be one of detail, summary, summaryByCategory, not " + code + "."));
    }
}
