package dev.fattura.print;

import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.CustomerInvoice;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.SalesTaxShare;
import dev.fattura.ledger.TermsOfPayment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Lays an invoice out on A4 pages. The one file that knows the PDF library. */
final class InvoiceDocument {

    /** A font with Latin, Greek and Cyrillic letters that comes with the library; only the letters used go into the document. */
    private static final String FONT = "font-fallback/LiberationSans-Regular.ttf";

    private static final int MARGIN = 48;
    private static final int[] COLUMNS = {14, 44, 13, 14, 15};

    private final PrintedInvoice invoice;
    private final Font small;
    private final Font text;
    private final Font heading;
    private final Font title;

    private InvoiceDocument(PrintedInvoice invoice) throws IOException {
        this.invoice = invoice;
        BaseFont base = BaseFont.createFont(FONT, BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
        small = new Font(base, 8);
        text = new Font(base, 9);
        heading = new Font(base, 11);
        title = new Font(base, 20);
    }

    /** The document's bytes. */
    static byte[] of(PrintedInvoice invoice) {
        try {
            return new InvoiceDocument(invoice).write();
        } catch (IOException | DocumentException failure) {
            throw new IllegalStateException("The invoice could not be laid out", failure);
        }
    }

    private byte[] write() throws DocumentException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
        PdfWriter.getInstance(document, bytes).setPageEvent(new PageFooter(invoice, small));
        document.addTitle(invoice.title() + " " + number());
        document.open();
        document.add(new Paragraph(invoice.title(), title));
        document.add(header());
        String words = invoice.proposal().heading().text();
        if (words != null) {
            document.add(new Paragraph(words, text));
        }
        if (invoice.layout() == Layout.DETAIL) {
            for (PrintedInvoice.Section section : invoice.sections()) {
                document.add(detail(section));
            }
        } else {
            document.add(summary());
        }
        document.add(totals());
        document.close();
        return bytes.toByteArray();
    }

    private String number() {
        CustomerInvoice posted = invoice.proposal().customerInvoice();
        return posted == null ? invoice.proposal().id().value() : posted.number();
    }

    private PdfPTable header() throws DocumentException {
        Proposal proposal = invoice.proposal();
        CustomerInvoice posted = proposal.customerInvoice();
        PdfPTable table = table(new int[] {20, 30, 20, 30});
        table.setSpacingBefore(14);
        field(table, "Number", number());
        field(table, "Customer", proposal.customer());
        field(table, "Date", (posted == null ? proposal.invoiceDate() : posted.date()).toString());
        field(table, "Contract", proposal.contract().value());
        field(table, "Proforma invoice", proposal.id().value());
        field(table, "Company", proposal.company().value());
        field(table, "Currency", proposal.currency().code());
        field(table, "Voucher", posted == null ? "not posted" : posted.voucher());
        field(table, "Due date", dueDate(proposal));
        TermsOfPayment terms = proposal.heading().termsOfPayment();
        field(table, "Terms of payment", terms == null ? "none" : terms.days() + " days net");
        return table;
    }

    private static String dueDate(Proposal proposal) {
        CustomerInvoice posted = proposal.customerInvoice();
        LocalDate dueDate = posted == null ? proposal.dueDate() : posted.dueDate();
        return dueDate == null ? "when it is posted" : dueDate.toString();
    }

    private void field(PdfPTable table, String name, String value) {
        table.addCell(cell(name, small, Rectangle.NO_BORDER, false));
        table.addCell(cell(value, text, Rectangle.NO_BORDER, false));
    }

    private PdfPTable detail(PrintedInvoice.Section section) throws DocumentException {
        PdfPTable table = table(COLUMNS);
        table.setSpacingBefore(16);
        PdfPCell over = cell(section.heading(), heading, Rectangle.NO_BORDER, false);
        over.setColspan(COLUMNS.length);
        table.addCell(over);
        head(table, "Date", "Description", "Quantity", "Price", "Amount");
        table.setHeaderRows(2);
        for (PrintedLine line : section.lines()) {
            row(
                    table,
                    line.date().toString(),
                    description(line),
                    line.quantity() + " " + line.unit(),
                    Figures.of(line.price()),
                    Figures.of(line.charged()));
        }
        sum(table, section.heading(), Figures.of(section.charged()));
        return table;
    }

    private PdfPTable summary() throws DocumentException {
        PdfPTable table = table(new int[] {50, 15, 17, 18});
        table.setSpacingBefore(16);
        head(table, "", "Lines", "Sales tax", "Amount");
        table.setHeaderRows(1);
        for (PrintedInvoice.Section section : invoice.sections()) {
            row(
                    table,
                    section.heading(),
                    Long.toString(section.count()),
                    Figures.of(section.salesTax()),
                    Figures.of(section.charged()));
        }
        return table;
    }

    private PdfPTable totals() throws DocumentException {
        PdfPTable table = table(new int[] {60, 20, 20});
        table.setSpacingBefore(18);
        table.setKeepTogether(true);
        total(table, "Net", Figures.withCurrency(invoice.net()), text);
        for (SalesTaxShare share : invoice.salesTaxes()) {
            total(table, share.code() + " " + share.percent() + " %", Figures.withCurrency(share.salesTax()), small);
        }
        total(table, "Sales tax", Figures.withCurrency(invoice.salesTax()), text);
        total(table, "Total", Figures.withCurrency(invoice.total()), heading);
        return table;
    }

    private void total(PdfPTable table, String name, String value, Font font) {
        int border = font.equals(heading) ? Rectangle.TOP : Rectangle.NO_BORDER;
        table.addCell(cell("", font, Rectangle.NO_BORDER, false));
        table.addCell(cell(name, font, border, false));
        table.addCell(cell(value, font, border, true));
    }

    private static String description(PrintedLine line) {
        String what = line.description() == null ? line.transactionClass().code() : line.description();
        String who = line.resource() == null ? "" : ", " + line.resource();
        return what + who + notCharged(line.billingType());
    }

    private static String notCharged(BillingType billingType) {
        return switch (billingType) {
            case CHARGEABLE -> "";
            case NON_CHARGEABLE, NOT_AVAILABLE -> " (not charged)";
            case COMPLIMENTARY -> " (complimentary)";
        };
    }

    private void head(PdfPTable table, String... names) {
        for (int index = 0; index < names.length; index++) {
            table.addCell(cell(names[index], small, Rectangle.BOTTOM, right(index, names.length)));
        }
    }

    private void row(PdfPTable table, String... values) {
        for (int index = 0; index < values.length; index++) {
            table.addCell(cell(values[index], text, Rectangle.NO_BORDER, right(index, values.length)));
        }
    }

    private void sum(PdfPTable table, String name, String value) {
        PdfPCell label = cell(name, small, Rectangle.TOP, true);
        label.setColspan(COLUMNS.length - 1);
        table.addCell(label);
        table.addCell(cell(value, text, Rectangle.TOP, true));
    }

    /** The last three columns have figures. */
    private static boolean right(int column, int columns) {
        return column >= columns - 3;
    }

    private static PdfPTable table(int[] widths) throws DocumentException {
        PdfPTable table = new PdfPTable(widths.length);
        table.setWidths(widths);
        table.setWidthPercentage(100);
        return table;
    }

    private static PdfPCell cell(@Nullable String value, Font font, int border, boolean right) {
        PdfPCell cell = new PdfPCell(new Phrase(value, font));
        cell.setBorder(border);
        cell.setPadding(3);
        cell.setHorizontalAlignment(right ? PdfPCell.ALIGN_RIGHT : PdfPCell.ALIGN_LEFT);
        return cell;
    }
}
